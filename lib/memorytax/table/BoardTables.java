package memorytax.table;

import memorytax.claim.Verdict;
import memorytax.measure.result.Bytes;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

import java.util.Locale;
import java.util.stream.Stream;

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

    /// The same by what machines have: the versions, processors, systems and collectors that move a cost most.
    public static Table groups(Table groups) {
        var table = Tables.texts("One more task, by what machines have.", "contender", "what", "on machines with",
            "machines", "in the middle", "half of them", "least", "most");
        for (var row : groups)
            Tables.append(table, row.getString("contender"), row.getString("quantity"), row.getString("name") + " "
                + row.getString("trait"), count(row, "machines"), bytes(row, "median"),
                bytes(row, "quarter") + " – " + bytes(row, "three_quarters"), bytes(row, "least"), bytes(row, "most"));
        return table;
    }

    /// How many machines say what of each claim.
    public static Table claims(Table claims) {
        var table = Tables.texts("", "claim", "chapter", "machines", "holds", "holds only if", "refuted", "undecided");
        for (var row : claims)
            Tables.append(table, row.getString("statement"), chapter(row), count(row, "machines"), count(row, "holds"),
                count(row, "holds_if"), count(row, "refuted"), count(row, "undecided"));
        return table;
    }

    /// What machines with another verdict have in common.
    public static Table suspects(Table suspects) {
        var table = Tables.texts("", "claim", "chapter", "most say", "something else say", "what most of those have",
            "of the others have it");
        for (var row : suspects)
            Tables.append(table, row.getString("statement"), chapter(row), verdict(row, "usual"), count(row, "others"),
                "%s: %s of them".formatted(row.getString("fact"), count(row, "others_with")),
                "%s of %s".formatted(count(row, "rest_with"), count(row, "rest")));
        return table;
    }

    /// Machines whose verdict is another one.
    public static Table differing(Table differing) {
        var table = Tables.texts("", "claim", "chapter", "machine", "says", "most say", "different about it");
        for (var row : differing)
            Tables.append(table, row.getString("statement"), chapter(row), seat(row), verdict(row, "verdict"),
                verdict(row, "usual"), row.getString("differs"));
        return table;
    }

    /// Costs that lie far from those of the other machines, and what would explain each.
    public static Table outliers(Table outliers) {
        var table = Tables.texts("", "contender", "what", "machine", "one more task", "in the middle", "times",
            "the knob of chapter 10 that would explain it");
        for (var row : outliers)
            Tables.append(table, row.getString("contender"), row.getString("quantity"), seat(row),
                bytes(row, "value"), bytes(row, "median"), times(row, "times"), knob(row));
        return table;
    }

    private static String knob(Row row) {
        return row.getString("knob").isEmpty() ? "none that was measured" : "%s: %s times%s".formatted(
            row.getString("knob"), times(row, "knob_times"), row.getBoolean("seen") ? "; this machine has it"
            : ", if it is set there");
    }

    /// How quiet each machine was.
    public static Table quiet(Table quiet) {
        var table = Tables.texts("", "machine", "it was", "its costs are ±", "a known weight is off by", "load",
            "processor", "cores", "system");
        for (var row : quiet)
            Tables.append(table, seat(row), row.getString("machine"), percent(row, "percent"),
                percent(row, "known_percent"), row.isMissing("load") ? "" : times(row, "load"), row.getString("cpu"),
                row.getString("cores"), row.getString("os"));
        return table;
    }

    /// What was guessed of sizes.
    public static Table guessed(Table guessed) {
        var table = Tables.texts("", "asked for", "guesses", "in the middle", "half of them", "least", "most",
            "measured", "close");
        for (var row : guessed)
            Tables.append(table, row.getString("label"), count(row, "guesses"), bytes(row, "median"),
                bytes(row, "quarter") + " – " + bytes(row, "three_quarters"), bytes(row, "least"), bytes(row, "most"),
                bytes(row, "measured"), count(row, "close"));
        return table;
    }

    /// `room/0007` is machine 7, `oslo/0007` is oslo/7.
    private static String seat(Row row) {
        return row.getString("seat").replaceFirst("^room/", "").replaceFirst("(^|/)0+(?=.)", "$1");
    }

    /// `chapter7` is 7.
    private static String chapter(Row row) {
        return row.getString("chapter").replace("chapter", "");
    }

    /// `holds-if` in words.
    private static String verdict(Row row, String column) {
        var key = row.getString(column);
        return Stream.of(Verdict.Ruling.values()).filter(ruling -> ruling.key().equals(key)).findFirst()
            .map(Verdict.Ruling::toString).orElse(key);
    }

    private static String times(Row row, String column) {
        return String.format(Locale.ROOT, "%.2f", row.getDouble(column));
    }

    private static String percent(Row row, String column) {
        if (row.isMissing(column)) return "";
        double percent = row.getDouble(column);
        return String.format(Locale.ROOT, percent < 1 ? "%.2f %%" : "%.1f %%", percent);
    }

    private static String bytes(Row row, String column) {
        return Bytes.exact(row.getDouble(column));
    }

    private static String count(Row row, String column) {
        return String.format(Locale.ROOT, "%,d", row.getLong(column));
    }
}
