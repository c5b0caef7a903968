package memorytax.chart;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Mark.Dots;
import memorytax.chart.model.Rows.Group;
import memorytax.chart.model.Rows.Key;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.claim.PublishedMatrix.Kind;
import memorytax.claim.PublishedMatrix.Run;
import memorytax.claim.PublishedMatrix;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Counted;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// What somebody has published beside what was measured, for whole processes: a group for each number of tasks, a row
/// for each contender, a hollow dot for the published value and a filled one for the measured one.
final class MatrixDots {
    private MatrixDots() {
    }

    /// @param sizes that are shown; all where none is named
    static ChartModel of(PublishedMatrix matrix, List<Integer> sizes) {
        var shown = matrix.sizes().stream().filter(n -> sizes.isEmpty() || sizes.contains(n)).toList();
        var groups = shown.stream().map(tasks -> new Group(shown.size() == 1 ? "" : Counted.of(tasks, "task"),
            rows(matrix, tasks))).toList();
        var all = groups.stream().flatMap(g -> g.rows().stream()).flatMap(r -> ((Dots) r.mark()).all().stream())
            .toList();
        var caption = Caption.of("Memory of the whole process" + (shown.size() == 1 ? " with "
            + Counted.of(shown.getFirst(), "task") : "") + ". Hollow: published by " + matrix.source() + " in "
            + matrix.year() + ". Filled: measured. " + Counted.medians(matrix.measured()));
        return new ChartModel(caption, all.isEmpty() ? new ChartModel.Nothing("nothing was published of this size")
            : new Rows(Axis.around("memory of the whole process", Unit.BYTES, all), groups,
                new Key("measured", "published"), OptionalDouble.empty()));
    }

    /// The most that was published first.
    private static List<Row> rows(PublishedMatrix matrix, int tasks) {
        return matrix.kinds().stream().filter(k -> k.published().containsKey(tasks))
            .sorted(Comparator.comparingDouble((Kind k) -> k.published().get(tasks)).reversed())
            .flatMap(k -> k.runs().isEmpty() ? Stream.of(row(k, tasks)) : k.runs().stream().map(r -> row(k, r, tasks)))
            .toList();
    }

    private static Row row(Kind kind, int tasks) {
        double published = kind.published().get(tasks);
        return new Row(kind.name(), kind.name(), DotRows.dots(Optional.empty(), Optional.of(Spread.of(published))),
            Bytes.of(published) + ", not measured");
    }

    private static Row row(Kind kind, Run run, int tasks) {
        double published = kind.published().get(tasks);
        var measured = Optional.ofNullable(run.whole().get(tasks));
        var text = measured.map(m -> Bytes.of(m.median()) + run.factor(kind, tasks).stream().mapToObj(f ->
            String.format(Locale.ROOT, ", %.1f×", f)).findFirst().orElse("") + (run.here() ? "" : " (recorded)"))
            .orElse(Bytes.of(published) + ", not measured");
        return new Row(run.contender().name(), run.contender().name(), DotRows.dots(measured.map(Spread::of),
            Optional.of(Spread.of(published))), text);
    }
}
