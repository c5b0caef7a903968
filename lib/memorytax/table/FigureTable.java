package memorytax.table;

import memorytax.knob.Explanation;
import memorytax.knob.FigureReading;
import tech.tablesaw.api.Table;

import java.util.Optional;

/// Which readings of what was measured come to a figure.
public final class FigureTable {
    private static final String FROM = "from";

    private FigureTable() {
    }

    /// A row for each; empty where there is none.
    public static Optional<Table> of(Explanation figure) {
        if (!figure.found()) return Optional.empty();
        var more = figure.more() == 0 ? "" : " And " + figure.more()
            + " more, which say the same in other words or differ in more things.";
        var table = Tables.texts("What comes within 10 % of " + figure.figure()
            + ", ± its 95 % interval, the simplest first." + more, "changed", "read as", "one task", "off by", FROM);
        for (FigureReading reading : figure.fitting())
            Tables.append(table, reading.what(), reading.how().toString(), reading.value(), reading.says(),
                reading.origin());
        if (table.stringColumn(FROM).countUnique() == 1) { // one word for all of them needs no column
            table.setName(table.name() + " All of it is " + figure.fitting().getFirst().origin() + ".");
            table.removeColumns(FROM);
        }
        return Optional.of(table);
    }
}
