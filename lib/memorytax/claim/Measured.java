package memorytax.claim;

import memorytax.scale.Slope;
import memorytax.scale.Spread;

/// A figure of ours with its interval, ready to be held against a claim.
///
/// @param low  of the 95 % interval of a slope, or of the range over the forks
/// @param here measured on this machine; otherwise recorded
public record Measured(double value, double low, double high, boolean here) {
    /// A cost per task.
    public static Measured of(Slope slope) {
        return new Measured(slope.value(), slope.low(), slope.high(), slope.here());
    }

    /// A size, by its median and range.
    public static Measured of(Spread spread, boolean here) {
        return new Measured(spread.median(), spread.low(), spread.high(), here);
    }

    /// How many times `other` this is.
    public Measured over(Measured other) {
        return new Measured(value / other.value, low / other.high, high / other.low, here && other.here);
    }
}
