package memorytax.chart;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Plot.Line;
import memorytax.chart.model.Plot.Point;
import memorytax.chart.model.Plot;
import memorytax.chart.model.Unit;

import java.util.List;

/// What goes on and on: lines between two axes that begin at zero.
final class Courses {
    private Courses() {
    }

    /// @param along what goes on; empty where its unit says it
    /// @param room  times what is largest, which is where the vertical axis ends
    /// @param lines at least one
    static Plot plot(String along, Unit passing, Unit unit, double room, List<Line> lines) {
        var points = lines.stream().flatMap(l -> l.points().stream()).toList();
        double end = points.stream().mapToDouble(Point::x).max().orElseThrow();
        double most = points.stream().mapToDouble(p -> p.y().value()).max().orElseThrow();
        return new Plot(Axis.upTo(along, passing, end), Axis.upTo("", unit, Math.max(1, most * room)), lines);
    }
}
