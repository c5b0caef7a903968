package memorytax.claim;

import memorytax.measure.result.Bytes;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/// The figures of a verdict as terminal, page and sentence write them: in the unit of the claim, and with as many
/// digits as it takes to tell the lower end from the upper.
public final class VerdictFigures {
    private static final List<String> SIZES = List.of("KB", "MB", "GB", "TB");
    private static final double EXACT = 100_000;
    private static final int DECIMALS = 2;

    private VerdictFigures() {
    }

    /// What was measured, without its ends; empty when nothing was.
    public static String value(Verdict verdict) {
        return Double.isNaN(verdict.measured()) ? "" : written(verdict).apply(decimals(verdict)).of(verdict.measured());
    }

    /// What the ends are, and the ends: `95 % interval 1,427–1,445`, `bounds from 1.2×`, `95 % interval narrower than
    /// 1 B`. Empty where nothing was measured, and where the figure is exact.
    public static String ends(Verdict verdict) {
        double low = verdict.low(), high = verdict.high();
        if (Double.isNaN(low) || Double.isNaN(high) || low == high) return "";
        int decimals = decimals(verdict);
        var figure = written(verdict).apply(decimals);
        if (Double.isInfinite(high)) return verdict.kind() + " from " + figure.of(low);
        if (figure.number(low).equals(figure.number(high)))
            return verdict.kind() + " narrower than " + figure.of(Math.pow(10, -decimals) * figure.size);
        return "%s %s–%s".formatted(verdict.kind(), figure.number(low), figure.number(high));
    }

    /// Bytes to the last one below 100,000, `0.52×` for a ratio, else the number with its unit.
    public static String figure(double value, String unit) {
        return written(value, unit).apply(usual(value, unit)).of(value);
    }

    /// A number with its unit, in a certain size of unit and with so many decimals.
    private record Figure(double size, int decimals, String unit) {
        String number(double value) {
            return String.format(Locale.ROOT, "%,." + decimals + "f", value / size);
        }

        String of(double value) {
            return number(value) + unit;
        }
    }

    /// Decimals -> the form of the verdict's figure and of its ends.
    private static IntFunction<Figure> written(Verdict verdict) {
        return written(verdict.measured(), verdict.claim().unit());
    }

    private static IntFunction<Figure> written(double value, String unit) {
        if (unit.equals("x")) return decimals -> new Figure(1, decimals, "×");
        if (!unit.equals("B")) return decimals -> new Figure(1, decimals, unit.isEmpty() ? "" : " " + unit);
        if (Math.abs(value) < EXACT) return _ -> new Figure(1, 0, " B");
        var size = Bytes.of(value).replaceFirst(".* ", "");
        return decimals -> new Figure(Math.pow(1024, SIZES.indexOf(size) + 1), decimals, " " + size);
    }

    private static int usual(double value, String unit) {
        double size = Math.abs(value);
        if (unit.equals("B")) return size < EXACT || !Bytes.of(value).contains(".") ? 0 : 1;
        return value == Math.rint(value) || size >= 100 ? 0 : size >= 10 ? 1 : size >= .1 ? 2 : 4;
    }

    /// The usual number of them, or as many more as it takes until the ends differ.
    private static int decimals(Verdict verdict) {
        int decimals = usual(verdict.measured(), verdict.claim().unit());
        double low = verdict.low(), high = verdict.high();
        if (!(low < high) || verdict.claim().unit().equals("B") && Math.abs(verdict.measured()) < EXACT)
            return decimals;
        for (; decimals < DECIMALS; decimals++) {
            var figure = written(verdict).apply(decimals);
            if (!figure.number(low).equals(figure.number(high))) break;
        }
        return decimals;
    }
}
