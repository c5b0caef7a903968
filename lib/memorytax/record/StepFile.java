package memorytax.record;

import memorytax.file.Csv;
import memorytax.file.CsvColumns;
import memorytax.file.CsvRow;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A file whose rows belong to steps, `chapter` and `step` before all other columns: a run replaces the rows of the
/// steps that it ran, and keeps the others.
///
/// @param <V> what steps return
/// @param <R> one row of it
interface StepFile<V, R> extends ChapterFile {
    /// The column's name.
    String STEP = "step";

    /// What it has of these values; nothing of those that are for other files.
    Stream<V> of(Collection<?> values);

    /// The step that a value comes from.
    String step(V value);

    /// Its rows.
    Stream<R> rows(V value);

    /// The columns behind `chapter` and `step`.
    CsvColumns<R> columns();

    @Override
    default Optional<String> text(String chapter, Collection<?> values, Optional<Earlier> before) {
        var mine = of(values).toList();
        if (mine.isEmpty()) return Optional.empty();
        var columns = new CsvColumns<OfStep<R>>().with("chapter", _ -> chapter).with(STEP, OfStep::step)
            .and(columns(), OfStep::row);
        var steps = mine.stream().map(this::step).collect(Collectors.toSet());
        var now = mine.stream().flatMap(value -> rows(value).map(row -> new OfStep<>(step(value), row)))
            .map(columns::fields);
        var kept = before.stream().flatMap(run -> run.rows(name()).stream())
            .filter(row -> !step(row).isEmpty() && !steps.contains(step(row))).map(row -> row.of(columns.names()));
        return Optional.of(Csv.text(columns.names(), Stream.concat(now, kept).toList()));
    }

    /// A row, and the step that it belongs to.
    record OfStep<R>(String step, R row) {
    }

    /// The step that a row belongs to.
    static String step(CsvRow row) {
        return row.text(STEP);
    }
}
