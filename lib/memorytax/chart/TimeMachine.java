package memorytax.chart;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Plot.Line;
import memorytax.chart.model.Plot.Point;
import memorytax.chart.model.Plot;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.knob.Releases;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Weighings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/// One task's bytes over the versions of its language: a line for each kind of task, a point for each version, at the
/// day on which the version came out.
final class TimeMachine {
    /// Of the years, behind the last version: its marker is not cut off.
    private static final double MARGIN = 0.05;
    private final List<String> undated = new ArrayList<>();

    private TimeMachine() {
    }

    static ChartModel of(Weighings versions, Quantity quantity) {
        return new TimeMachine().model(versions, quantity);
    }

    private ChartModel model(Weighings versions, Quantity quantity) {
        var points = new LinkedHashMap<String, List<Point>>();
        for (var contender : versions.contenders()) {
            var slope = versions.slope(contender, quantity).filter(s -> s.value() > 0);
            var release = Releases.of(contender);
            if (slope.isPresent() && release.isEmpty()) undated.add(contender.name());
            if (slope.isPresent() && release.isPresent())
                points.computeIfAbsent(Contender.kind(contender.name()), _ -> new ArrayList<>())
                    .add(point(release.get(), slope.get()));
        }
        var lines = points.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).toList();
        return new ChartModel(caption(versions, quantity, lines), lines.isEmpty()
            ? new ChartModel.Nothing("no version was measured") : plot(lines));
    }

    private static Point point(Releases.Release release, Slope slope) {
        return new Point(years(release.released()), Spread.of(slope), release.version(), slope.here());
    }

    private static Line line(String kind, List<Point> points) {
        points.sort(Comparator.comparingDouble(Point::x));
        return new Line(kind, kind, Plot.Style.POINTS, points.stream().anyMatch(Point::here), List.copyOf(points));
    }

    private Caption caption(Weighings versions, Quantity quantity, List<Line> lines) {
        var all = lines.stream().flatMap(l -> l.points().stream()).toList();
        boolean none = all.stream().noneMatch(Point::here), some = all.stream().anyMatch(p -> !p.here());
        var bytes = "bytes that one more task " + (quantity == Quantity.LIVE ? "keeps alive" : "adds");
        return Caption.of("Upwards: " + bytes + ". To the right: when the version at the point came out.")
            .and(Hand.PICTURE, "Vertical bars show the 95 % interval, where that is larger than the marker.")
            .and(none && !all.isEmpty() ? Counted.RECORDED : some ? "Hollow: recorded, not measured here." : "")
            .and(undated.isEmpty() ? "" : "Not drawn, because data/releases.csv does not have it: "
                + String.join(", ", undated) + ".");
    }

    private static Plot plot(List<Line> lines) {
        var all = lines.stream().flatMap(l -> l.points().stream()).toList();
        var x = all.stream().mapToDouble(Point::x).summaryStatistics();
        double first = Math.floor(x.getMin()), last = Math.max(first + 1, x.getMax() + MARGIN * (x.getMax() - first));
        var years = IntStream.rangeClosed((int) first, (int) last).mapToObj(y -> (double) y).toList();
        return new Plot(new Axis("", Unit.plain(v -> String.valueOf(Math.round(v))), false, first, last, years),
            Axis.around("", Unit.BYTES, all.stream().map(Point::y).toList()), lines);
    }

    /// 2024.5 in the middle of 2024
    static double years(LocalDate day) {
        return day.getYear() + (day.getDayOfYear() - 1.0) / day.lengthOfYear();
    }
}
