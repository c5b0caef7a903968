package memorytax.record;

import memorytax.claim.Headline;
import memorytax.claim.Verdict;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.List;
import java.util.Locale;

/// What the chapters say in the end, in tables that keep their form: verdicts.csv, headline.csv, and the ledger.
public final class Rulings {
    private Rulings() {
    }

    /// One row per claim.
    public static Table verdicts(List<Verdict> verdicts) {
        var text = Records.texts("claim", "statement", "source", "claimed_low", "claimed_high", "unit", "measured",
            "low", "high", "verdict", "condition", "cell", "origin", "ends");
        for (var v : verdicts) {
            var c = v.claim();
            var unit = c.unit();
            Records.append(text, c.id(), c.statement(), c.source(), figure(c.low(), unit), figure(c.high(), unit),
                unit, figure(v.measured(), unit), figure(v.low(), unit), figure(v.high(), unit), v.ruling().key(),
                v.condition(), v.cell(), v.ruling() == Verdict.Ruling.NOT_MEASURED ? "" : Records.origin(v.here()),
                Double.isNaN(v.low()) ? "" : v.kind().toString());
        }
        return table("verdicts", text);
    }

    /// The same over all chapters, each row with the one that says it.
    public static Table ledger(Ledger ledger) {
        var table = verdicts(ledger.verdicts().all());
        var chapters = ledger.lines().stream().map(Ledger.Line::page).toList();
        return table.insertColumn(0, StringColumn.create("chapter", chapters)).setName("ledger");
    }

    /// One row: the number of a chapter.
    public static Table headline(Headline headline) {
        var text = Records.texts("contender", "figure", "lines", "origin");
        Records.append(text, headline.contender(), headline.figure(), headline.sentence(),
            Records.origin(headline.here()));
        return table("headline", text);
    }

    private static Table table(String name, List<StringColumn> columns) {
        return Table.create(name, columns.toArray(StringColumn[]::new));
    }

    /// Bytes as whole numbers, ratios with three decimals, nothing for what was not measured.
    private static String figure(double value, String unit) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, unit.equals("B") ? "%.0f" : "%.3f", value);
    }
}
