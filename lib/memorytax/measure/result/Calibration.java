package memorytax.measure.result;

import java.util.Locale;

/// What the scale says of a weight that is known.
///
/// @param weighed processes that hold so many segments
/// @param segment bytes in one of them
public record Calibration(Weighings weighed, long segment) {
    /// The contender whose weight is known.
    public static final String KNOWN = "known weight";
    private static final double TOLERANCE = 0.01;

    /// Bytes per segment by the scale.
    public Slope slope() {
        return weighed.slope(KNOWN).orElseThrow(() -> new IllegalStateException(
            "the known weight could not be weighed: " + weighed.all().getLast().outcome()));
    }

    /// How far off the scale is: 0.002 reads 0.2 % too much.
    public double bias() {
        return slope().value() / segment - 1;
    }

    /// Half the width of the 95 % interval, as a share of the weight.
    public double spread() {
        return slope().plusMinus() / segment;
    }

    /// Whether it reads within 1 %.
    public boolean good() {
        return Math.abs(bias()) + spread() <= TOLERANCE;
    }

    /// One sentence for readers.
    @Override
    public String toString() {
        if (weighed.slope(KNOWN).isEmpty())
            return "The scale could not be checked: " + weighed.all().getLast().outcome() + ".";
        return String.format(Locale.ROOT, "%s It reads %s for a segment of %s: an error of %+.2f %%, ± %.2f %%.",
            good() ? "The scale is right within 1 %." : "The scale may be off by more than 1 %, so do not rely on the "
                + "results below.",
            Bytes.exact(slope().value()), Bytes.of(segment), 100 * bias(), 100 * spread());
    }
}
