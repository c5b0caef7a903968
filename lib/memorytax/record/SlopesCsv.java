package memorytax.record;

import memorytax.file.CsvColumns;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Range;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Weighings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// slopes.csv: a row for each contender and quantity, with what one more task costs. It follows from weighings.csv; a
/// page alone reads it back, to lay two machines side by side.
///
/// | column | |
/// |---|---|
/// | `chapter`, `step`, `contender`, `params`, `quantity`, `unit` | whose, of what, in `B/task` |
/// | `value`, `low`, `high` | the slope and its 95 % interval, with one decimal |
/// | `forks`, `origin` | processes per size; measured `here`, or `recorded` |
/// | `sizes_low`, `sizes_high` | the least and the most of it between neighbouring sizes |
public final class SlopesCsv {
    private static final CsvColumns<Row> COLUMNS = new CsvColumns<Row>()
        .with(ContenderColumns.CONTENDER, r -> r.slope.contender().name())
        .with(ContenderColumns.PARAMS, Row::params)
        .with("quantity", r -> r.slope.quantity())
        .with("unit", _ -> "B/task")
        .with("value", r -> tenth(r.slope.value()))
        .with("low", r -> tenth(r.slope.low()))
        .with("high", r -> tenth(r.slope.high()))
        .with("forks", r -> r.slope.forks())
        .with(Origin.COLUMN, r -> Origin.of(r.slope.here()))
        .with("sizes_low", r -> r.sizes(Range::low))
        .with("sizes_high", r -> r.sizes(Range::high));
    static final StepFile<Weighings, Row> FILE = new StepFile<>("slopes", WeighingsCsv::taken,
        Weighings::step, SlopesCsv::rows, COLUMNS, _ -> { });

    /// @param params beside `tasks`: `depth=100`
    private record Row(String params, Slope slope) {
        private double sizes(ToDoubleFunction<Range> end) {
            return slope.sizes().map(sizes -> tenth(end.applyAsDouble(sizes))).orElse(Double.NaN);
        }
    }

    private static final List<String> BESIDE = List.of("chapter", "step", ContenderColumns.CONTENDER,
        ContenderColumns.PARAMS, "quantity", "value", "low", "high");

    private SlopesCsv() {
    }

    /// Of a run what another machine's can be laid beside: resident bytes of one more task, a map for each row, by its
    /// columns. What was not measured there is left out.
    ///
    /// @param recorded whether all of the run is recorded, and none of it is to be left out
    public static List<Map<String, String>> resident(Earlier run, boolean recorded) {
        return run.rows(FILE.name()).stream().filter(row -> row.text("quantity").equals(Quantity.RESIDENT.toString())
            && (recorded || row.text(Origin.COLUMN).equals(Origin.of(true)))).map(row -> BESIDE.stream()
                .collect(Collectors.toMap(name -> name, row::text))).toList();
    }

    private static Stream<Row> rows(Weighings value) {
        return value.variants().entrySet().stream()
            .flatMap(part -> part.getValue().slopes().stream().map(slope -> new Row(part.getKey(), slope)));
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
