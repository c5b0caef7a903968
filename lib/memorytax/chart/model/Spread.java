package memorytax.chart.model;

import memorytax.measure.result.Range;
import memorytax.measure.result.Slope;

import java.util.List;

/// A value, and from where to where it may lie or did lie: an interval, or the range of the forks.
///
/// @param low  the value itself where nothing is known of that
/// @param each what the processes say of it one by one; empty where that is not known
public record Spread(double value, double low, double high, List<Double> each) {
    /// One of which single values are not known.
    public Spread(double value, double low, double high) {
        this(value, low, high, List.of());
    }

    /// A value of which nothing is known but itself.
    public static Spread of(double value) {
        return new Spread(value, value, value);
    }

    /// Bytes of one more task, with the 95 % interval.
    public static Spread of(Slope slope) {
        return new Spread(slope.value(), slope.low(), slope.high(), slope.each());
    }

    /// A median, with the smallest and the largest of the forks.
    public static Spread of(Range range) {
        return new Spread(range.median(), range.low(), range.high(), range.forks() > 1 ? range.each() : List.of());
    }

    /// The same counted in a larger unit.
    public Spread per(double unit) {
        return new Spread(value / unit, low / unit, high / unit, each.stream().map(v -> v / unit).toList());
    }
}
