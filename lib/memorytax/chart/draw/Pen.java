package memorytax.chart.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.stream.DoubleStream;

/// The few strokes of which all pictures consist.
final class Pen {
    private static final double CAP = 4;
    private static final float VALUE = 4.5f;

    private Pen() {
    }

    static void line(Graphics2D g, Color color, double width, double x1, double y1, double x2, double y2) {
        dashed(g, color, width, null, x1, y1, x2, y2);
    }

    /// @param dash pixels on and off in turn; null for a solid line
    static void dashed(Graphics2D g, Color color, double width, float[] dash, double x1, double y1, double x2,
                       double y2) {
        outline(g, color, width, dash, new Line2D.Double(x1, y1, x2, y2));
    }

    static void outline(Graphics2D g, Color color, double width, float[] dash, Shape shape) {
        g.setColor(color);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0));
        g.draw(shape);
    }

    /// From left to right, with a cap at either end.
    static void interval(Graphics2D g, Color color, double width, double left, double right, double y) {
        line(g, color, width, left, y, right, y);
        for (double end : new double[]{left, right}) line(g, color, width, end, y - CAP, end, y + CAP);
    }

    /// From top to bottom, likewise.
    static void upright(Graphics2D g, Color color, double width, double x, double top, double bottom) {
        line(g, color, width, x, top, x, bottom);
        for (double end : new double[]{top, bottom}) line(g, color, width, x - CAP, end, x + CAP, end);
    }

    /// Dots at one height, in one stroke: each is a line without a length. Those that nobody could tell apart are one.
    static void dots(Graphics2D g, Color color, double size, DoubleStream x, double y) {
        var path = new Path2D.Double();
        x.map(at -> Math.round(2 * at) / 2.0).distinct().sorted().forEach(at -> {
            path.moveTo(at, y);
            path.lineTo(at, y);
        });
        g.setColor(color);
        g.setStroke(new BasicStroke((float) size, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        if (path.getCurrentPoint() != null) g.draw(path);
    }

    /// Single values beside what sums them up: small, and pale. A pen that can keeps what each of them is.
    ///
    /// @param said of each, as it is shown: `26.1 MB`
    static void values(Graphics2D g, Color color, String of, List<Point2D> places, List<String> said) {
        g.setColor(ThemeColor.pale(color, 150));
        g.setStroke(new BasicStroke(VALUE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        if (g instanceof ValuePen pen) pen.values(of, places, said);
        else for (var place : places) g.draw(new Line2D.Double(place, place));
    }

    static void fill(Graphics2D g, Color color, Shape shape) {
        g.setColor(color);
        g.fill(shape);
    }

    /// A tint of a colour, with paper below it: else the grid would shine through.
    ///
    /// @param alpha as [ThemeColor#pale] takes it
    static void tint(Graphics2D g, Color color, int alpha, Shape shape) {
        fill(g, Tone.PAPER.light(), shape);
        fill(g, ThemeColor.pale(color, alpha), shape);
    }
}
