package memorytax.chart.draw;

import memorytax.chart.model.Mark.Box;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/// A box from the first quartile to the third with a line at the median, whiskers to the shortest and the longest, and
/// behind it each value as a dot. XChart has boxes of its own, but their whiskers end somewhere else.
final class BoxMarks {
    private static final int HEIGHT = 12;
    private static final double DOT = 4;

    private BoxMarks() {
    }

    static void draw(Graphics2D g, ModelChart sheet, Box box, Hue hue, double y) {
        var color = hue.light();
        double first = sheet.x(box.at(0)), last = sheet.x(box.at(1)), middle = sheet.x(box.at(0.5));
        double left = sheet.x(box.at(0.25)), right = sheet.x(box.at(0.75));
        var frame = new Rectangle2D.Double(left, y - HEIGHT / 2.0, right - left, HEIGHT);
        Pen.line(g, Tone.RULE.light(), 1.5, 0, y, first, y);
        Pen.tint(g, color, 45, frame);
        Pen.dots(g, ThemeColor.pale(color, 150), DOT, box.values().stream().mapToDouble(sheet::x), y);
        Pen.line(g, color, 1.4, first, y, left, y);
        Pen.line(g, color, 1.4, right, y, last, y);
        for (double end : new double[]{first, last}) Pen.line(g, color, 1.4, end, y - 4, end, y + 4);
        Pen.outline(g, color, 1.4, null, frame);
        Pen.line(g, color, 3, middle, frame.getMinY(), middle, frame.getMaxY());
    }
}
