package memorytax.chart.draw;

import memorytax.chart.model.Mark.Dots;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Spread;

import java.awt.Graphics2D;

/// A filled dot, a hollow one, or both, each with its interval. XChart draws the dots, over the lines.
final class DotMarks {
    private static final int SIZE = 12;

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

    /// Where the last of them ends, in pixels.
    static double end(ModelChart sheet, Dots dots) {
        return dots.all().stream().mapToDouble(d -> sheet.x(d.value()) + SIZE / 2.0).max().orElse(0);
    }
}
