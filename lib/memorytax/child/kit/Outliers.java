package memorytax.child.kit;

import memorytax.child.Meter;

import java.util.Locale;

/// What a loop over many values sets aside for a closer look, for an exercise: rarely something, and it has to stay.
/// What was set aside is compared with what it should be, object by object.
///
/// ```java
/// static long audit(int[] prices, Outliers outliers) {
///     long sum = 0;
///     for (int i = 0; i < prices.length; i++) {
///         if (prices[i] >= 9_990) outliers.add(new Pair(prices[i], i));
///         sum += prices[i];
///     }
///     return sum;
/// }
/// ```
public final class Outliers {
    private final Object[] kept = new Object[1_000];
    private int count;
    private int passes;

    private Outliers() {
    }

    /// The exercise: the static method that the reader writes.
    @FunctionalInterface
    public interface Pass {
        /// @param values none below zero
        long over(int[] values, Outliers outliers);
    }

    /// Tells what one pass over 1,000 values takes, as [Meter#prove] does. What it sets aside has to be the same as
    /// with `honest`, too.
    ///
    /// @throws IllegalStateException when it is not; its sentence is for the reader
    public static void prove(String name, Pass pass, Pass honest) {
        Outliers found = new Outliers(), asked = new Outliers();
        Meter.prove(name, values -> pass.over(values, found), values -> {
            found.check(asked); // those of the pass before, outside of what is counted
            found.begin();
            asked.begin();
            return honest.over(values, asked);
        });
        found.check(asked);
    }

    /// Keeps it, where other code can find it.
    public void add(Object value) {
        if (count < kept.length) kept[count] = value;
        count++;
    }

    private void begin() {
        count = 0;
        passes++;
    }

    private void check(Outliers asked) {
        if (count != asked.count) throw new IllegalStateException(String.format(Locale.ROOT,
            "pass %,d has set aside %,d instead of %,d", passes, count, asked.count));
        for (int i = 0; i < count; i++)
            if (!asked.kept[i].equals(kept[i])) throw new IllegalStateException(String.format(Locale.ROOT,
                "pass %,d has set aside %s instead of %s", passes, kept[i], asked.kept[i]));
    }

    /// `3 set aside`
    @Override
    public String toString() {
        return count + " set aside";
    }
}
