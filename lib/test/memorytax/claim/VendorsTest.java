package memorytax.claim;

import memorytax.file.Csv;
import memorytax.file.CsvRow;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What stands in data/vendors.csv: each figure with its source, and with the range that data/README.md says its words
/// have.
class VendorsTest {
    private static final List<String> COLUMNS = List.of("id", "chapter", "vendor", "statement", "figure", "low", "high",
        "unit", "finding", "about", "words", "source", "date", "version", "retracted");
    private static final Pattern SIZE = Pattern.compile("~?([\\d.,]+) (B|KB|MB)");
    private static final Pattern TIMES = Pattern.compile("(?:~|over )([\\d.]+)x");
    private static final Pattern FEW = Pattern.compile("a few (KB|MB)");
    private static final Pattern WORDS = Pattern.compile("(\\d+) words");
    private static final Pattern MORE = Pattern.compile("(\\d+)-(\\d+) % more");
    private static final Pattern LESS = Pattern.compile("(\\d+) % less");
    private static final double WORD = 8;

    private record Bounds(double low, double high) {
        static Bounds about(double value) {
            return new Bounds(0.8 * value, 1.2 * value);
        }
    }

    @Test
    void everyRowHasItsWordsTheirPageAndTheirDate() {
        var rows = Csv.data("vendors.csv");
        assertTrue(rows.size() >= 20, "rows: " + rows.size());
        assertEquals(COLUMNS, List.copyOf(rows.getFirst().columns()));
        var wrong = new ArrayList<String>();
        for (var row : rows) {
            for (var column : List.of("id", "vendor", "statement", "about", "words", "source", "date"))
                if (row.text(column).isBlank()) wrong.add(row.wrong("it has no " + column).getMessage());
            if (!row.text("source").matches("https://\\S+")) wrong.add(row.text("source"));
            if (!row.text("date").matches("20\\d\\d(-[01]\\d-[0-3]\\d)?")) wrong.add(row.text("date"));
            if (row.text("statement").endsWith(".")) wrong.add(row.text("statement"));
            if (row.text("words").length() > 150) wrong.add("no excerpt: " + row.text("words"));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void noTwoClaimsHaveOneId() {
        var ids = new HashSet<String>();
        assertEquals(List.of(), Stream.of(Claims.all(), Claims.vendors()).flatMap(List::stream).map(Claim::id)
            .filter(id -> !ids.add(id)).toList());
    }

    @Test
    void everyRangeFollowsFromItsWords() {
        var wrong = new ArrayList<String>();
        for (var row : Csv.data("vendors.csv")) {
            var figure = row.text("figure");
            if (figure.isEmpty()) {
                if (!(row.text("low") + row.text("high") + row.text("unit") + row.text("finding")).isEmpty())
                    wrong.add(row.wrong("a range without a figure").getMessage());
                continue;
            }
            var bounds = bounds(row);
            double off = row.text("unit").equals("B") ? 0.51 : 0.0005;
            if (Math.abs(bounds.low - row.number("low").orElseThrow()) > off
                || Math.abs(bounds.high - row.number("high").orElseThrow()) > off)
                wrong.add(row.wrong(figure + " is " + bounds).getMessage());
            boolean ratio = Stream.of(SIZE, FEW, WORDS).noneMatch(p -> p.matcher(figure).matches());
            if (!row.text("unit").equals(ratio ? "x" : "B")) wrong.add(row.wrong("unit").getMessage());
            if (!row.text("finding").contains("{}")) wrong.add(row.wrong("no finding").getMessage());
        }
        assertEquals(List.of(), wrong);
    }

    private static Bounds bounds(CsvRow row) {
        var figure = row.text("figure");
        var all = new ArrayList<Bounds>();
        find(SIZE, figure).forEach(m -> all.add(Bounds.about(number(m) * unit(m.group(2)))));
        find(TIMES, figure).forEach(m -> all.add(Bounds.about(number(m))));
        find(FEW, figure).forEach(m -> all.add(new Bounds(2 * unit(m.group(1)), 10 * unit(m.group(1)))));
        find(WORDS, figure).forEach(m -> all.add(Bounds.about(WORD * Integer.parseInt(m.group(1)))));
        find(MORE, figure).forEach(m -> all.add(new Bounds(1 + Integer.parseInt(m.group(1)) / 100.0,
            1 + Integer.parseInt(m.group(2)) / 100.0)));
        find(LESS, figure).forEach(m -> all.add(new Bounds(1 - Bounds.about(share(m)).high,
            1 - Bounds.about(share(m)).low)));
        if (figure.equals("roughly the same")) all.add(Bounds.about(1));
        assertEquals(1, all.size(), "no rule, or two, for " + figure);
        return all.getFirst();
    }

    private static double number(MatchResult figure) {
        return Double.parseDouble(figure.group(1).replace(",", ""));
    }

    private static double share(MatchResult percent) {
        return Integer.parseInt(percent.group(1)) / 100.0;
    }

    private static Stream<MatchResult> find(Pattern pattern, String figure) {
        var matcher = pattern.matcher(figure);
        return matcher.matches() ? Stream.of(matcher.toMatchResult()) : Stream.empty();
    }

    private static double unit(String unit) {
        return Math.pow(1024, List.of("B", "KB", "MB").indexOf(unit));
    }

    @Test
    void everyFigureCanBeSaid() {
        var wrong = new ArrayList<String>();
        for (var claim : Claims.vendors()) {
            var said = Verdict.without(claim, Verdict.Ruling.NOT_MEASURED, "", "").claimed();
            var vendor = claim.quote().orElseThrow().vendor();
            if (!said.startsWith(vendor + " says that ") || !said.matches(".* says that ([a-z\\d]|Go|Python).*[^.]\\."))
                wrong.add(said);
        }
        assertEquals(List.of(), wrong);
    }
}
