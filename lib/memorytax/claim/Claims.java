package memorytax.claim;

import memorytax.file.Csv;
import memorytax.file.CsvRow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All rows of data/claims.csv and of data/vendors.csv. Both are only read, and nobody else knows their columns;
/// data/README.md says what they are.
public final class Claims {
    private Claims() {
    }

    /// Those that a chapter judges, the post's and then the vendors', each in its file's order.
    public static List<Claim> ofChapter(int chapter) {
        return Stream.concat(all().stream(), vendors().stream()).filter(c -> c.chapter() == chapter).toList();
    }

    /// One of them, by its id.
    public static Claim of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(
            "neither data/claims.csv nor data/vendors.csv has a claim " + id));
    }

    /// The same; empty when there is none.
    public static Optional<Claim> find(String id) {
        return Stream.of(all(), vendors()).flatMap(List::stream).filter(c -> c.id().equals(id)).findFirst();
    }

    /// Every claim of the post.
    public static List<Claim> all() {
        return Csv.data("claims.csv").stream().map(row -> claim(row, Optional.empty())).toList();
    }

    /// Every figure that a vendor publishes, or somebody who measured in public.
    public static List<Claim> vendors() {
        return Csv.data("vendors.csv").stream().map(row -> claim(row, Optional.of(new Quote(row.text("vendor"),
            row.text("words"), row.text("date"), row.text("version"), row.text("retracted"))))).toList();
    }

    private static Claim claim(CsvRow row, Optional<Quote> quote) {
        return new Claim(row.text("id"), row.count("chapter"), row.text("section"), row.text("statement"),
            row.text("figure"), row.number("low").orElse(Double.NaN), row.number("high").orElse(Double.NaN),
            row.text("unit"), row.text("source"), row.text("finding"), quote);
    }
}
