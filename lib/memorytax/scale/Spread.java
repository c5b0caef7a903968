package memorytax.scale;

import memorytax.fork.Median;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/// What several forks said of one point: their median between the lowest and the highest.
public record Spread(double median, double low, double high, int forks) {
    /// The mean of two values or more, with its 95 % confidence interval by Student's t.
    static Spread mean(double... values) {
        double mean = StatUtils.mean(values), error = Math.sqrt(StatUtils.variance(values) / values.length);
        double half = new TDistribution(values.length - 1).inverseCumulativeProbability(0.975) * error;
        return new Spread(mean, mean - half, mean + half, values.length);
    }

    /// `values` must not be empty.
    static Spread of(LongStream values) {
        return of(values.asDoubleStream().toArray());
    }

    /// The same of an array that is not empty, and that is sorted now.
    static Spread of(double[] v) {
        Arrays.sort(v);
        return new Spread(Median.of(v), v[0], v[v.length - 1], v.length);
    }

    /// The name of the one that is below all others beyond doubt: their ranges do not overlap. Empty where there is
    /// none such, or one of them is missing.
    public static String least(Map<String, Optional<Spread>> named) {
        if (named.values().stream().anyMatch(Optional::isEmpty)) return "";
        return named.keySet().stream().filter(name -> named.entrySet().stream().allMatch(e -> e.getKey().equals(name)
            || named.get(name).get().high < e.getValue().get().low)).findFirst().orElse("");
    }

    /// `34 MB (33 MB to 34 MB, 5 forks)`
    @Override
    public String toString() {
        return Bytes.of(median) + " (" + Bytes.of(low) + " to " + Bytes.of(high) + ", " + forks + " forks)";
    }
}
