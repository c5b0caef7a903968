package memorytax.chart.model;

import java.util.stream.DoubleStream;

/// Round values along a logarithmic axis.
final class Decades {
    private Decades() {
    }

    /// The next of 1, 2 or 5 times a power of ten below.
    static double down(double value) {
        double ten = Math.pow(10, Math.floor(Math.log10(value)));
        return DoubleStream.of(5, 2, 1).map(f -> f * ten).filter(v -> v <= value * 0.98).findFirst().orElse(ten / 2);
    }

    /// The next of them above.
    static double up(double value) {
        double ten = Math.pow(10, Math.floor(Math.log10(value)));
        return DoubleStream.of(1, 2, 5).map(f -> f * ten).filter(v -> v >= value * 1.02).findFirst().orElse(ten * 10);
    }

    /// Every power of ten from `low` to `high`; also 2 and 5 times each where there would be too few. Of sizes 1 B,
    /// 10 B, 100 B, 1 KB, 10 KB, … in units of 1,024, and 1 KB, 2 KB, 4 KB, … where there would be too few.
    static DoubleStream between(Unit unit, double low, double high) {
        var tens = unit.sizes() ? inside(low, high, DoubleStream.iterate(1, u -> u < 1e15, u -> u * 1024)
            .flatMap(u -> DoubleStream.of(u, 10 * u, 100 * u))) : inside(low, high, powers(low, high, 1));
        if (tens.length >= 2) return DoubleStream.of(tens);
        return DoubleStream.of(inside(low, high, unit.sizes()
            ? DoubleStream.iterate(1, v -> v <= high * 1.001, v -> 2 * v) : powers(low, high, 1, 2, 5)));
    }

    private static DoubleStream powers(double low, double high, double... factors) {
        return DoubleStream.iterate(Math.floor(Math.log10(low)), e -> e <= Math.log10(high) + 1e-9, e -> e + 1)
            .flatMap(e -> DoubleStream.of(factors).map(f -> f * Math.pow(10, e)));
    }

    private static double[] inside(double low, double high, DoubleStream values) {
        return values.filter(v -> v >= low * 0.999 && v <= high * 1.001).toArray();
    }
}
