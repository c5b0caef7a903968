package memorytax.chart.draw;

import java.util.stream.DoubleStream;

/// Where a logarithmic axis begins and ends: at 1, 2 or 5 times a power of ten.
public final class Decades {
    private Decades() {
    }

    /// The next round number below.
    public static double down(double value) {
        double ten = Math.pow(10, Math.floor(Math.log10(value)));
        return DoubleStream.of(5, 2, 1).map(f -> f * ten).filter(v -> v <= value * 0.98).findFirst().orElse(ten / 2);
    }

    /// The next round number above.
    public static double up(double value) {
        double ten = Math.pow(10, Math.floor(Math.log10(value)));
        return DoubleStream.of(1, 2, 5).map(f -> f * ten).filter(v -> v >= value * 1.02).findFirst().orElse(ten * 10);
    }
}
