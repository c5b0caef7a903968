package memorytax.plot;

import memorytax.scale.Contender;
import memorytax.scale.Quantity;
import memorytax.scale.Spread;
import memorytax.scale.Weighings;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Resident memory over the number of tasks, both logarithmic: a line per contender.
final class Growth {
    private static final double MB = 1 << 20;

    private record Line(String name, boolean here, TreeMap<Integer, Spread> points) {
    }

    private Growth() {
    }

    static Sheet of(Weighings weighings) {
        var names = Names.of(weighings.contenders());
        var lines = new ArrayList<Line>();
        for (var contender : weighings.contenders()) {
            var points = points(weighings, contender);
            if (!points.isEmpty()) lines.add(new Line(names.get(contender), weighings.here(contender), points));
        }
        var sheet = new Sheet(caption(lines), 420);
        if (lines.isEmpty()) return Empty.say(sheet, "no point came back with more than the empty process weighs");
        var x = ranges(sheet, lines);
        sheet.under(g -> Ruler.at(x.keySet().stream().mapToDouble(Integer::doubleValue), Growth::count).across(g, sheet));
        for (var line : lines) draw(sheet, line);
        sheet.over(g -> Ends.write(g, sheet, lines.stream().map(l -> end(sheet, l)).toList()));
        sheet.over(g -> Anchor.MIDDLE.write(g, "tasks, all waiting", sheet.getWidth() / 2.0, sheet.getHeight() + 36, Look.PLAIN, Tone.SOFT.light()));
        sheet.roomBelow(50);
        return sheet;
    }

    /// Points at or below zero cannot stand on a logarithmic axis: they are left out.
    private static TreeMap<Integer, Spread> points(Weighings weighings, Contender contender) {
        var points = new TreeMap<Integer, Spread>();
        for (int tasks : weighings.sizes())
            weighings.at(contender, tasks, Quantity.RESIDENT).filter(s -> s.median() > 0).ifPresent(s -> points.put(tasks, s));
        return points;
    }

    private static Map<Integer, ?> ranges(Sheet sheet, List<Line> lines) {
        var sizes = new TreeMap<Integer, Object>();
        lines.forEach(l -> sizes.putAll(l.points));
        double first = sizes.firstKey(), last = sizes.lastKey(), margin = first == last ? 2 : Math.pow(last / first, 0.015);
        sheet.xRange(first / margin, last * margin, true);
        var spreads = lines.stream().flatMap(l -> l.points.values().stream()).toList();
        double low = Range.down(spreads.stream().mapToDouble(s -> s.low() > 0 ? s.low() : s.median()).min().orElseThrow() / MB);
        double high = Range.up(spreads.stream().mapToDouble(Spread::high).max().orElseThrow() / MB);
        sheet.yRange(low, high, true);
        var ruler = Ruler.at(Ruler.decades(low, high), v -> count(v) + " MB");
        sheet.roomLeft(List.copyOf(ruler.ticks().values()));
        sheet.under(g -> ruler.down(g, sheet));
        return sizes;
    }

    private static void draw(Sheet sheet, Line line) {
        double[] x = line.points.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
        double[] y = line.points.values().stream().mapToDouble(s -> s.median() / MB).toArray();
        sheet.line(line.name, x, y, Hue.variant(line.name), !line.here);
        sheet.under(g -> line.points.forEach((tasks, spread) -> whisker(g, sheet, line, tasks, spread)));
        sheet.roomRight(List.of(text(line)));
    }

    private static void whisker(Graphics2D g, Sheet sheet, Line line, int tasks, Spread spread) {
        double x = sheet.x(tasks), low = sheet.y(spread.low() / MB), high = sheet.y(spread.high() / MB);
        g.setColor(Hue.of(line.name).light());
        g.setStroke(new BasicStroke(1.4f));
        g.draw(new Line2D.Double(x, low, x, high));
        g.draw(new Line2D.Double(x - 4, low, x + 4, low));
        g.draw(new Line2D.Double(x - 4, high, x + 4, high));
    }

    private static Ends.End end(Sheet sheet, Line line) {
        var last = line.points.lastEntry();
        return new Ends.End(text(line), Hue.of(line.name), sheet.x(last.getKey()), sheet.y(last.getValue().median() / MB));
    }

    private static String text(Line line) {
        return line.here ? line.name : line.name + " (recorded)";
    }

    private static String count(double value) {
        return value < 1 ? String.valueOf(Math.round(value * 1e6) / 1e6) : String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String caption(List<Line> lines) {
        var forks = Names.forks(lines.stream().flatMap(l -> l.points.values().stream()).mapToInt(Spread::forks));
        return "Resident memory above the empty process. " + (forks.startsWith("1 ") ? "One process per point." : "Median of " + forks + ", bars show their range.")
            + (lines.stream().allMatch(Line::here) ? "" : " Dashed: recorded, not measured here.");
    }
}
