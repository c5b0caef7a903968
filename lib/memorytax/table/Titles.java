package memorytax.table;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What processes report by a key, and what loads take by one, as the words of a table.
final class Titles {
    private static final Pattern CAPITALS = Pattern.compile("(?<![^ _/])(kb|mb|gb|gc|cpu)(?![^ _/])");

    private static final Set<String> UNITS = Set.of("kb", "mb", "gb", "ms");

    private Titles() {
    }

    /// The head of a column: `gc_ms_per_gb` is `GC ms per GB`.
    static String of(String key) {
        return CAPITALS.matcher(key).replaceAll(m -> m.group().toUpperCase(Locale.ROOT)).replace('_', ' ');
    }

    /// Parameters: `depth=10 kb=1` is `depth 10, 1 KB`.
    static String words(String params) {
        return Stream.of(params.split(" (?=\\w+=)")).map(Titles::word).collect(Collectors.joining(", "));
    }

    private static String word(String param) {
        int equals = param.indexOf('=');
        return equals < 0 ? param : word(param.substring(0, equals), param.substring(equals + 1));
    }

    /// One of them: `depth 10`; where the key is a unit, `1 KB`.
    static String word(String key, String value) {
        return UNITS.contains(key) ? value + " " + of(key) : of(key) + " " + value;
    }
}
