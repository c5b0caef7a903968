package memorytax.measure.result;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.regression.SimpleRegression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One figure as each fork has it, so that two figures can be compared: whether their forks have to do with each other
/// decides how.
///
/// @param byFork number of the fork -> its value
public record ForkValues(SequencedMap<Integer, Double> byFork) {
    /// Bytes of one more task: the slope of each fork's own line. [Slope] is their mean. Forks that came back with one
    /// size alone have no line.
    public static ForkValues slopes(Weighings weighed, Contender contender, Quantity quantity) {
        var slopes = new LinkedHashMap<Integer, Double>();
        byFork(weighed, contender, quantity).forEach((fork, points) -> {
            var line = new SimpleRegression();
            points.forEach(p -> line.addData(p.tasks(), p.bytes(quantity).orElseThrow()));
            if (points.stream().mapToInt(Weighing::tasks).distinct().count() > 1) slopes.put(fork, line.getSlope());
        });
        return new ForkValues(slopes);
    }

    /// Bytes of each process with so many tasks, divided by them: a quotient, not a slope.
    public static ForkValues quotients(Weighings weighed, Contender contender, int tasks, Quantity quantity) {
        var quotients = new LinkedHashMap<Integer, Double>();
        byFork(weighed, contender, quantity).forEach((fork, points) -> points.stream()
            .filter(p -> p.tasks() == tasks).findFirst()
            .ifPresent(p -> quotients.put(fork, (double) p.bytes(quantity).orElseThrow() / tasks)));
        return new ForkValues(quotients);
    }

    /// Resident bytes of the empty process, on the average of those that are one fork of several sizes.
    public static ForkValues baselines(Weighings weighed, Contender contender) {
        var baselines = new LinkedHashMap<Integer, Double>();
        byFork(weighed, contender, Quantity.TOTAL).forEach((fork, points) -> baselines.put(fork, points.stream()
            .mapToDouble(p -> p.baseline().orElseThrow().resident()).average().orElseThrow()));
        return new ForkValues(baselines);
    }

    private static TreeMap<Integer, List<Weighing>> byFork(Weighings weighed, Contender contender, Quantity quantity) {
        return weighed.of(contender, quantity).stream()
            .collect(Collectors.groupingBy(Weighing::fork, TreeMap::new, Collectors.toList()));
    }

    /// Their mean with its 95 % interval. There must be one at least.
    public Interval mean() {
        return Interval.of(values());
    }

    /// How much more these are than others of other processes, with a 95 % interval by Welch: the difference of the
    /// means, whose standard error is √(s₁²/n₁ + s₂²/n₂), by Student's t with (s₁²/n₁ + s₂²/n₂)² / ((s₁²/n₁)²/(n₁−1) +
    /// (s₂²/n₂)²/(n₂−1)) degrees of freedom (Welch 1947, Satterthwaite 1946). It does not ask that both scatter alike.
    /// Of one fork alone no scatter is known: then the interval has no width, and says that it is of one fork.
    public Interval minus(ForkValues other) {
        double[] a = values(), b = other.values();
        int forks = Math.min(a.length, b.length);
        double value = StatUtils.mean(a) - StatUtils.mean(b);
        if (forks < 2) return new Interval(value, value, value, forks);
        double ours = StatUtils.variance(a) / a.length, theirs = StatUtils.variance(b) / b.length;
        double error = ours + theirs;
        if (error == 0) return new Interval(value, value, value, forks);
        double freedom = error * error / (ours * ours / (a.length - 1) + theirs * theirs / (b.length - 1));
        double half = new TDistribution(freedom).inverseCumulativeProbability(0.975) * Math.sqrt(error);
        return new Interval(value, value - half, value + half, forks);
    }

    /// How much more these are than others of the same processes: fork by fork, by Student's t of the differences. What
    /// is off in a fork is off in both, and does not count. Forks that one of the two lacks are left out; one at least
    /// must be left.
    public Interval minusSameForks(ForkValues other) {
        return Interval.of(byFork.entrySet().stream().filter(e -> other.byFork.containsKey(e.getKey()))
            .mapToDouble(e -> e.getValue() - other.byFork.get(e.getKey())).toArray());
    }

    /// Whether no fork came back with it.
    public boolean isEmpty() {
        return byFork.isEmpty();
    }

    private double[] values() {
        return byFork.values().stream().mapToDouble(v -> v).toArray();
    }
}
