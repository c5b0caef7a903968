package memorytax.peers;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Versions as numbers: 3.9 is before 3.12.
final class VersionNumber {
    /// The older one first.
    static final Comparator<String> ORDER = (a, b) -> {
        int[] left = numbers(a), right = numbers(b);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int l = i < left.length ? left[i] : 0, r = i < right.length ? right[i] : 0;
            if (l != r) return Integer.compare(l, r);
        }
        return 0;
    };
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private VersionNumber() {
    }

    private static int[] numbers(String version) {
        return NUMBER.matcher(version).results().mapToInt(n -> Integer.parseInt(n.group())).toArray();
    }

    /// What people call it: `3.12` of Python 3.12.1, `1.24` of Go 1.24.13, `21` of Java 21.0.8+9.
    static String release(String runtime, String version) {
        int[] numbers = numbers(version);
        return runtime.equals("java") ? String.valueOf(numbers[0]) : numbers[0] + "." + numbers[1];
    }

    /// Whether it is this version, or a later one.
    static Predicate<String> since(String oldest) {
        return version -> ORDER.compare(version, oldest) >= 0;
    }

    /// One for each release, oldest first: its newest patch, and of the same patch the first.
    static List<FoundToolchain> newest(String runtime, Stream<FoundToolchain> all) {
        Map<String, FoundToolchain> newest = new TreeMap<>(ORDER);
        all.forEach(found -> newest.merge(release(runtime, found.version()), found,
            (a, b) -> ORDER.compare(b.version(), a.version()) > 0 ? b : a));
        return List.copyOf(newest.values());
    }
}
