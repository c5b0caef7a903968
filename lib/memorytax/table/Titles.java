package memorytax.table;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What processes report by a key, and what loads take by one, as the words of a table.
final class Titles {
    private static final Pattern CAPITALS = Pattern.compile("(?<![^ _/])(kb|mb|gb|gc|cpu)(?![^ _/])");

    private Titles() {
    }

    /// The head of a column: `gc_ms_per_gb` is `GC ms per GB`.
    static String of(String key) {
        return CAPITALS.matcher(key).replaceAll(m -> m.group().toUpperCase(Locale.ROOT)).replace('_', ' ');
    }

    /// Parameters: `depth=10 kb=1` is `depth 10, KB 1`.
    static String words(String params) {
        return Stream.of(params.split(" (?=\\w+=)")).map(Titles::word).collect(Collectors.joining(", "));
    }

    private static String word(String param) {
        int equals = param.indexOf('=');
        return equals < 0 ? param : of(param.substring(0, equals)) + " " + param.substring(equals + 1);
    }
}
