package memorytax.chart.model;

/// Round steps along an even axis, numbered: 1, 2, 5, 10, 20, 50, … and 0.5, 0.2, 0.1, … before them.
final class RoundSteps {
    private static final int[] FACTORS = {1, 2, 5};

    private RoundSteps() {
    }

    /// The number of the smallest step that is not smaller than `rough`.
    static int from(double rough) {
        int number = 3 * (int) Math.floor(Math.log10(rough));
        while (step(number) < rough * 0.999) number++;
        return number;
    }

    /// 1 for 0, 2 for 1, 5 for 2, 10 for 3, 0.5 for -1.
    static double step(int number) {
        int decade = Math.floorDiv(number, 3), factor = FACTORS[Math.floorMod(number, 3)];
        return decade < 0 ? factor / Math.pow(10, -decade) : factor * Math.pow(10, decade);
    }
}
