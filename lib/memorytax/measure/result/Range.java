package memorytax.measure.result;

import memorytax.child.Median;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// What several forks said of one point: their median between the smallest and the largest of them. It says what was
/// seen, and nothing of what the next fork will say; for that there is [Interval].
///
/// @param each by fork, in the order in which they came back
public record Range(double median, double low, double high, List<Double> each) {
    /// `values` must not be empty.
    public static Range of(LongStream values) {
        return of(values.asDoubleStream().toArray());
    }

    /// The same of an array that is not empty, and stays as it is.
    static Range of(double... values) {
        return new Range(Median.of(values), Arrays.stream(values).min().orElseThrow(),
            Arrays.stream(values).max().orElseThrow(), Arrays.stream(values).boxed().toList());
    }

    /// How many there were.
    public int forks() {
        return each.size();
    }

    /// `34 MB (33 MB to 34 MB, 5 forks)`
    @Override
    public String toString() {
        return Bytes.of(median) + " (" + Bytes.of(low) + " to " + Bytes.of(high) + ", "
            + Counted.of(forks(), "fork") + ")";
    }
}
