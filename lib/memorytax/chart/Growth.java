package memorytax.chart;

import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Plot.Line;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Range;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Weighings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is drawn as curves: resident memory over the number of tasks, one task's bytes over something else, and what
/// processes told of many sizes. Points at or below zero cannot stand on a logarithmic axis: they are left out.
final class Growth {
    static final String TASKS = "tasks, all waiting";
    private static final double MB = 1 << 20;
    /// Characters are so large that most bars are hidden behind them.
    private static final String WHERE = " where that is larger than the mark.";

    private final List<Line> lines = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();

    private Growth() {
    }

    static ChartModel of(Weighings weighings) {
        var names = Names.of(weighings.contenders());
        var growth = new Growth();
        for (var contender : weighings.contenders()) {
            var points = new TreeMap<Integer, Range>();
            for (int tasks : weighings.sizes())
                weighings.at(contender, tasks, Quantity.RESIDENT).ifPresent(r -> points.put(tasks, r));
            growth.add(names.get(contender), weighings.here(contender), points, MB);
        }
        var caption = growth.often(Caption.of("Resident memory, less that of the empty process."));
        return growth.drawn(caption, TASKS, Unit.COUNT, Unit.of("MB"),
            "no process took more with its tasks than without");
    }

    static ChartModel of(String what, Map<Integer, List<Slope>> slopes) {
        var names = Names.of(slopes.values().stream().flatMap(List::stream).map(Slope::contender).distinct().toList());
        var points = new LinkedHashMap<String, TreeMap<Integer, Spread>>();
        var recorded = new ArrayList<String>();
        slopes.forEach((at, all) -> all.stream().filter(s -> s.value() > 0).forEach(s -> {
            var name = names.get(s.contender());
            points.computeIfAbsent(name, _ -> new TreeMap<>()).putIfAbsent(at, Spread.of(s));
            if (!s.here()) recorded.add(name);
        }));
        var growth = new Growth();
        points.forEach((name, all) -> growth.lines.add(Curves.line(name, !recorded.contains(name), all)));
        var caption = Caption.of("Bytes that one more task adds, by " + what + ".")
            .and(Hand.PICTURE, "Vertical bars show the 95 % interval.")
            .and(Hand.CHARACTERS, "A vertical bar shows the 95 % interval" + WHERE);
        return growth.drawn(caption, what, Unit.COUNT, Unit.BYTES, "no slope is above zero");
    }

    static ChartModel of(String what, Reports reports, String figure) {
        var growth = new Growth();
        for (var contender : reports.contenders()) {
            var points = new TreeMap<Integer, Range>();
            for (var name : reports.names())
                Bytes.parse(name).ifPresent(size -> reports.median(contender.name(), name, figure)
                    .ifPresent(r -> points.put((int) size, r)));
            growth.add(contender.name(), reports.here(contender.name()), points, 1);
        }
        var caption = growth.often(Caption.of(figure.replace('_', ' ') + ", by " + what + "."));
        return growth.drawn(caption, what, Unit.BYTES, Unit.of(figure.replaceFirst("_.*", "")),
            "no process reported it for any size");
    }

    static ChartModel of(String caption, String name, String figure, Reports... reports) {
        var growth = new Growth();
        for (var each : reports) for (var contender : each.contenders()) {
            var points = new TreeMap<Integer, Range>();
            each.bySize().forEach((tasks, some) -> some.median(contender.name(), name, figure)
                .ifPresent(r -> points.put(tasks, r)));
            growth.add(contender.name(), each.here(contender.name()), points, 1);
        }
        return growth.drawn(growth.often(Caption.of(caption)), TASKS, Unit.COUNT, Unit.of("ms"),
            "no process reported it");
    }

    private void add(String name, boolean here, TreeMap<Integer, Range> points, double unit) {
        points.values().removeIf(r -> !(r.median() > 0));
        points.values().forEach(r -> counts.add(r.forks()));
        var spreads = new TreeMap<Integer, Spread>();
        points.forEach((at, range) -> spreads.put(at, Spread.of(range).per(unit)));
        if (!points.isEmpty()) lines.add(Curves.line(name, here, spreads));
    }

    private ChartModel drawn(Caption caption, String along, Unit varied, Unit unit, String otherwise) {
        return new ChartModel(caption.and(Names.dashed(lines)), lines.isEmpty() ? new ChartModel.Nothing(otherwise)
            : Curves.plot(along, varied, unit, lines, List.of()));
    }

    private Caption often(Caption caption) {
        if (lines.isEmpty()) return caption;
        if (counts.stream().allMatch(n -> n == 1)) return caption.and("One process per point.");
        var medians = "Medians of " + Counted.forks(counts.stream().mapToInt(n -> n)) + "; ";
        return caption.and(Hand.PICTURE, medians + "vertical bars show their range.")
            .and(Hand.CHARACTERS, medians + "a vertical bar shows their range" + WHERE);
    }
}
