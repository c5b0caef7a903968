package memorytax.claim;

import memorytax.file.Csv;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Figures of public benchmarks: data/published.csv, whose columns nobody else knows.
public final class Published {
    private Published() {
    }

    /// What they found for so many tasks of a kind: `28.6 MB (2023, Go 1.18), 34.3 MB (2024, Go 1.23)`; empty when
    /// nobody did.
    public static String of(String kind, int tasks) {
        return Csv.data("published.csv").stream()
            .filter(row -> row.text("kind").equals(kind) && row.count("tasks") == tasks)
            .map(row -> String.format(Locale.ROOT, "%.1f MB (%s, %s)", row.number("mb").orElseThrow(), row.text("year"),
                row.text("version"))).collect(Collectors.joining(", "));
    }

    /// What a whole process took, as somebody published it.
    ///
    /// @param year    of it
    /// @param version of the runtime: `Go 1.23`
    /// @param kind    what a task is called: `goroutines`
    record Point(String year, String version, String kind, int tasks, double bytes) {
    }

    /// All that a source has published, in the file's order; none where the file does not know it.
    static List<Point> by(String source) {
        return Csv.data("published.csv").stream().filter(row -> row.text("source").equals(source))
            .map(row -> new Point(row.text("year"), row.text("version"), row.text("kind"), row.count("tasks"),
                row.number("mb").orElseThrow() * (1 << 20))).toList();
    }

    /// What one of a kind took there, of so many together.
    ///
    /// @param by    who published it, and when: `c5m, 2022`
    /// @param bytes of the whole process, divided
    public record Share(String by, String version, String kind, int together, double bytes) {
    }

    /// The whole process divided by what it held, for each kind whose name begins so.
    public static List<Share> shares(String kind) {
        return Csv.data("published.csv").stream().filter(row -> row.text("kind").startsWith(kind))
            .map(row -> new Share(row.text("source") + ", " + row.text("year"), row.text("version"), row.text("kind"),
                row.count("tasks"), row.number("mb").orElseThrow() * (1 << 20) / row.count("tasks"))).toList();
    }
}
