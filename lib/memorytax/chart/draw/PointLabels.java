package memorytax.chart.draw;

import memorytax.chart.model.Plot.Line;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// What stands beside single points: above each and what is not certain of it, or below; where that would be outside
/// the plot, close to the point itself. In a crowd a point goes without.
final class PointLabels {
    private PointLabels() {
    }

    /// @param height of the plot, in pixels
    static void draw(Graphics2D g, List<Line> lines, DoubleUnaryOperator x, DoubleUnaryOperator y, double height) {
        var taken = new ArrayList<Rectangle2D>();
        for (var line : lines) for (var point : line.points()) {
            if (point.label().isEmpty()) continue;
            double width = Anchor.width(g, point.label(), Fonts.SMALL);
            double middle = x.applyAsDouble(point.x()), at = y.applyAsDouble(point.y().value());
            double above = Math.min(at - 14, y.applyAsDouble(point.y().high()) - 9);
            double below = Math.max(at + 15, y.applyAsDouble(point.y().low()) + 9);
            for (double row : new double[]{above, below, at - 14, at + 15}) {
                var place = new Rectangle2D.Double(middle - width / 2 - 2, row - 7, width + 4, 14);
                if (row + 7 > Math.max(height, at + 22) || taken.stream().anyMatch(place::intersects)) continue;
                taken.add(place);
                Anchor.MIDDLE.over(g, point.label(), middle, row, Fonts.SMALL,
                    Hue.of(line.contender()).light());
                break;
            }
        }
    }
}
