package memorytax.chart;

import memorytax.chart.draw.Anchor;
import memorytax.chart.draw.Empty;
import memorytax.chart.draw.Hue;
import memorytax.chart.draw.LayeredChart;
import memorytax.chart.draw.LineLabels;
import memorytax.chart.draw.Theme;
import memorytax.chart.draw.Ticks;
import memorytax.chart.draw.Tone;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import org.knowm.xchart.style.markers.None;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What processes take more and more of while they serve requests, and how many tasks are there when they have served
/// the last.
final class ServedCurve {
    private static final double MB = 1 << 20;
    private static final String REQUESTS = "requests", TASKS = "tasks";

    /// What one process told.
    ///
    /// @param here told on this machine; otherwise recorded
    private record Line(String contender, List<Reports.Report> points, boolean here) {
        double[] values(String figure, double unit) {
            return points.stream().mapToDouble(p -> p.figures().get(figure) / unit).toArray();
        }

        double last(String figure) {
            return points.getLast().figures().get(figure);
        }

        /// The number first: a terminal cuts off the end.
        String label() {
            return String.format(Locale.ROOT, "%,.0f left: %s%s", last(TASKS), contender, here ? "" : " (recorded)");
        }
    }

    private ServedCurve() {
    }

    static LayeredChart of(Watched watched) {
        var lines = watched.contenders().stream().map(c -> line(watched.reports(), c.name()))
            .filter(l -> l.points.size() > 1).toList();
        var sheet = new LayeredChart(
            "Resident memory above the empty process, over the requests that were served, and how"
            + " many tasks are left after the last one.", 400);
        if (lines.isEmpty()) return Empty.say(sheet, "nobody said how many requests were served");
        double requests = lines.stream().mapToDouble(l -> l.last(REQUESTS)).max().orElseThrow();
        double high = 1.06 * lines.stream().flatMap(l -> l.points.stream())
            .mapToDouble(p -> p.figures().get(Watched.MORE) / MB).max().orElseThrow();
        sheet.xRange(0, requests, false);
        sheet.yRange(0, Math.max(1, high), false);
        var megabytes = Ticks.at(Ticks.even(Math.max(1, high), 5), v -> Ticks.number(v) + " MB");
        sheet.roomLeft(List.copyOf(megabytes.ticks().values()));
        sheet.roomRight(lines.stream().map(Line::label).toList());
        sheet.getStyler().setYAxisTickLabelsFormattingFunction(v -> Ticks.number(v) + " MB"); // read by a terminal
        sheet.getStyler().setXAxisTickLabelsFormattingFunction(Ticks::count);
        sheet.under(g -> megabytes.down(g, sheet));
        sheet.under(g -> Ticks.at(Ticks.even(requests, 5), Ticks::count).across(g, sheet));
        sheet.roomBelow(50);
        sheet.over(g -> Anchor.MIDDLE.write(g, "requests served", sheet.getWidth() / 2.0, sheet.getHeight() + 36,
            Theme.PLAIN, Tone.SOFT.light()));
        var hollow = Names.hollow(lines.stream().map(Line::contender).toList());
        for (var line : lines)
            sheet.line(line.contender, line.values(REQUESTS, 1), line.values(Watched.MORE, MB),
                hollow.contains(line.contender), !line.here).setMarker(new None()).setLabel(line.label());
        return sheet.over(g -> LineLabels.write(g, sheet, lines.stream().map(l -> end(sheet, l)).toList()));
    }

    /// What the first of its processes told.
    private static Line line(Reports reports, String contender) {
        var words = reports.all().stream().filter(w -> w.contender().name().equals(contender)
            && w.figures().keySet().containsAll(List.of(REQUESTS, TASKS, Watched.MORE))).toList();
        int first = words.stream().mapToInt(Reports.Report::fork).min().orElse(0);
        return new Line(contender, words.stream().filter(w -> w.fork() == first)
            .sorted(Comparator.comparingDouble(w -> w.figures().get(REQUESTS))).toList(), reports.here(contender));
    }

    private static LineLabels.End end(LayeredChart sheet, Line line) {
        return new LineLabels.End(line.label(), Hue.of(line.contender), sheet.x(line.last(REQUESTS)),
            sheet.y(line.last(Watched.MORE) / MB));
    }
}
