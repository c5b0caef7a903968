package memorytax.record;

import memorytax.file.Csv;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the parts of a task are, in words: data/parts.csv, whose columns nobody else knows.
public final class PartMeanings {
    private PartMeanings() {
    }

    /// A sentence or two; empty for a part that nobody has explained.
    ///
    /// @param runtime `java`, `go` or `python`
    /// @param part    as its runtime names it: `coroutine Event.wait` is explained under `coroutine *`
    public static Optional<String> of(String runtime, String part) {
        return Csv.data("parts.csv").stream()
            .filter(row -> row.text("runtime").equals(runtime) && part.matches(pattern(row.text("part"))))
            .map(row -> row.text("meaning")).findFirst();
    }

    private static String pattern(String name) {
        return Arrays.stream(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }
}
