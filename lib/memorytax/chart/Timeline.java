package memorytax.chart;

import memorytax.chart.draw.Anchor;
import memorytax.chart.draw.Empty;
import memorytax.chart.draw.Hue;
import memorytax.chart.draw.LayeredChart;
import memorytax.chart.draw.LineLabels;
import memorytax.chart.draw.Theme;
import memorytax.chart.draw.ThemeColor;
import memorytax.chart.draw.Ticks;
import memorytax.chart.draw.Tone;
import memorytax.measure.result.Trace;
import org.knowm.xchart.style.markers.None;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Resident memory over time, a line per process, with what the process said on the way.
final class Timeline {
    private static final double MB = 1 << 20;
    static final int ROW = 17;
    static final int ROWS = 3;
    private static final int MOST = 400;
    /// Among more lines than that, those of the heaps would be a thicket.
    private static final int FEW = 3;

    /// A trace, and what its line is called.
    private record Line(String name, Trace trace) {
        double seconds() {
            return trace.samples().getLast().millis() / 1e3;
        }

        /// But for the very end, which the line itself shows.
        List<Trace.Mark> marks() {
            long end = trace.samples().get(trace.samples().size() - 2).millis();
            return trace.marks().stream().filter(m -> m.millis() < end).toList();
        }
    }

    private Timeline() {
    }

    static LayeredChart of(List<Trace> traces) {
        var lines = lines(traces.stream().filter(t -> t.samples().size() > 1).toList());
        boolean marked = lines.stream().anyMatch(l -> !l.marks().isEmpty());
        boolean held = lines.size() <= FEW && lines.stream().anyMatch(l -> !l.trace.held().isEmpty());
        String said = (marked ? " Dotted lines: what the process said on the way." : "")
            + (held ? " Thin lines below: what its heap held after a collection." : "");
        var sheet = new LayeredChart("Resident memory over time, read every 20 ms." + said, 360);
        if (lines.isEmpty()) return Empty.say(sheet, "no process lived long enough to be watched");
        double seconds = lines.stream().mapToDouble(Line::seconds).max().orElseThrow();
        double most = lines.stream().flatMap(l -> l.trace.samples().stream()).mapToDouble(s -> s.resident() / MB)
            .max().orElseThrow();
        double high = most * 1.06;
        sheet.xRange(0, seconds, false);
        sheet.yRange(0, high, false);
        var megabytes = Ticks.at(Ticks.even(high, 5), v -> Ticks.number(v) + " MB");
        sheet.roomLeft(List.copyOf(megabytes.ticks().values()));
        sheet.roomRight(lines.stream().map(Line::name).toList());
        sheet.getStyler().setYAxisTickLabelsFormattingFunction(v -> Ticks.number(v) + " MB"); // read by a terminal
        sheet.getStyler().setXAxisTickLabelsFormattingFunction(v -> Ticks.number(v) + " s");
        sheet.under(g -> megabytes.down(g, sheet));
        sheet.under(g -> Ticks.at(Ticks.even(seconds, 6), v -> Ticks.number(v) + " s").across(g, sheet));
        var hollow = Names.hollow(lines.stream().map(Line::name).toList());
        for (var line : lines) {
            add(sheet, line, hollow.contains(line.name), lines.size() > 1);
            if (held && !line.trace.held().isEmpty()) held(sheet, line);
        }
        return sheet.over(g -> LineLabels.write(g, sheet, lines.stream().map(l -> end(sheet, l)).toList()));
    }

    private static List<Line> lines(List<Trace> traces) {
        var names = Names.of(traces.stream().map(Trace::contender).distinct().toList());
        return traces.stream().map(t -> {
            var alike = traces.stream().filter(o -> o.contender().equals(t.contender())).toList();
            boolean sizes = alike.stream().mapToInt(Trace::tasks).distinct().count() > 1;
            var name = new StringBuilder(names.get(t.contender()));
            if (sizes) name.append(String.format(Locale.ROOT, ", %,d tasks", t.tasks()));
            t.params().forEach((key, value) -> {
                if (alike.stream().map(o -> o.params().get(key)).distinct().count() > 1)
                    name.append(", ").append(value).append(' ').append(key);
            });
            return new Line(name.toString(), t);
        }).toList();
    }

    private static void add(LayeredChart sheet, Line line, boolean hollow, boolean several) {
        var samples = thinned(line.trace.samples());
        double[] x = samples.stream().mapToDouble(s -> s.millis() / 1e3).toArray();
        double[] y = samples.stream().mapToDouble(s -> s.resident() / MB).toArray();
        sheet.line(line.name, x, y, hollow, false).setMarker(new None());
        if (line.marks().isEmpty()) return;
        sheet.roomAbove(10 + ROW * ROWS);
        sheet.under(g -> marks(g, sheet, line.marks(), several ? Hue.of(line.name) : Tone.SOFT));
    }

    private static void held(LayeredChart sheet, Line line) {
        double[] x = line.trace.held().stream().mapToDouble(h -> h.millis() / 1e3).toArray();
        double[] y = line.trace.held().stream().mapToDouble(h -> h.bytes() / MB).toArray();
        var thin = sheet.line(line.name + " (held)", x, y, true, false);
        thin.setMarker(new None());
        thin.setLineStyle(new BasicStroke(1));
    }

    /// A pixel shows one sample: of each run of them the largest, so that no peak is lost, and the very last.
    static List<Trace.Sample> thinned(List<Trace.Sample> samples) {
        int run = Math.ceilDiv(samples.size(), MOST), end = samples.size() - 1;
        var kept = new ArrayList<Trace.Sample>();
        for (int i = 0; i < end; i += run)
            kept.add(samples.subList(i, Math.min(i + run, end)).stream()
                .max(Comparator.comparingLong(Trace.Sample::resident)).orElseThrow());
        kept.add(samples.getLast());
        return kept;
    }

    /// Names stand above the plot in a few rows, from right to left, so that no line runs through a name. In a crowd a
    /// mark goes without.
    static void marks(Graphics2D g, LayeredChart sheet, List<Trace.Mark> marks, ThemeColor dye) {
        double edge = sheet.getWidth() + sheet.roomRight();
        var free = new double[ROWS];
        Arrays.fill(free, edge);
        for (var mark : marks.stream().sorted(Comparator.comparingLong(Trace.Mark::millis).reversed()).toList()) {
            String name = mark.name().replace('_', ' ');
            double x = sheet.x(mark.millis() / 1e3), end = x + 6 + 1.08 * Anchor.width(g, name, Theme.SMALL);
            int row = 0;
            while (row < ROWS && end > free[row]) row++;
            boolean named = row < ROWS;
            g.setColor(dye.light());
            g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[]{2, 3}, 0));
            g.draw(new Line2D.Double(x, named ? -14 - ROW * row : 0, x, sheet.getHeight()));
            if (named) Anchor.START.write(g, name, x + 4, -9 - ROW * row, Theme.SMALL, dye.light());
            if (named) Arrays.fill(free, 0, row + 1, x);
        }
    }

    private static LineLabels.End end(LayeredChart sheet, Line line) {
        var last = line.trace.samples().getLast();
        double x = sheet.x(last.millis() / 1e3), y = sheet.y(last.resident() / MB);
        boolean early = x < sheet.getWidth() - 8; // the lines of others go on where its name stands
        return new LineLabels.End(line.name, Hue.of(line.name), x, early ? y - 10 : y);
    }
}
