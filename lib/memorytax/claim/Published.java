package memorytax.claim;

import memorytax.file.Csv;

import java.util.Locale;
import java.util.stream.Collectors;

/// Figures of public benchmarks, data/published.csv.
public final class Published {
    private Published() {
    }

    /// What they found for so many tasks of a kind: `28.6 MB (2023, Go 1.18), 34.3 MB (2024, Go 1.23)`; empty when
    /// nobody did.
    public static String of(String kind, int tasks) {
        return Csv.rows("published.csv").stream()
            .filter(r -> r.get("kind").equals(kind) && Integer.parseInt(r.get("tasks")) == tasks)
            .map(r -> String.format(Locale.ROOT, "%.1f MB (%s, %s)", Double.parseDouble(r.get("mb")), r.get("year"),
                r.get("version"))).collect(Collectors.joining(", "));
    }
}
