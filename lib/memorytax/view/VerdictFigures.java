package memorytax.view;

import memorytax.claim.Verdict;
import memorytax.measure.result.Bytes;

import java.util.Locale;

/// The figures of a verdict as terminal and page write them.
public final class VerdictFigures {
    private VerdictFigures() {
    }

    /// What was measured, without its interval; empty when nothing was.
    public static String value(Verdict verdict) {
        return Double.isNaN(verdict.measured()) ? "" : figure(verdict.measured(), verdict.claim().unit());
    }

    /// Bytes to the last one below 100,000, `0.52×` for a ratio, else the number with its unit.
    public static String figure(double value, String unit) {
        if (unit.equals("B")) return Math.abs(value) < 100_000 ? Bytes.exact(value) : Bytes.of(value);
        double size = Math.abs(value);
        int decimals = value == Math.rint(value) || size >= 100 ? 0 : size >= 10 ? 1 : size >= .1 ? 2 : 4;
        String number = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return unit.equals("x") ? number + "×" : (number + " " + unit).strip();
    }
}
