package memorytax.chart.model;

import memorytax.measure.result.Range;
import memorytax.measure.result.Slope;

/// A value, and from where to where it may lie or did lie: an interval, or the range of the forks.
///
/// @param low the value itself where nothing is known of that
public record Spread(double value, double low, double high) {
    /// A value of which nothing is known but itself.
    public static Spread of(double value) {
        return new Spread(value, value, value);
    }

    /// Bytes of one more task, with the 95 % interval.
    public static Spread of(Slope slope) {
        return new Spread(slope.value(), slope.low(), slope.high());
    }

    /// A median, with the smallest and the largest of the forks.
    public static Spread of(Range range) {
        return new Spread(range.median(), range.low(), range.high());
    }

    /// The same counted in a larger unit.
    public Spread per(double unit) {
        return new Spread(value / unit, low / unit, high / unit);
    }
}
