package memorytax.table;

import memorytax.instrument.Agreement.Case;
import memorytax.instrument.Agreement.Row;
import memorytax.instrument.Agreement;
import memorytax.instrument.Readings;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Interval;
import tech.tablesaw.api.Table;

import java.util.List;
import java.util.Locale;

/// What other instruments say, and how far that is from the scale.
public final class AgreementTables {
    private AgreementTables() {
    }

    /// One more task by each instrument.
    public static Table readings(Readings readings) {
        var table = Tables.texts("One more task by other instruments, ± its 95 % interval. " + Counted.means(readings),
            "contender", "instrument", "what it reads", "one more task");
        for (var reading : readings.all())
            readings.perTask(reading).ifPresent(bytes -> Tables.append(table, reading.contender(),
                reading.instrument(), reading.quantity().toString(), exact(bytes)));
        return table;
    }

    /// The scale beside each instrument: a row for each figure.
    public static Table of(Agreement agreement) {
        var table = Tables.texts("One more task, by the scale and by another instrument. Difference: how much more or "
            + "less the instrument says." + (agreement.rows().stream().anyMatch(Row::here) ? ""
            : " " + Counted.RECORDED), "contender", "by the scale", "instrument", "says", "difference");
        for (var row : agreement.rows())
            Tables.append(table, row.reading().contender(), row.reading().quantity() + " "
                + Bytes.exact(row.scale().value()), row.reading().instrument(), Bytes.exact(row.other().mean()),
                row.difference() + ", " + verdict(row));
        return table;
    }

    /// Bytes of one operation, by the meter of chapter 3 and by JMH.
    public static Table cases(List<Case> cases) {
        var table = Tables.texts("Bytes of one operation, by the meter of chapter 3 and by JMH's gc.alloc.rate.norm.",
            "case", "by the meter", "by JMH", "difference");
        for (var each : cases)
            Tables.append(table, each.name(), bytes(each.meter()), bytes(each.jmh()), String.format(Locale.ROOT,
                "%+.2f B, %s", each.jmh() - each.meter() + 0.0, each.agrees() ? "agrees" : "differs"));
        return table;
    }

    private static String verdict(Row row) {
        return row.agrees() ? "agrees" : row.differs() ? "differs" : "unclear";
    }

    private static String exact(Interval bytes) {
        return Bytes.exact(bytes.mean()) + String.format(Locale.ROOT, " ± %,.0f", (bytes.high() - bytes.low()) / 2);
    }

    private static String bytes(double bytes) {
        return String.format(Locale.ROOT, "%.2f B", bytes + 0.0);
    }
}
