package memorytax.chart.draw;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Mark.Change;
import memorytax.chart.model.Spread;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// A bar to the left or to the right of the zero line, with its interval. What the axis has no room for is cut, and
/// ends in an arrow.
final class ChangeMarks {
    private static final double HEIGHT = 13, ARROW = 9, DOT = 4.5;

    private ChangeMarks() {
    }

    static void draw(Graphics2D g, ModelChart sheet, Axis axis, Change change, Hue hue, double y) {
        double zero = sheet.x(0), end = sheet.x(change.difference().value());
        var bar = new Rectangle2D.Double(Math.min(zero, end), y - HEIGHT / 2, Math.max(0.5, Math.abs(end - zero)),
            HEIGHT);
        var color = (change.seen() ? hue : Tone.SOFT).light();
        if (change.pale() || !change.seen()) Pen.tint(g, color, change.seen() ? 90 : 60, bar);
        else Pen.fill(g, color, bar);
        double low = sheet.x(change.difference().low()), high = sheet.x(change.difference().high());
        Pen.interval(g, (change.seen() ? Tone.INK : Tone.SOFT).light(), 1.2, low, high, y);
    }
}
