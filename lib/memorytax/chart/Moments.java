package memorytax.chart;

import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Plot.Line;
import memorytax.chart.model.Plot.Moment;
import memorytax.chart.model.Plot.Point;
import memorytax.chart.model.Plot;
import memorytax.chart.model.Unit;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Reports;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// A figure that processes told again and again while they worked, and the moments at which something happened to it.
final class Moments {
    private static final String TIME = "ms";

    private Moments() {
    }

    static ChartModel of(Reports reports, String figure) {
        var lines = reports.contenders().stream().map(c -> line(reports, c.name(), figure))
            .filter(l -> l.points().size() > 1).toList();
        var caption = Caption.of("Bytes that one operation takes, from the first operation on.")
            .and(Hand.PICTURE, lines.stream().allMatch(l -> l.moments().isEmpty()) ? ""
                : "A dotted line marks a moment that the process reported.")
            .and(lines.stream().allMatch(Line::here) ? "" : Counted.RECORDED);
        return new ChartModel(caption, lines.isEmpty()
            ? new ChartModel.Nothing("no process reported more than one value")
            : Courses.plot("", Unit.MILLIS, Unit.BYTES, 1.15, named(lines)));
    }

    /// Names of one line's moments would run into those of another's: they are the same, at about the same place.
    private static List<Line> named(List<Line> lines) {
        var fullest = lines.stream().max(Comparator.comparingInt(l -> l.moments().size())).orElseThrow();
        return lines.stream().map(l -> l == fullest ? l
            : l.with(l.moments().stream().map(m -> new Moment(m.x(), "")).toList())).toList();
    }

    /// What the first of the contender's processes told.
    private static Line line(Reports reports, String contender, String figure) {
        var all = reports.all().stream().filter(r -> r.contender().name().equals(contender)).toList();
        int first = all.stream().filter(r -> r.figures().containsKey(figure)).mapToInt(Reports.Report::fork).min()
            .orElse(0);
        var told = all.stream().filter(r -> r.fork() == first).toList();
        var points = told.stream().map(Reports.Report::figures).filter(f -> f.keySet().containsAll(List.of(TIME,
            figure))).map(f -> new Point(f.get(TIME), f.get(figure))).toList();
        var moments = told.stream().filter(r -> r.figures().keySet().equals(Set.of(TIME)))
            .map(r -> new Moment(Math.round(r.figures().get(TIME)), r.name().replace('_', ' '))).toList();
        return new Line(contender, contender, Plot.Style.COURSE, reports.here(contender), points, moments);
    }
}
