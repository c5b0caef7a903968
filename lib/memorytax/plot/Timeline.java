package memorytax.plot;

import memorytax.scale.Trace;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Resident memory over time, a line per process, with what the process said on the way.
final class Timeline {
    private static final double MB = 1 << 20;
    private static final int LINE = 17;

    private Timeline() {
    }

    static Sheet of(List<Trace> traces) {
        var seen = traces.stream().filter(t -> t.samples().size() > 1).toList();
        var sheet = new Sheet(caption(seen), 340);
        if (seen.isEmpty()) return Empty.say(sheet, "no process lived long enough to be watched");
        double seconds = seen.stream().mapToDouble(t -> t.samples().getLast().millis() / 1e3).max().orElseThrow();
        double high = seen.stream().flatMap(t -> t.samples().stream()).mapToDouble(s -> s.resident() / MB).max().orElseThrow() * 1.06;
        sheet.xRange(0, seconds, false);
        sheet.yRange(0, high, false);
        var megabytes = Ruler.at(Ruler.even(high, 5), v -> number(v) + " MB");
        sheet.roomLeft(List.copyOf(megabytes.ticks().values()));
        sheet.under(g -> megabytes.down(g, sheet));
        sheet.under(g -> Ruler.at(Ruler.even(seconds, 6), v -> number(v) + " s").across(g, sheet));
        var names = Names.of(seen.stream().map(Trace::contender).toList());
        for (var trace : seen) line(sheet, trace, name(names.get(trace.contender()), trace, seen));
        marks(sheet, seen);
        sheet.over(g -> Ends.write(g, sheet, seen.stream().map(t -> end(sheet, t, name(names.get(t.contender()), t, seen))).toList()));
        return sheet;
    }

    private static void line(Sheet sheet, Trace trace, String name) {
        double[] x = trace.samples().stream().mapToDouble(s -> s.millis() / 1e3).toArray();
        double[] y = trace.samples().stream().mapToDouble(s -> s.resident() / MB).toArray();
        sheet.line(name, x, y, Hue.variant(name), false).setMarker(new org.knowm.xchart.style.markers.None());
        sheet.roomRight(List.of(name));
    }

    private static void marks(Sheet sheet, List<Trace> traces) {
        int marked = (int) traces.stream().filter(t -> !t.marks().isEmpty()).count();
        if (marked > 0) sheet.roomAbove(10 + LINE * 2);
        for (var trace : traces) sheet.under(g -> marks(g, sheet, trace, marked > 1));
    }

    /// Names stand above the plot, on the first of two lines on which they do not run into the name before.
    private static void marks(Graphics2D g, Sheet sheet, Trace trace, boolean coloured) {
        var taken = new ArrayList<>(List.of(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY));
        var dye = coloured ? Hue.of(trace.contender().name()) : Tone.SOFT;
        for (var mark : trace.marks()) {
            double x = sheet.x(mark.millis() / 1e3), width = Anchor.width(g, mark.name(), Look.SMALL);
            int line = taken.get(0) < x - 6 ? 0 : taken.get(1) < x - 6 ? 1 : -1;
            g.setColor(dye.light());
            g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[]{2, 3}, 0));
            g.draw(new Line2D.Double(x, line < 0 ? 0 : -6 - LINE * line, x, sheet.getHeight()));
            if (line < 0) continue; // a crowd of marks: the line says that there is one
            Anchor.START.write(g, mark.name().replace('_', ' '), x + 3, -8 - LINE * line, Look.SMALL, dye.light());
            taken.set(line, x + width * 1.08);
        }
    }

    private static Ends.End end(Sheet sheet, Trace trace, String name) {
        var last = trace.samples().getLast();
        return new Ends.End(name, Hue.of(name), sheet.x(last.millis() / 1e3), sheet.y(last.resident() / MB));
    }

    private static String name(String name, Trace trace, List<Trace> all) {
        return all.stream().filter(t -> t.contender().equals(trace.contender())).count() > 1
            ? String.format(Locale.ROOT, "%s, %,d", name, trace.tasks()) : name;
    }

    private static String number(double v) {
        return v == Math.rint(v) ? String.format(Locale.ROOT, "%,.0f", v) : String.valueOf(Math.round(v * 1000) / 1000.0);
    }

    private static String caption(List<Trace> traces) {
        boolean marks = traces.stream().anyMatch(t -> !t.marks().isEmpty());
        return "Resident memory over time, read every 20 ms." + (marks ? " Dotted lines: what the process said on the way." : "");
    }
}
