package memorytax.chart;

import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Plot.Guide;
import memorytax.chart.model.Plot.Line;
import memorytax.chart.model.Plot;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Range;
import memorytax.measure.result.Weighings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// The mistake of dividing: a whole process over the number of its tasks. The empty process is in it, so the result
/// falls with every task, towards the slope.
final class Division {
    private Division() {
    }

    /// @param said       bytes of a task, as somebody has published them
    /// @param by         who said so, as it stands at the line: `the post`
    /// @param contenders the first one's division is held against `said`
    static ChartModel of(Weighings weighed, double said, String by, List<String> contenders) {
        var lines = contenders.stream().flatMap(c -> line(weighed, c).stream()).toList();
        var caption = Caption.of("The whole process divided by its tasks.")
            .and(sentence(weighed, contenders.getFirst(), said, by)).and(Names.dashed(lines));
        return new ChartModel(caption, lines.isEmpty() ? new ChartModel.Nothing("no process came back")
            : Curves.plot(Growth.TASKS, Unit.COUNT, Unit.BYTES, lines, guide(lines, said, by)));
    }

    private static Optional<Line> line(Weighings weighed, String contender) {
        var points = new TreeMap<Integer, Spread>();
        for (int tasks : weighed.sizes())
            weighed.at(contender, tasks, Quantity.TOTAL).ifPresent(r -> points.put(tasks, Spread.of(r).per(tasks)));
        return points.isEmpty() ? Optional.empty()
            : Optional.of(Curves.line(contender, weighed.here(contender), points));
    }

    /// Drawn where the axis has a place for it.
    private static List<Guide> guide(List<Line> lines, double said, String by) {
        var x = lines.stream().flatMap(l -> l.points().stream()).mapToDouble(Plot.Point::x).summaryStatistics();
        var y = lines.stream().flatMap(l -> l.points().stream()).mapToDouble(p -> p.y().value()).summaryStatistics();
        return said < y.getMin() || said > y.getMax() ? List.of() : List.of(new Guide(by + ": " + Bytes.named(said),
            Guide.Kind.LIMIT, x.getMin(), said, x.getMax(), said));
    }

    /// At which number of tasks the division gives what was said, and what one more task costs.
    private static String sentence(Weighings weighed, String contender, double said, String by) {
        var slope = weighed.slope(contender);
        var whole = slope.flatMap(s -> weighed.baseline(contender).map(Range::median)
            .map(empty -> empty + s.intercept().mean()));
        return whole.isEmpty() || said <= slope.get().value() ? "" : String.format(Locale.ROOT,
            "The horizontal line is the figure of %s. Calculated from baseline and slope, %s reach it at about %,d "
            + "tasks. One more task costs %s.", by, contender, rounded(whole.get() / (said - slope.get().value())),
            Bytes.of(slope.get().value()));
    }

    /// To two digits that count.
    private static long rounded(double tasks) {
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, tasks))) - 1));
        return Math.round(Math.round(tasks / unit) * unit);
    }
}
