package memorytax.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// The columns of a CSV file, in order, and what each of them has of one row's value.
public final class CsvColumns<R> {
    private final SequencedMap<String, Function<R, ?>> columns = new LinkedHashMap<>();

    /// One more, at the end. What is empty, or no number, leaves its field empty.
    public CsvColumns<R> with(String name, Function<R, ?> value) {
        columns.put(name, value);
        return this;
    }

    /// All of these behind them.
    public <P> CsvColumns<R> and(CsvColumns<P> more, Function<R, P> part) {
        more.columns.forEach((name, value) -> columns.put(name, row -> value.apply(part.apply(row))));
        return this;
    }

    /// Their names.
    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /// The fields of a row.
    public List<String> fields(R row) {
        return columns.values().stream().map(value -> text(value.apply(row))).toList();
    }

    /// A whole file.
    public String text(Stream<R> rows) {
        return Csv.text(names(), rows.map(this::fields).toList());
    }

    private static String text(Object value) {
        return switch (value) {
            case Optional<?> some -> some.map(CsvColumns::text).orElse("");
            case OptionalLong some -> some.isPresent() ? String.valueOf(some.getAsLong()) : "";
            case Double number when number.isNaN() -> "";
            default -> value.toString();
        };
    }
}
