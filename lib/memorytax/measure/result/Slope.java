package memorytax.measure.result;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.Locale;

/// The cost of one more task: the slope of bytes over tasks. Beside it what comes with the first tasks and no more
/// after them: the same line, at no tasks. Many tasks cost `intercept + value × tasks`, never the slope alone.
///
/// @param value     bytes per task
/// @param low       lower end of the 95 % confidence interval
/// @param high      its upper end
/// @param intercept bytes above the empty process at no tasks, with a 95 % interval of its own; of what is live, which
///                  is counted from nothing, all that is live without tasks
/// @param forks     processes per size
/// @param here      measured on this machine; otherwise recorded
/// @param sizes     how far the price depends on the number of tasks: the slopes between neighbouring sizes; empty
///                  where there were but two
/// @param each      the slope of each fork's own line; empty where one fork alone has one
public record Slope(Contender contender, Quantity quantity, double value, double low, double high, Interval intercept,
                    int forks, boolean here, Optional<Range> sizes, List<Double> each) {
    /// One of which nobody knows how far it depends on the sizes.
    public Slope(Contender contender, Quantity quantity, double value, double low, double high, Interval intercept,
                 int forks, boolean here) {
        this(contender, quantity, value, low, high, intercept, forks, here, Optional.empty(), List.of());
    }

    /// The same, of which that is known.
    Slope over(Optional<Range> sizes) {
        return new Slope(contender, quantity, value, low, high, intercept, forks, here, sizes, each);
    }

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
        var lines = byFork.values().stream().filter(Slope::hasTwoSizes).map(f -> line(f, quantity)).toList();
        if (lines.size() > 1) {
            var each = lines.stream().map(SimpleRegression::getSlope).toList();
            var mean = Interval.of(each.stream().mapToDouble(slope -> slope).toArray());
            return new Slope(contender, quantity, mean.mean(), mean.low(), mean.high(),
                Interval.of(lines.stream().mapToDouble(SimpleRegression::getIntercept).toArray()), forks, here,
                Optional.empty(), each);
        }
        var line = line(points, quantity);
        double half = line.getSlopeConfidenceInterval(0.05);
        return new Slope(contender, quantity, line.getSlope(), line.getSlope() - half, line.getSlope() + half,
            intercept(line), forks, here);
    }

    /// As wide as that of the slope, by the error of its own.
    private static Interval intercept(SimpleRegression line) {
        double value = line.getIntercept(), half = line.getInterceptStdErr()
            * new TDistribution(Math.max(1, line.getN() - 2)).inverseCumulativeProbability(0.975);
        return new Interval(value, value - half, value + half, 1);
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
            plusMinus(), quantity, here ? Counted.of(forks, "fork") : "recorded");
    }
}
