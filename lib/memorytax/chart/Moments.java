package memorytax.chart;

import memorytax.chart.draw.Empty;
import memorytax.chart.draw.Hue;
import memorytax.chart.draw.LayeredChart;
import memorytax.chart.draw.LineLabels;
import memorytax.chart.draw.Ticks;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Trace;
import org.knowm.xchart.style.markers.None;

import java.util.Comparator;
import java.util.List;

import java.util.OptionalInt;
import java.util.Set;

/// A figure that processes told again and again while they worked, and the moments at which something happened to it.
final class Moments {
    private static final String TIME = "ms";

    /// What one process told.
    ///
    /// @param here told on this machine; otherwise recorded
    private record Line(String name, List<Reports.Report> points, List<Trace.Mark> marks, boolean here) {
        double[] seconds() {
            return points.stream().mapToDouble(p -> p.figures().get(TIME) / 1e3).toArray();
        }

        double[] values(String figure) {
            return points.stream().mapToDouble(p -> p.figures().get(figure)).toArray();
        }
    }

    private Moments() {
    }

    static LayeredChart of(Reports reports, String figure) {
        var lines = reports.contenders().stream().map(c -> line(reports, c.name(), figure))
            .filter(l -> l.points.size() > 1).toList();
        boolean here = lines.stream().allMatch(Line::here);
        var sheet = new LayeredChart(
            "Bytes that one operation takes, from the first one on. Dotted lines: what the JIT did."
            + (here ? "" : " Recorded, not measured here."), 340);
        if (lines.isEmpty()) return Empty.say(sheet, "nobody told anything twice");
        double seconds = lines.stream().mapToDouble(l -> l.seconds()[l.points.size() - 1]).max().orElseThrow();
        double most = lines.stream().flatMap(l -> l.points.stream()).mapToDouble(p -> p.figures().get(figure)).max()
            .orElseThrow();
        double high = Math.max(1, most * 1.15);
        sheet.xRange(0, seconds, false);
        sheet.yRange(0, high, false);
        var bytes = Ticks.at(Ticks.even(high, 4), Bytes::of);
        sheet.roomLeft(List.copyOf(bytes.ticks().values()));
        sheet.roomRight(lines.stream().map(Line::name).toList());
        sheet.roomAbove(10 + Timeline.ROW * Timeline.ROWS);
        sheet.getStyler().setYAxisTickLabelsFormattingFunction(Bytes::of); // read by a terminal, never painted
        sheet.getStyler().setXAxisTickLabelsFormattingFunction(Moments::millis);
        sheet.under(g -> bytes.down(g, sheet));
        sheet.under(g -> Ticks.at(Ticks.even(seconds, 6), Moments::millis).across(g, sheet));
        var fullest = lines.stream().max(Comparator.comparingInt(l -> l.marks.size())).orElseThrow();
        for (var line : lines) {
            // names of one line's moments would run into those of another's: they are the same, at about the same place
            var marks = line == fullest ? line.marks
                : line.marks.stream().map(m -> new Trace.Mark(m.millis(), "")).toList();
            sheet.line(line.name, line.seconds(), line.values(figure), false, !line.here).setMarker(new None());
            sheet.under(g -> Timeline.marks(g, sheet, marks, Hue.of(line.name)));
        }
        return sheet.over(g -> LineLabels.write(g, sheet, lines.stream().map(l -> end(sheet, l, figure)).toList()));
    }

    private static Line line(Reports reports, String contender, String figure) {
        var words = reports.all().stream().filter(w -> w.contender().name().equals(contender)).toList();
        OptionalInt first = words.stream().filter(w -> w.figures().containsKey(figure))
            .mapToInt(Reports.Report::fork).min();
        var fork = words.stream().filter(w -> w.fork() == first.orElse(0)).toList();
        var points = fork.stream().filter(w -> w.figures().keySet().containsAll(List.of(TIME, figure))).toList();
        var marks = fork.stream().filter(w -> w.figures().keySet().equals(Set.of(TIME)))
            .map(w -> new Trace.Mark(Math.round(w.figures().get(TIME)), w.name())).toList();
        return new Line(contender, points, marks, reports.here(contender));
    }

    private static String millis(double seconds) {
        return Ticks.number(Math.round(seconds * 1e3)) + " ms";
    }

    private static LineLabels.End end(LayeredChart sheet, Line line, String figure) {
        var last = line.points.getLast().figures();
        return new LineLabels.End(line.name, Hue.of(line.name), sheet.x(last.get(TIME) / 1e3),
            sheet.y(last.get(figure)));
    }
}
