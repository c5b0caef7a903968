package memorytax.chart.draw;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// The outline of a marker. All are drawn to look equally large.
enum Form {
    CIRCLE, SQUARE, TRIANGLE_UP, TRIANGLE_DOWN, DIAMOND, HEXAGON, CROSS, STAR, PENTAGON, TRIANGLE_LEFT,
    TRIANGLE_RIGHT, BAR, PILLAR;

    /// Around the point (x, y), about `2 * r` wide.
    Shape at(double x, double y, double r) {
        return switch (this) {
            case CIRCLE -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
            case SQUARE -> new Rectangle2D.Double(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
            case TRIANGLE_UP -> round(x, y + 0.15 * r, 3, -90, 1.25 * r, 1.25 * r);
            case TRIANGLE_DOWN -> round(x, y - 0.15 * r, 3, 90, 1.25 * r, 1.25 * r);
            case DIAMOND -> round(x, y, 4, 0, 1.25 * r, 1.25 * r);
            case HEXAGON -> round(x, y, 6, 0, 1.1 * r, 1.1 * r);
            case CROSS -> round(x, y, 8, 22.5, 1.25 * r, 0.5 * r);
            case STAR -> round(x, y, 10, -90, 1.35 * r, 0.6 * r);
            case PENTAGON -> round(x, y, 5, -90, 1.15 * r, 1.15 * r);
            case TRIANGLE_LEFT -> round(x + 0.15 * r, y, 3, 180, 1.25 * r, 1.25 * r);
            case TRIANGLE_RIGHT -> round(x - 0.15 * r, y, 3, 0, 1.25 * r, 1.25 * r);
            case BAR -> new Rectangle2D.Double(x - 1.2 * r, y - 0.6 * r, 2.4 * r, 1.2 * r);
            case PILLAR -> new Rectangle2D.Double(x - 0.6 * r, y - 1.2 * r, 1.2 * r, 2.4 * r);
        };
    }

    /// Corners on a circle, every other one on an inner circle.
    private static Shape round(double x, double y, int corners, double degrees, double outer, double inner) {
        var path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = Math.toRadians(degrees + 360.0 * i / corners), r = i % 2 == 0 ? outer : inner;
            if (i == 0) path.moveTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
            else path.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
        }
        path.closePath();
        return path;
    }
}
