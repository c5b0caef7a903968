package memorytax.chart.draw;

import memorytax.chart.model.Mark.Bar;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/// A bar from zero, faint where it is not solid, and its interval.
final class BarMarks {
    private static final double HEIGHT = 14;

    private BarMarks() {
    }

    static void draw(Graphics2D g, ModelChart sheet, Bar bar, Hue hue, double y) {
        Pen.tint(g, hue.light(), 90, box(sheet, bar.whole().value(), y));
        Pen.fill(g, hue.light(), box(sheet, bar.solid(), y));
        double low = sheet.x(bar.whole().low()), high = sheet.x(bar.whole().high());
        if (high - low >= 3) Pen.interval(g, Tone.INK.light(), 1.2, low, high, y); // else the edge of the bar says it
    }

    private static Rectangle2D.Double box(ModelChart sheet, double value, double y) {
        return new Rectangle2D.Double(0, y - HEIGHT / 2, Math.max(0.5, sheet.x(value)), HEIGHT);
    }
}
