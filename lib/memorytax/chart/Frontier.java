package memorytax.chart;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Plot.Line;
import memorytax.chart.model.Plot.Point;
import memorytax.chart.model.Plot;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.measure.result.Watched;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What memory buys in time: a line per contender through the values of a parameter, each point at the time that the
/// work took and the peak that it needed, and named after its value.
final class Frontier {
    private static final double MB = 1 << 20;

    private Frontier() {
    }

    static ChartModel of(Watched watched, String key) {
        var values = watched.reports().by(key).keySet();
        var lines = watched.contenders().stream().map(c -> new Line(c.name(), c.name(), Plot.Style.POINTS,
            watched.here(c.name()), values.stream().flatMap(value -> point(watched.with(key, value), c.name(), value)
                .stream()).toList())).filter(l -> !l.points().isEmpty()).toList();
        var caption = Caption.of("Upwards: the peak of resident memory. To the right: the time that all jobs took.")
            .and(Caption.Hand.PICTURE, "The number at a point says how many " + key + " there were.")
            .and(Names.dashed(lines));
        return new ChartModel(caption, lines.isEmpty() ? new ChartModel.Nothing("no process finished its jobs")
            : new Plot(axis(lines, Unit.of("s"), Point::x), axis(lines, Unit.of("MB"), p -> p.y().value()), lines));
    }

    private static Optional<Point> point(Watched one, String contender, int value) {
        return one.peak(contender).flatMap(peak -> one.seconds(contender).map(seconds -> new Point(seconds.median(),
            Spread.of(peak.median() / MB), Unit.count(value))));
    }

    private static Axis axis(List<Line> lines, Unit unit, ToDoubleFunction<Point> of) {
        var all = lines.stream().flatMap(l -> l.points().stream()).mapToDouble(of).summaryStatistics();
        return Axis.beyond("", unit, all.getMin(), all.getMax());
    }
}
