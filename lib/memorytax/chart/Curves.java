package memorytax.chart;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Plot.Guide;
import memorytax.chart.model.Plot.Line;
import memorytax.chart.model.Plot.Point;
import memorytax.chart.model.Plot;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// Lines through measured values, on two logarithmic axes.
final class Curves {
    private Curves() {
    }

    /// @param here   measured on this machine
    /// @param points what was varied -> what came of it, above zero; not empty
    static Line line(String name, boolean here, TreeMap<Integer, Spread> points) {
        return new Line(name, name, Plot.Style.POINTS, here,
            points.entrySet().stream().map(p -> new Point(p.getKey(), p.getValue(), "")).toList());
    }

    /// @param along what was varied
    /// @param lines at least one
    static Plot plot(String along, Unit varied, Unit unit, List<Line> lines, List<Guide> guides) {
        var at = new TreeSet<Double>();
        lines.forEach(l -> l.points().forEach(p -> at.add(p.x())));
        var all = lines.stream().flatMap(l -> l.points().stream()).map(Point::y).toList();
        // what is not certain of a value may reach below zero, where the axis does not
        double low = all.stream().mapToDouble(s -> s.low() > 0 ? s.low() : s.value()).min().orElseThrow();
        double high = all.stream().mapToDouble(Spread::high).max().orElseThrow();
        return new Plot(Axis.through(along, varied, at), Axis.beyond("", unit, low, high), lines, guides);
    }
}
