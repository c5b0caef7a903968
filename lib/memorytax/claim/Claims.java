package memorytax.claim;

import memorytax.file.Csv;

import java.util.List;
import java.util.Optional;

/// All rows of data/claims.csv.
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

    static Optional<Claim> find(String id) {
        return all().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /// Every claim of the workbook.
    public static List<Claim> all() {
        return Csv.rows("claims.csv").stream().map(row -> new Claim(row.get("id"),
            Integer.parseInt(row.get("chapter")), row.get("section"), row.get("statement"), row.get("figure"),
            number(row.get("low")), number(row.get("high")), row.get("unit"), row.get("source"))).toList();
    }

    private static double number(String text) {
        return text.isBlank() ? Double.NaN : Double.parseDouble(text);
    }
}
