package memorytax.chart.draw;

import memorytax.chart.model.Mark.Dots;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;

/// A filled dot, a hollow one, or both, each with its interval. XChart draws the dots, over the lines.
final class DotMarks {
    private static final int SIZE = 12;
    private static final double ASIDE = 10;

    private DotMarks() {
    }

    /// @param at where the row lies on the vertical axis
    static void add(ModelChart sheet, Row row, Dots dots, double at) {
        sheet.getStyler().setMarkerSize(SIZE);
        dots.hollow().ifPresent(d -> add(sheet, row, d, at, true));
        dots.filled().ifPresent(d -> add(sheet, row, d, at, false));
    }

    private static void add(ModelChart sheet, Row row, Spread dot, double at, boolean hollow) {
        var hue = Hue.of(row.contender());
        var series = sheet.addSeries(sheet.free(row.name()), new double[]{dot.value()}, new double[]{at});
        series.setMarker(new HueMarker(hue, hollow, hollow ? 1.2 : 1)).setMarkerColor(hue.light())
            .setLineColor(hue.light());
    }

    /// The guide from the name to the first dot, the line between the dots, and the intervals as thick, pale bars.
    static void lines(Graphics2D g, ModelChart sheet, Dots dots, Hue hue, double y) {
        var all = dots.all();
        var places = all.stream().mapToDouble(d -> sheet.x(d.value())).summaryStatistics();
        if (all.isEmpty()) return;
        Pen.line(g, Tone.RULE.light(), 1.5, 0, y, places.getMin(), y);
        Pen.line(g, hue.light(), 2, places.getMin(), y, places.getMax(), y);
        for (var dot : all)
            Pen.line(g, ThemeColor.pale(hue.light(), 110), 6, sheet.x(dot.low()), y, sheet.x(dot.high()), y);
    }

    /// What each process said: below the filled dot, and above the hollow one.
    static void values(Graphics2D g, ModelChart sheet, Rows rows, Row row, Dots dots, double y) {
        var hue = Hue.of(row.contender()).light();
        dots.filled().ifPresent(dot -> values(g, sheet, hue, row.name() + ", " + rows.key().filled(), dot,
            rows.axis().unit(), y + ASIDE));
        dots.hollow().ifPresent(dot -> values(g, sheet, hue, row.name() + ", " + rows.key().hollow(), dot,
            rows.axis().unit(), y - ASIDE));
    }

    private static void values(Graphics2D g, ModelChart sheet, Color hue, String of, Spread dot, Unit unit, double y) {
        var each = dot.each().stream().filter(value -> value > 0).toList();
        if (!each.isEmpty()) Pen.values(g, hue, of.replaceFirst(", $", ""), each.stream().<Point2D>map(value ->
            new Point2D.Double(sheet.x(value), y)).toList(), each.stream().map(unit.value()::apply).toList());
    }

    /// Where the last of them ends, in pixels.
    static double end(ModelChart sheet, Dots dots) {
        return dots.all().stream().mapToDouble(d -> sheet.x(d.value()) + SIZE / 2.0).max().orElse(0);
    }
}
