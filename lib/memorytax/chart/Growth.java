package memorytax.chart;

import memorytax.chart.draw.Empty;
import memorytax.chart.draw.LayeredChart;
import memorytax.chart.draw.Ticks;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Weighings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What is drawn as curves: resident memory over the number of tasks, one task's bytes over something else, and what
/// processes told of many sizes. Points at or below zero cannot stand on a logarithmic axis: they are left out.
final class Growth {
    private static final double MB = 1 << 20;

    private Growth() {
    }

    static LayeredChart of(Weighings weighings) {
        var names = Names.of(weighings.contenders());
        var curves = new ArrayList<Curves.Curve>();
        var forks = IntStream.builder();
        for (var contender : weighings.contenders()) {
            var points = new TreeMap<Integer, Curves.Point>();
            for (int tasks : weighings.sizes())
                weighings.at(contender, tasks, Quantity.RESIDENT).filter(s -> s.median() > 0).ifPresent(s -> {
                    points.put(tasks, new Curves.Point(s.median() / MB, s.low() / MB, s.high() / MB));
                    forks.add(s.forks());
                });
            var curve = new Curves.Curve(names.get(contender), weighings.here(contender), points);
            if (!points.isEmpty()) curves.add(curve);
        }
        var sheet = new LayeredChart(
            "Resident memory above the empty process."
            + often(Names.forks(forks.build()), curves) + recorded(curves), 420);
        if (curves.isEmpty()) return Empty.say(sheet, "no point came back with more than the empty process weighs");
        return Curves.draw(sheet, curves, "tasks, all waiting", Ticks::count, Ticks::decades,
            v -> Ticks.number(v) + " MB");
    }

    static LayeredChart of(String what, Map<Integer, List<Slope>> slopes) {
        var names = Names.of(slopes.values().stream().flatMap(List::stream).map(Slope::contender).distinct().toList());
        var curves = new LinkedHashMap<String, Curves.Curve>();
        slopes.forEach((at, all) -> all.stream().filter(s -> s.value() > 0).forEach(s -> {
            var name = names.get(s.contender());
            var before = curves.get(name);
            var points = before == null ? new TreeMap<Integer, Curves.Point>() : before.points();
            points.putIfAbsent(at, new Curves.Point(s.value(), s.low(), s.high()));
            curves.put(name, new Curves.Curve(name, s.here() && (before == null || before.here()), points));
        }));
        String caption = "Bytes per further task, by " + what + ". Bars show the 95 % interval.";
        var sheet = new LayeredChart(caption + recorded(curves.values()), 420);
        if (curves.isEmpty()) return Empty.say(sheet, "no slope could be told from zero");
        return Curves.draw(sheet, List.copyOf(curves.values()), what, Ticks::count, Ticks::sizes, Ticks::size);
    }

    static LayeredChart of(String what, Reports reports, String figure) {
        var curves = new ArrayList<Curves.Curve>();
        var forks = IntStream.builder();
        for (var contender : reports.contenders()) {
            var points = new TreeMap<Integer, Curves.Point>();
            for (var name : reports.names())
                Bytes.parse(name).ifPresent(size -> reports.median(contender.name(), name, figure)
                    .filter(s -> s.median() > 0).ifPresent(s -> {
                        points.put((int) size, new Curves.Point(s.median(), s.low(), s.high()));
                        forks.add(s.forks());
                    }));
            var curve = new Curves.Curve(contender.name(), reports.here(contender.name()), points);
            if (!points.isEmpty()) curves.add(curve);
        }
        String unit = figure.replaceFirst("_.*", "");
        var sheet = new LayeredChart(
            figure.replace('_', ' ') + ", by " + what + ". Medians of " + Names.forks(forks.build())
            + ", bars show their range." + recorded(curves), 420);
        if (curves.isEmpty()) return Empty.say(sheet, "nothing was told of any size");
        return Curves.draw(sheet, curves, what, Ticks::size, Ticks::decades, v -> Ticks.number(v) + " " + unit);
    }

    static LayeredChart of(String caption, String name, String figure, Reports... reports) {
        var curves = new ArrayList<Curves.Curve>();
        var forks = IntStream.builder();
        for (var each : reports) for (var contender : each.contenders()) {
            var points = new TreeMap<Integer, Curves.Point>();
            each.bySize().forEach((tasks, some) -> some.median(contender.name(), name, figure)
                .filter(s -> s.median() > 0).ifPresent(s -> {
                    points.put(tasks, new Curves.Point(s.median(), s.low(), s.high()));
                    forks.add(s.forks());
                }));
            var curve = new Curves.Curve(contender.name(), each.here(contender.name()), points);
            if (!points.isEmpty()) curves.add(curve);
        }
        var sheet = new LayeredChart(caption + often(Names.forks(forks.build()), curves) + recorded(curves), 420);
        if (curves.isEmpty()) return Empty.say(sheet, "nobody told of it");
        return Curves.draw(sheet, curves, "tasks, all waiting", Ticks::count, Ticks::decades,
            v -> Ticks.number(v) + " ms");
    }

    private static String often(String forks, List<Curves.Curve> curves) {
        return curves.isEmpty() ? "" : forks.equals("1 fork") ? " One process per point."
            : " Median of " + forks + ", bars show their range.";
    }

    private static String recorded(Iterable<Curves.Curve> curves) {
        for (var curve : curves) if (!curve.here()) return " Dashed: recorded, not measured here.";
        return "";
    }
}
