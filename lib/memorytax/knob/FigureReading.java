package memorytax.knob;

import memorytax.measure.result.Bytes;
import memorytax.measure.result.Interval;
import memorytax.measure.result.PerTask;
import memorytax.measure.result.Quantity;

import java.util.Comparator;
import java.util.Locale;

/// One way to read processes that were weighed, and the figure for one task that this gives.
///
/// @param changed    about them: `GOGC=25`, `own queue, depth 100`; empty where nothing is
/// @param how        it is read
/// @param bytes      for one task, with a 95 % interval; of one fork alone it has no width
/// @param here       measured on this machine; otherwise recorded
/// @param calculated for a number of tasks that was not weighed
/// @param figure     in bytes for one task, that is held against it
public record FigureReading(String changed, PerTask how, Interval bytes, boolean here, boolean calculated,
                            double figure) {
    /// So far may a figure be off and still be explained.
    static final double SHARE = 0.1;
    private static final double ROUNDING = 1e-9;
    /// The simplest first, and of those the closest.
    static final Comparator<FigureReading> ORDER = Comparator.comparingInt(FigureReading::differences)
        .thenComparingDouble(FigureReading::distance);

    /// How much larger the figure is than what was measured: 0.1 for 10 %.
    public double off() {
        return figure / bytes.mean() - 1;
    }

    /// Whether the figure is within 10 % of what was measured.
    public boolean fits() {
        return bytes.mean() > 0 && Math.abs(off()) <= SHARE + ROUNDING;
    }

    /// How many times as large the one is as the other, as a logarithm.
    double distance() {
        return bytes.mean() > 0 ? Math.abs(Math.log(figure / bytes.mean())) : Double.MAX_VALUE;
    }

    /// Whether nothing is changed.
    boolean asItComes() {
        return changed.isEmpty();
    }

    /// Whether it is what the workbook calls the cost of a task: what one more of them occupies.
    boolean plain() {
        return asItComes() && how.equals(PerTask.slope(Quantity.RESIDENT));
    }

    /// In how many things it differs from that.
    int differences() {
        int changes = changed.isEmpty() ? 0 : (int) changed.chars().filter(c -> c == ';').count() + 1;
        return changes + (how.equals(PerTask.slope(Quantity.RESIDENT)) ? 0 : 1) + (calculated ? 1 : 0)
            + (unsure() ? 1 : 0);
    }

    /// Whether the next forks may well say something that is far from it.
    private boolean unsure() {
        return bytes.high() - bytes.low() > 2 * SHARE * bytes.mean();
    }

    /// Readings that say the same in other words have the same: of these a reader needs one.
    String family() {
        var read = how.isSlope() ? switch (how.quantity()) {
            case LIVE, RESERVED -> how.quantity().toString();
            default -> "";
        } : how.quantity() == Quantity.TOTAL ? "whole" : "divided " + (how.quantity() == Quantity.LIVE);
        return changed + "|" + read;
    }

    /// `as it comes`, `GOGC=25`
    public String what() {
        return asItComes() ? "as it comes" : changed.replace(";", ",");
    }

    /// `2,241 B ± 12`, `20.1 KB ± 0.3`
    public String value() {
        double value = bytes.mean(), half = (bytes.high() - bytes.low()) / 2;
        if (value < 10_000)
            return Bytes.exact(value) + (half > 0 ? String.format(Locale.ROOT, " ± %,.0f", half) : "");
        int power = value < 1_000 * 1024 ? 1 : value < 1e6 * 1024 ? 2 : 3;
        double unit = Math.pow(1024, power);
        return String.format(Locale.ROOT, "%,.1f %sB", value / unit, " KMG".charAt(power))
            + (half > 0 ? String.format(Locale.ROOT, " ± %,.1f", half / unit) : "");
    }

    /// How far off the figure is, of what was measured: `-3 %`, `0 %`, `10 times`.
    public String says() {
        double factor = figure / bytes.mean();
        if (factor >= 2) return String.format(Locale.ROOT, factor < 9.95 ? "%.1f times" : "%,.0f times", factor);
        return String.format(Locale.ROOT, "%+.0f %%", 100 * off()).replaceFirst("^[+-]0 ", "0 ");
    }

    /// `measured here`, `recorded, one fork`, `calculated`
    public String origin() {
        return calculated ? "calculated" : (here ? "measured here" : "recorded")
            + (bytes.forks() == 1 ? ", one fork" : "");
    }

    /// `own queue, one more task, live: 2,241 B ± 12 (recorded)`
    @Override
    public String toString() {
        return what() + ", " + how + ": " + value() + " (" + origin() + ")";
    }
}
