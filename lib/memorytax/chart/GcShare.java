package memorytax.chart;

import memorytax.chart.draw.Empty;
import memorytax.chart.draw.LayeredChart;
import memorytax.chart.draw.Ticks;
import memorytax.measure.result.Reports;

import java.util.List;
import java.util.Optional;

/// CPU time that was taken for a GB of garbage, on a logarithmic axis: a filled dot for the fewest tasks, a hollow one
/// for the most.
final class GcShare {
    private static final Dots.Axis MILLIS =
        new Dots.Axis("ms of CPU time for a GB of garbage", Ticks::decades, v -> Ticks.number(v) + " ms",
            Ticks::millis);

    private GcShare() {
    }

    static LayeredChart of(String caption, Reports reports, String name, String figure) {
        var sizes = List.copyOf(reports.bySize().keySet());
        if (sizes.size() < 2) return Dots.draw(caption, List.of(), MILLIS, "", "", "");
        int few = sizes.getFirst(), many = sizes.getLast();
        var rows = reports.contenders().stream().flatMap(c -> {
            var less = dot(reports.with(few), c.name(), name, figure);
            var more = dot(reports.with(many), c.name(), name, figure);
            var text = less.map(d -> Ticks.millis(d.value())).orElse("–") + " → "
                + more.map(d -> Ticks.millis(d.value())).orElse("–");
            return less.or(() -> more).stream().map(_ ->
                new Dots.Row(c.name(), less, more, text + (reports.here(c.name()) ? "" : " (recorded)")));
        }).toList();
        if (rows.isEmpty()) return Empty.say(Dots.draw(caption + " Nobody has told it: only Linux can tell it of Java, "
            + "and a record may be older than this figure.", rows, MILLIS, "", "", ""), "nobody has told this figure");
        return Dots.draw(caption + " Filled: with " + tasks(few) + ". Hollow: with " + tasks(many) + ".", rows,
            MILLIS, tasks(few), tasks(many), "0,000 ms → 0,000 ms");
    }

    private static String tasks(int count) {
        return count == 0 ? "none waiting" : Ticks.count(count) + " waiting";
    }

    private static Optional<Dots.Dot> dot(Reports reports, String contender, String name, String figure) {
        return reports.median(contender, name, figure).map(s -> new Dots.Dot(s.median(), s.low(), s.high()));
    }
}
