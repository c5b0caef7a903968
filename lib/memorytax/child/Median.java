package memorytax.child;

import java.util.Arrays;

/// The middle of several values: of an even number of them, the mean of the two in the middle. The same everywhere in
/// the workbook, in Java, Go and Python.
public final class Median {
    private Median() {
    }

    /// @param values at least one, in any order; they stay as they are
    public static double of(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /// The same of whole numbers.
    public static double of(long... values) {
        return of(Arrays.stream(values).asDoubleStream().toArray());
    }
}
