package memorytax.measure.result;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Sizes as people write them, in units of 1,024.
public final class Bytes {
    private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB");

    private Bytes() {
    }

    /// `537 B`, `2.7 KB`, `34 MB`, `1.1 GB`: two digits that count, never a bare exponent.
    public static String of(double bytes) {
        double size = Math.abs(bytes);
        int unit = 0;
        while (size >= 1000 && unit < UNITS.size() - 1) {
            size /= 1024;
            unit++;
        }
        String number = unit == 0 || size >= 9.95 ? "%,.0f" : "%.1f";
        return (bytes < 0 ? "-" : "") + String.format(Locale.ROOT, number, size) + " " + UNITS.get(unit);
    }

    /// The same of a size that somebody has named: `2 GB`, `1.5 KB`.
    public static String named(double bytes) {
        return of(bytes).replace(".0 ", " ");
    }

    /// The same, and no less exact than it was given: `2,600 B`, `2.5 KB`.
    public static String given(double bytes) {
        var named = named(bytes);
        return bytes >= 10_000 || parse(named).orElse(0) == bytes ? named : exact(bytes);
    }

    /// The other way round: `16 KB` is 16,384. Empty for what is no such size.
    public static OptionalDouble parse(String size) {
        var words = size.replace(",", "").split(" ");
        int unit = words.length == 2 ? UNITS.indexOf(words[1]) : -1;
        return unit < 0 || !words[0].matches("-?\\d+(\\.\\d+)?") ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(words[0]) * Math.pow(1024, unit));
    }

    /// `2,771 B`: every byte counted, for a figure that stands beside its interval.
    public static String exact(double bytes) {
        return String.format(Locale.ROOT, "%,.0f B", bytes);
    }
}
