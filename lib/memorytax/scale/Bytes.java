package memorytax.scale;

import java.util.Locale;

/// Sizes as people write them, in units of 1,024.
public final class Bytes {
    private Bytes() {
    }

    /// `537 B`, `2.7 KB`, `34 MB`, `1.1 GB`: two digits that count, never a bare exponent.
    public static String of(double bytes) {
        double size = Math.abs(bytes);
        String[] units = {"B", "KB", "MB", "GB", "TB"};
        int unit = 0;
        while (size >= 1000 && unit < units.length - 1) {
            size /= 1024;
            unit++;
        }
        String number = unit == 0 || size >= 9.95 ? "%,.0f" : "%.1f";
        return (bytes < 0 ? "-" : "") + String.format(Locale.ROOT, number, size) + " " + units[unit];
    }

    /// `2,771 B`: every byte counted, for a figure that stands beside its interval.
    public static String exact(double bytes) {
        return String.format(Locale.ROOT, "%,.0f B", bytes);
    }
}
