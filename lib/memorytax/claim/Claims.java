package memorytax.claim;

import memorytax.file.Csv;

import java.util.List;
import java.util.Optional;

/// All rows of data/claims.csv, which is only read, and whose columns nobody else knows; data/README.md says what they
/// are.
public final class Claims {
    private Claims() {
    }

    /// Those that a chapter judges, in the file's order.
    public static List<Claim> ofChapter(int chapter) {
        return all().stream().filter(c -> c.chapter() == chapter).toList();
    }

    /// One of them, by its id.
    public static Claim of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("data/claims.csv has no claim " + id));
    }

    /// The same; empty when there is none.
    public static Optional<Claim> find(String id) {
        return all().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /// Every claim of the workbook.
    public static List<Claim> all() {
        return Csv.data("claims.csv").stream().map(row -> new Claim(row.text("id"), row.count("chapter"),
            row.text("section"), row.text("statement"), row.text("figure"), row.number("low").orElse(Double.NaN),
            row.number("high").orElse(Double.NaN), row.text("unit"), row.text("source"), row.text("finding"))).toList();
    }
}
