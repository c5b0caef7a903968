package memorytax.chart;

import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Mark.Box;
import memorytax.chart.model.Mark.Dots;
import memorytax.chart.model.Rows.Key;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Counted;
import tech.tablesaw.api.Table;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one more task costs on each of many machines: a row for each contender, a dot for each machine.
final class MachineDots {
    private static final String RESIDENT = "resident", LIVE = "live";

    private MachineDots() {
    }

    /// @param costs a row for each contender, quantity and machine, with its `value` in bytes
    static ChartModel of(Table costs) {
        var rows = costs.stringColumn("contender").unique().asList().stream()
            .flatMap(contender -> row(costs, contender).stream())
            .sorted(Comparator.comparingDouble((Row row) -> -middle(row))).toList();
        int machines = costs.stringColumn("seat").countUnique();
        return new ChartModel(Caption.of("Bytes of one more task on " + Counted.of(machines, "machine")
            + ". Filled: resident. Hollow: live. A mark is the machine in the middle, its line goes from quarter to "
            + "quarter, a small dot is one machine."),
            DotRows.of("bytes of one more task", Unit.BYTES, rows, new Key(RESIDENT, LIVE)));
    }

    private static double middle(Row row) {
        return ((Dots) row.mark()).all().getLast().value();
    }

    private static Optional<Row> row(Table costs, String contender) {
        var resident = spread(costs, contender, RESIDENT);
        return resident.map(filled -> new Row(contender, contender, DotRows.dots(resident,
            spread(costs, contender, LIVE)), Bytes.of(filled.value())));
    }

    /// From quarter to quarter.
    private static Optional<Spread> spread(Table costs, String contender, String quantity) {
        var values = Stream.iterate(0, i -> i < costs.rowCount(), i -> i + 1)
            .filter(i -> costs.stringColumn("contender").get(i).equals(contender)
                && costs.stringColumn("quantity").get(i).equals(quantity))
            .map(i -> costs.doubleColumn("value").get(i)).filter(value -> value > 0).sorted().toList();
        if (values.isEmpty()) return Optional.empty();
        var half = new Box(values);
        return Optional.of(new Spread(half.at(0.5), half.at(0.25), half.at(0.75),
            values.size() > 1 ? values : List.of()));
    }
}
