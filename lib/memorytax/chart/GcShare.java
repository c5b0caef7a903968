package memorytax.chart;

import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Reports;

import java.util.List;
import java.util.Optional;

/// CPU time that was taken for a GB of garbage, on a logarithmic axis: a filled dot for the fewest tasks, a hollow one
/// for the most.
final class GcShare {
    private GcShare() {
    }

    static ChartModel of(String caption, Reports reports, String name, String figure) {
        var sizes = List.copyOf(reports.bySize().keySet());
        if (sizes.size() < 2)
            return new ChartModel(Caption.of(caption), new ChartModel.Nothing("no contender was measured with two "
                + "numbers of tasks"));
        int few = sizes.getFirst(), many = sizes.getLast();
        var rows = reports.contenders().stream().flatMap(c -> {
            var less = spread(reports.with(few), c.name(), name, figure);
            var more = spread(reports.with(many), c.name(), name, figure);
            return less.or(() -> more).stream().map(_ -> new Rows.Row(c.name(), c.name(),
                DotRows.dots(less, more), text(less) + " → " + text(more)
                    + (reports.here(c.name()) ? "" : " (recorded)")));
        }).toList();
        if (rows.isEmpty()) return new ChartModel(Caption.of(caption + " No process reported it: for Java only Linux "
            + "can measure it, and a recorded run may be too old to have it."),
            new ChartModel.Nothing("no process reported this figure"));
        return new ChartModel(Caption.of(caption + " Filled: with " + tasks(few) + ". Hollow: with " + tasks(many)
            + "."), DotRows.of("ms of CPU time for each GB of garbage", Unit.MILLIS, rows,
            new Rows.Key(tasks(few), tasks(many))));
    }

    private static String text(Optional<Spread> spread) {
        return spread.map(s -> Unit.millis(s.value())).orElse("–");
    }

    private static String tasks(int count) {
        return count == 0 ? "no tasks waiting" : Counted.of(count, "task") + " waiting";
    }

    private static Optional<Spread> spread(Reports reports, String contender, String name, String figure) {
        return reports.median(contender, name, figure).map(Spread::of);
    }
}
