package memorytax.measure.result;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/// An estimate from several forks: their mean with its 95 % confidence interval by Student's t. It says how well forks
/// agree, and so what as many others would say; not how right any of them is.
public record Interval(double mean, double low, double high, int forks) {
    /// Of one value alone that value, and no width, because nobody knows any. `values` must not be empty.
    public static Interval of(double... values) {
        double mean = StatUtils.mean(values);
        if (values.length < 2) return new Interval(mean, mean, mean, values.length);
        double error = Math.sqrt(StatUtils.variance(values) / values.length);
        double half = new TDistribution(values.length - 1).inverseCumulativeProbability(0.975) * error;
        return new Interval(mean, mean - half, mean + half, values.length);
    }

    /// `34 MB (33 MB to 34 MB at 95 %, 5 forks)`
    @Override
    public String toString() {
        return Bytes.of(mean) + " (" + Bytes.of(low) + " to " + Bytes.of(high) + " at 95 %, "
            + Counted.of(forks, "fork") + ")";
    }
}
