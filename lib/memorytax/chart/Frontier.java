package memorytax.chart;

import memorytax.chart.draw.Anchor;
import memorytax.chart.draw.Decades;
import memorytax.chart.draw.Empty;
import memorytax.chart.draw.Hue;
import memorytax.chart.draw.LayeredChart;
import memorytax.chart.draw.LineLabels;
import memorytax.chart.draw.Theme;
import memorytax.chart.draw.Ticks;
import memorytax.measure.result.Watched;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What memory buys in time: a line per contender through the values of a parameter, each point at the time that the
/// work took and the peak that it needed, and named after its value.
final class Frontier {
    private static final double MB = 1 << 20;

    /// @param value of the parameter
    private record At(int value, double seconds, double peak) {
    }

    /// @param points by their value, ascending
    private record Line(String name, boolean here, List<At> points) {
        private String text() {
            return here ? name : name + " (recorded)";
        }

        private double[] all(ToDoubleFunction<At> of) {
            return points.stream().mapToDouble(of).toArray();
        }

        private At slowest() {
            return points.stream().max(Comparator.comparingDouble(At::seconds)).orElseThrow();
        }
    }

    private Frontier() {
    }

    static LayeredChart of(Watched watched, String key) {
        var lines = new ArrayList<Line>();
        for (var contender : watched.contenders()) {
            var points = watched.reports().by(key).keySet().stream()
                .flatMap(value -> at(watched.with(key, value), contender.name(), value).stream()).toList();
            if (!points.isEmpty()) lines.add(new Line(contender.name(), watched.here(contender.name()), points));
        }
        var sheet = new LayeredChart(
            "Peak of resident memory over the time that all jobs took. The small figures say how "
            + "many " + key + ".", 460);
        if (lines.isEmpty()) return Empty.say(sheet, "nobody came back");
        axes(sheet, lines);
        var hollow = Names.hollow(lines.stream().map(Line::name).toList());
        for (var line : lines) {
            sheet.line(line.name, line.all(At::seconds), line.all(At::peak), hollow.contains(line.name), !line.here);
        }
        sheet.over(g -> values(g, sheet, lines));
        sheet.roomRight(lines.stream().map(Line::text).toList());
        return sheet.over(g -> LineLabels.write(g, sheet, lines.stream()
            .map(l -> new LineLabels.End(l.text(), Hue.of(l.name),
            sheet.x(l.slowest().seconds), sheet.y(l.slowest().peak))).toList()));
    }

    private static Optional<At> at(Watched one, String contender, int value) {
        return one.peak(contender).flatMap(peak -> one.seconds(contender)
            .map(seconds -> new At(value, seconds.median(), peak.median() / MB)));
    }

    private static void axes(LayeredChart sheet, List<Line> lines) {
        double[] x = range(lines, At::seconds), y = range(lines, At::peak);
        sheet.xRange(x[0], x[1], true);
        sheet.yRange(y[0], y[1], true);
        var megabytes = Ticks.at(Ticks.decades(y[0], y[1]), v -> Ticks.number(v) + " MB");
        sheet.roomLeft(List.copyOf(megabytes.ticks().values()));
        sheet.roomBelow(36);
        sheet.roomAbove(20);
        sheet.getStyler().setXAxisTickLabelsFormattingFunction(v -> Ticks.number(v) + " s"); // read by a terminal
        sheet.getStyler().setYAxisTickLabelsFormattingFunction(v -> Ticks.number(v) + " MB");
        sheet.under(g -> megabytes.down(g, sheet));
        sheet.under(g -> Ticks.at(Ticks.decades(x[0], x[1]), v -> Ticks.number(v) + " s").across(g, sheet));
    }

    private static double[] range(List<Line> lines, ToDoubleFunction<At> of) {
        var all = lines.stream().flatMap(l -> l.points.stream()).mapToDouble(of).summaryStatistics();
        return new double[]{Decades.down(all.getMin()), Decades.up(all.getMax())};
    }

    /// Above each point its value, or below it where there is one already; in a crowd a point goes without.
    private static void values(Graphics2D g, LayeredChart sheet, List<Line> lines) {
        var taken = new ArrayList<Rectangle2D>();
        for (var line : lines) for (var point : line.points) {
            var text = Ticks.count(point.value);
            double x = sheet.x(point.seconds), y = sheet.y(point.peak), width = Anchor.width(g, text, Theme.SMALL);
            for (double above : new double[]{-14, 15}) {
                var place = new Rectangle2D.Double(x - width / 2 - 2, y + above - 7, width + 4, 14);
                if (taken.stream().anyMatch(place::intersects)) continue;
                taken.add(place);
                Anchor.MIDDLE.write(g, text, x, y + above, Theme.SMALL, Hue.of(line.name).light());
                break;
            }
        }
    }
}
