package memorytax.chart;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Mark.Change;
import memorytax.chart.model.Rows.Group;
import memorytax.chart.model.Rows.Key;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.instrument.Agreement;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Counted;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How far other instruments are from the scale: a group for each contender, a row for each instrument, a bar from the
/// line at zero, which is the scale.
final class AgreementDots {
    private static final Unit PERCENT = Unit.plain(v -> (v > 0 ? "+" : "") + Unit.number(v) + " %");
    /// The axis reaches as far to either side at the least, in percent: else a hundredth would look like much.
    private static final double LEAST = 5;
    /// An interval may make it so much longer; further out it is not drawn.
    private static final double MOST = 25;

    private AgreementDots() {
    }

    static ChartModel of(Agreement agreement) {
        var caption = Caption.of("How far other instruments are from the scale, in percent of what the scale says, "
            + "with the 95 % interval of the instrument. The line at zero is the scale.").and(
            agreement.rows().stream().noneMatch(Agreement.Row::here) ? Counted.RECORDED : "");
        if (agreement.rows().isEmpty()) return new ChartModel(caption, new ChartModel.Nothing("nothing was compared"));
        double reach = agreement.rows().stream().mapToDouble(AgreementDots::reach).max().orElse(0);
        double side = 1.05 * Math.clamp(reach, LEAST, MOST);
        var groups = agreement.rows().stream().map(row -> row.reading().contender()).distinct()
            .map(contender -> new Group(contender, rows(agreement, contender))).toList();
        return new ChartModel(caption, new Rows(new Axis("percent more or less than the scale says", PERCENT, false,
            -side, side, List.of()), groups, new Key("", ""), OptionalDouble.of(0)));
    }

    private static double reach(Agreement.Row row) {
        var spread = spread(row);
        return Math.max(Math.abs(spread.low()), Math.abs(spread.high()));
    }

    private static List<Row> rows(Agreement agreement, String contender) {
        return agreement.rows().stream().filter(row -> row.reading().contender().equals(contender))
            .map(row -> new Row(row.reading().instrument() + ", " + row.reading().quantity(), contender,
                new Change(spread(row), Optional.empty(), false, true),
                Bytes.exact(row.other().mean()) + ", " + row.difference())).toList();
    }

    private static Spread spread(Agreement.Row row) {
        double scale = row.scale().value();
        return new Spread(100 * row.apart(), 100 * (row.other().low() / scale - 1),
            100 * (row.other().high() / scale - 1));
    }
}
