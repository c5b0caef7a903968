package memorytax.chart.model;

import memorytax.measure.result.Bytes;

import java.util.Locale;
import java.util.function.DoubleFunction;

/// What values are counted in, and how they are written.
///
/// @param tick  a round value on an axis: `1 KB`
/// @param value any value: `1.0 KB`
/// @param sizes whether round values are those of bytes: 1 KB is 1,024
public record Unit(DoubleFunction<String> tick, DoubleFunction<String> value, boolean sizes) {
    /// Bytes, as people write them.
    public static final Unit BYTES = new Unit(Bytes::named, Bytes::of, true);
    /// Bytes more or less than something: `+200 B`, `-1.5 KB`.
    public static final Unit MORE_BYTES = new Unit(v -> signed(v, Bytes.named(v)), v -> signed(v, Bytes.of(v)), true);
    /// Milliseconds; a value has two digits that count.
    public static final Unit MILLIS = new Unit(v -> number(v) + " ms", Unit::millis, false);
    /// What is counted, and has nothing behind the dot.
    public static final Unit COUNT = plain(Unit::count);

    /// Thousands grouped, and as many decimals as count.
    public static final Unit NUMBER = plain(Unit::figure);

    /// A number and this word behind it, `MB`; a value has three digits that count.
    public static Unit of(String word) {
        return new Unit(v -> number(v) + " " + word, v -> threeDigits(v) + " " + word, false);
    }

    /// Values that are written alike everywhere.
    public static Unit plain(DoubleFunction<String> format) {
        return new Unit(format, format, false);
    }

    /// `1,000`, `2.5`, `0.1`
    public static String number(double v) {
        boolean whole = Math.abs(v - Math.rint(v)) < 1e-9;
        return whole ? String.format(Locale.ROOT, "%,.0f", v) : String.valueOf(Math.round(v * 1e6) / 1e6);
    }

    private static String signed(double value, String text) {
        return (value > 0 ? "+" : "") + text;
    }

    private static String threeDigits(double value) {
        double size = Math.abs(value);
        int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private static String figure(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) || size >= 100) return count(value);
        String text = String.format(Locale.ROOT, size >= 1 ? "%.1f" : size >= 0.01 ? "%.3f" : "%.6f", value);
        return text.replaceFirst("\\.?0+$", "");
    }

    /// `255 ms`, `1.4 ms`, `0.033 ms`: two digits that count.
    public static String millis(double ms) {
        int digits = ms >= 9.95 ? 0 : ms >= 0.995 ? 1 : ms >= 0.0995 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f ms", ms);
    }

    /// `1,000`
    public static String count(double v) {
        return String.format(Locale.ROOT, "%,.0f", v);
    }
}
