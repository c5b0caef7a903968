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
            return "The scale could not be tried: " + weighed.all().getLast().outcome() + ".";
        return String.format(Locale.ROOT, "%s A segment of %s reads %s: %+.2f %%, ±%.2f %%.",
            good() ? "The scale is true." : "The scale is off by more than 1 %: take what follows with care.",
            Bytes.of(segment), Bytes.exact(slope().value()), 100 * bias(), 100 * spread());
    }
}
