package memorytax.table;

import memorytax.measure.result.Bytes;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

import java.util.Locale;

/// What the queries of a board have found, as people read it.
public final class BoardTables {
    private BoardTables() {
    }

    /// What one more task costs, over all machines.
    public static Table spread(Table spread) {
        var table = Tables.texts("One more task, over all machines.", "contender", "what", "machines",
            "in the middle", "half of them", "least", "most");
        for (var row : spread)
            Tables.append(table, row.getString("contender"), row.getString("quantity"), count(row, "machines"),
                bytes(row, "median"), bytes(row, "quarter") + " – " + bytes(row, "three_quarters"), bytes(row, "least"),
                bytes(row, "most"));
        return table;
    }

    /// How many machines say what of each claim.
    public static Table claims(Table claims) {
        var table = Tables.texts("", "claim", "machines", "holds", "holds if", "refuted", "undecided");
        for (var row : claims)
            Tables.append(table, row.getString("statement"), count(row, "machines"), count(row, "holds"),
                count(row, "holds_if"), count(row, "refuted"), count(row, "undecided"));
        return table;
    }

    /// Machines whose verdict is another one.
    public static Table differing(Table differing) {
        var table = Tables.texts("", "claim", "machine", "says", "most say", "different about it");
        for (var row : differing)
            Tables.append(table, row.getString("statement"), seat(row), row.getString("verdict"),
                row.getString("usual"), row.getString("differs"));
        return table;
    }

    /// Costs that lie far from those of the other machines.
    public static Table outliers(Table outliers) {
        var table = Tables.texts("", "contender", "what", "machine", "one more task", "in the middle", "times");
        for (var row : outliers)
            Tables.append(table, row.getString("contender"), row.getString("quantity"), seat(row),
                bytes(row, "value"), bytes(row, "median"), String.format(Locale.ROOT, "%.2f", row.getDouble("times")));
        return table;
    }

    /// How quiet each machine was.
    public static Table quiet(Table quiet) {
        var table = Tables.texts("", "machine", "processor", "cores", "system", "day", "± of the cost", "it was");
        for (var row : quiet)
            Tables.append(table, seat(row), row.getString("cpu"), row.getString("cores"), row.getString("os"),
                row.getString("day"), row.isMissing("percent") ? "" : String.format(Locale.ROOT, "%.1f %%",
                row.getDouble("percent")), row.getString("machine"));
        return table;
    }

    /// What was guessed of sizes.
    public static Table guessed(Table guessed) {
        var table = Tables.texts("", "asked for", "guesses", "in the middle", "least", "most", "measured", "close");
        for (var row : guessed)
            Tables.append(table, row.getString("label"), count(row, "guesses"), bytes(row, "median"),
                bytes(row, "least"), bytes(row, "most"), bytes(row, "measured"), count(row, "close"));
        return table;
    }

    /// `0007` is machine 7.
    private static String seat(Row row) {
        return row.getString("seat").replaceFirst("^0+", "");
    }

    private static String bytes(Row row, String column) {
        return Bytes.exact(row.getDouble(column));
    }

    private static String count(Row row, String column) {
        return String.format(Locale.ROOT, "%,d", row.getLong(column));
    }
}
