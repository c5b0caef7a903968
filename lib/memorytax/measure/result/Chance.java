package memorytax.measure.result;

import org.apache.commons.math3.util.CombinatoricsUtils;

import java.util.Arrays;

/// How often chance alone would make forks look as they do, where in truth nothing is different.
public final class Chance {
    /// What is less likely than that is taken for true; and is said together with its chance.
    public static final double ENOUGH = 0.05;
    /// Two 95 % intervals of the same truth that do not touch: less often than that.
    public static final double INTERVALS = 0.01;

    /// A 95 % interval that lies wholly on the one side of the truth.
    public static final double INTERVAL = 0.025;

    private Chance() {
    }

    /// That all `n` forks of the one lie below all `m` of the other: of all orders of them, one in so many.
    public static double below(int n, int m) {
        return 1 / CombinatoricsUtils.binomialCoefficientDouble(n + m, n);
    }

    /// That all forks of any one of several lie below those of all others.
    public static double least(int... forks) {
        int all = Arrays.stream(forks).sum();
        return Arrays.stream(forks).mapToDouble(n -> 1 / CombinatoricsUtils.binomialCoefficientDouble(all, n)).sum();
    }

    /// That all `n` forks lie on the one side of their true median.
    public static double oneSide(int n) {
        return Math.pow(0.5, n);
    }

    /// `1 in 20`
    public static String said(double chance) {
        return "1 in " + (chance <= INTERVALS ? "100 or less" : Math.round(1 / chance));
    }
}
