package memorytax.scale;

import org.apache.commons.math3.stat.regression.SimpleRegression;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.Locale;

/// The cost of one more task: the slope of bytes over tasks.
///
/// @param value bytes per task
/// @param low   lower end of the 95 % confidence interval
/// @param high  its upper end
/// @param forks processes per size
/// @param here  measured on this machine; otherwise recorded
public record Slope(Contender contender, Quantity quantity, double value, double low, double high, int forks,
                    boolean here) {
    /// Half the width of the interval.
    public double plusMinus() {
        return (high - low) / 2;
    }

    /// Each fork has a line of its own, fitted by least squares; the slope is their mean, and its interval follows from
    /// how much they differ. So noise that grows with the weight, as memory's does, is not taken for certainty. One
    /// fork alone has only the scatter of its points about their line.
    ///
    /// @param points of at least two different sizes, three in all
    static Slope of(Contender contender, Quantity quantity, List<Weighing> points, int forks) {
        boolean here = points.stream().allMatch(Weighing::here);
        var byFork = points.stream().collect(Collectors.groupingBy(Weighing::fork, TreeMap::new, Collectors.toList()));
        var slopes = byFork.values().stream().filter(Slope::hasTwoSizes)
            .mapToDouble(f -> line(f, quantity).getSlope()).toArray();
        if (slopes.length > 1) {
            var mean = Spread.mean(slopes);
            return new Slope(contender, quantity, mean.median(), mean.low(), mean.high(), forks, here);
        }
        var line = line(points, quantity);
        double half = line.getSlopeConfidenceInterval(0.05);
        return new Slope(contender, quantity, line.getSlope(), line.getSlope() - half, line.getSlope() + half, forks,
            here);
    }

    private static boolean hasTwoSizes(List<Weighing> points) {
        return points.stream().mapToInt(Weighing::tasks).distinct().count() > 1;
    }

    private static SimpleRegression line(List<Weighing> points, Quantity quantity) {
        var line = new SimpleRegression();
        points.forEach(p -> line.addData(p.tasks(), p.bytes(quantity).getAsLong()));
        return line;
    }

    /// `goroutines: 2,701 B ± 3 resident per task, 5 forks`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s ± %,.0f %s per task, %s", contender.name(), Bytes.exact(value),
            plusMinus(), quantity, here ? forks + " forks" : "recorded");
    }
}
