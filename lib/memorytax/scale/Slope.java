package memorytax.scale;

import org.apache.commons.math3.stat.regression.SimpleRegression;

import java.util.List;
import java.util.Locale;

/// The cost of one more task: the slope of bytes over tasks, by least squares over all forks and sizes.
///
/// @param value bytes per task
/// @param low   lower end of the 95 % confidence interval
/// @param high  its upper end
/// @param forks processes per size
/// @param here  measured on this machine; otherwise recorded
public record Slope(Contender contender, Quantity quantity, double value, double low, double high, int forks, boolean here) {
    /// Half the width of the interval.
    public double plusMinus() {
        return (high - low) / 2;
    }

    /// `points` need at least two different sizes and three points, or there is no interval.
    static Slope of(Contender contender, Quantity quantity, List<Weighing> points, int forks) {
        var line = new SimpleRegression();
        points.forEach(p -> line.addData(p.tasks(), p.bytes(quantity).getAsLong()));
        double half = line.getSlopeConfidenceInterval(0.05);
        return new Slope(contender, quantity, line.getSlope(), line.getSlope() - half, line.getSlope() + half, forks, points.stream().allMatch(Weighing::here));
    }

    /// `goroutines: 2,701 B ± 3 resident per task, 5 forks`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s ± %,.0f %s per task, %s", contender.name(), Bytes.exact(value),
            plusMinus(), quantity, here ? forks + " forks" : "recorded");
    }
}
