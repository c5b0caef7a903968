package memorytax.claim;

import memorytax.file.Csv;

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
}
