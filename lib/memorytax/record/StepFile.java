package memorytax.record;

import memorytax.file.Csv;
import memorytax.file.CsvColumns;
import memorytax.file.CsvRow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A file whose rows belong to steps, `chapter` and `step` before all other columns: a run replaces the rows of the
/// steps that it ran, and keeps the others.
///
/// @param name    without `.csv`
/// @param taken   what it has of the values of steps; nothing of those that are for other files
/// @param step    that a value comes from
/// @param rows    of a value
/// @param columns behind `chapter` and `step`
/// @param reader  throws an `IllegalArgumentException` where rows cannot be read
record StepFile<V, R>(String name, Function<Collection<?>, Stream<V>> taken, Function<V, String> step,
                      Function<V, Stream<R>> rows, CsvColumns<R> columns, Consumer<List<CsvRow>> reader)
    implements ChapterFile {
    /// The column's name.
    static final String STEP = "step";

    @Override
    public Optional<String> text(String chapter, Collection<?> values, Optional<Earlier> before) {
        var mine = taken.apply(values).toList();
        if (mine.isEmpty()) return Optional.empty();
        var all = new CsvColumns<OfStep<R>>().with("chapter", _ -> chapter).with(STEP, OfStep::step)
            .and(columns, OfStep::row);
        var steps = mine.stream().map(step).collect(Collectors.toSet());
        var now = mine.stream().flatMap(value -> rows.apply(value).map(row -> new OfStep<>(step.apply(value), row)))
            .map(all::fields);
        var kept = before.stream().flatMap(run -> run.rows(name).stream())
            .filter(row -> !of(row).isEmpty() && !steps.contains(of(row))).map(row -> row.of(all.names()));
        return Optional.of(Csv.text(all.names(), Stream.concat(now, kept).toList()));
    }

    @Override
    public List<String> columnNames() {
        return Stream.concat(Stream.of("chapter", STEP), columns.names().stream()).toList();
    }

    @Override
    public void check(List<CsvRow> rows) {
        reader.accept(rows);
    }

    /// The steps that those of the values come from which are for it.
    Stream<String> steps(Collection<?> values) {
        return taken.apply(values).map(step);
    }

    /// Whether a value of a step is for it.
    boolean takes(Object value) {
        return taken.apply(List.of(value)).findAny().isPresent();
    }

    /// The step that a row belongs to.
    static String of(CsvRow row) {
        return row.text(STEP);
    }

    /// A row, and the step that it belongs to.
    private record OfStep<R>(String step, R row) {
    }
}
