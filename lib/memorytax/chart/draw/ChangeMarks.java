package memorytax.chart.draw;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Mark.Change;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// A bar to the left or to the right of the zero line, with its interval. A bar that the axis has no room for is cut:
/// it has a gap, and ends in an arrow.
final class ChangeMarks {
    /// Pixels below the plot, for the axis and what it measures.
    static final int BELOW = 50;
    private static final double HEIGHT = 13, ARROW = 9, GAP = 26, CAP = 4;
    private static final int DOT = 8;
    /// The edge of a bar says an interval that is not wider than that.
    private static final double WIDTH = 4;

    private ChangeMarks() {
    }

    static void draw(Graphics2D g, ModelChart sheet, Axis axis, Change change, Hue hue, double y) {
        double zero = sheet.x(0), value = change.difference().value(), end = sheet.x(value);
        boolean cut = value < axis.low() || value > axis.high();
        double way = Math.signum(value), tip = cut ? end - way * ARROW : end;
        var bar = new Rectangle2D.Double(Math.min(zero, tip), y - HEIGHT / 2, Math.max(0.5, Math.abs(tip - zero)),
            HEIGHT);
        bar(g, change, hue, cut ? arrow(bar, tip, end, y) : bar);
        if (cut) {
            var gap = Tone.PAPER.light();
            for (double at : new double[]{0, 5}) Pen.line(g, gap, 2, tip - way * (GAP + at) - 2.5, y + HEIGHT,
                tip - way * (GAP + at) + 2.5, y - HEIGHT);
            return;
        }
        interval(g, sheet, axis, change, y);
    }

    /// Where it goes on beyond the axis it has no cap.
    private static void interval(Graphics2D g, ModelChart sheet, Axis axis, Change change, double y) {
        var color = (change.seen() ? Tone.INK : Tone.SOFT).light();
        double low = sheet.x(change.difference().low()), high = sheet.x(change.difference().high());
        if (high - low < WIDTH) return;
        Pen.line(g, color, 1.2, low, y, high, y);
        for (double end : new double[]{change.difference().low(), change.difference().high()})
            if (axis.low() <= end && end <= axis.high())
                Pen.line(g, color, 1.2, sheet.x(end), y - CAP, sheet.x(end), y + CAP);
    }

    private static void bar(Graphics2D g, Change change, Hue hue, Shape shape) {
        if (!change.seen()) Pen.tint(g, Tone.SOFT.light(), 70, shape);
        else if (change.pale()) Pen.tint(g, hue.light(), 90, shape);
        else Pen.fill(g, hue.light(), shape);
    }

    private static Shape arrow(Rectangle2D bar, double from, double to, double y) {
        var arrow = new Path2D.Double();
        arrow.moveTo(from, y - HEIGHT);
        arrow.lineTo(to, y);
        arrow.lineTo(from, y + HEIGHT);
        arrow.closePath();
        var whole = new Area(bar);
        whole.add(new Area(arrow));
        return whole;
    }

    /// The second quantity, over everything else.
    static void hollow(Graphics2D g, ModelChart sheet, Change change, Hue hue, double y) {
        change.hollow().ifPresent(h -> new HueMarker(hue, true).paint(g, sheet.x(h.value()), y, DOT));
    }

    /// The colour of a row's name: in the background where nothing was seen.
    static ThemeColor name(Change change, Hue hue) {
        return !change.seen() ? Tone.SOFT : change.pale() ? Tone.INK : hue;
    }
}
