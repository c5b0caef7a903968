package memorytax.chart;

import memorytax.chart.draw.ModelChart;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Plot;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Interval;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Weighing;
import org.knowm.xchart.XYChart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Weighings as a scale would bring them back, and what is in a chart of them.
final class Sample {
    static final Contender VIRTUAL = new Contender("virtual threads", "java", "25");
    static final Contender GO = new Contender("goroutines", "go", "1.26.8");

    private Sample() {
    }

    /// Three forks at three sizes, `each` bytes a task, the forks 10 % apart.
    static List<Weighing> weighed(Contender contender, long each, Outcome outcome) {
        var all = new ArrayList<Weighing>();
        for (int tasks : new int[]{1_000, 10_000, 100_000})
            for (int fork = 1; fork <= 3; fork++)
                all.add(point(contender, tasks, fork, each * tasks * (9 + fork) / 11, outcome));
        return all;
    }

    static Weighing point(Contender contender, int tasks, int fork, long bytes, Outcome outcome) {
        return new Weighing(contender, tasks, Map.of(), fork, reading(5 << 20), reading((5 << 20) + bytes),
            OptionalLong.empty(), OptionalLong.of(1), outcome);
    }

    static Slope slope(Contender contender, Quantity quantity, double value) {
        return new Slope(contender, quantity, value, value - 10, value + 10, new Interval(0, 0, 0, 5), 5, true);
    }

    static ChartModel model(XYChart chart) {
        return ((ModelChart) chart).model();
    }

    static List<Plot.Line> lines(XYChart chart) {
        return ((Plot) model(chart).content()).lines();
    }

    static Plot.Line line(XYChart chart, String name) {
        return lines(chart).stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
    }

    static double[] x(Plot.Line line) {
        return line.points().stream().mapToDouble(Plot.Point::x).toArray();
    }

    static double[] y(Plot.Line line) {
        return line.points().stream().mapToDouble(p -> p.y().value()).toArray();
    }

    private static Optional<Reading> reading(long resident) {
        return Optional.of(new Reading(resident, OptionalLong.empty(), 1));
    }
}
