package memorytax.chart.draw;

import memorytax.chart.model.Mark.Spans;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/// When something was busy, the paler the less.
final class SpanMarks {
    private static final double GAP = 2;

    private SpanMarks() {
    }

    /// @param height of its row, in pixels
    static void draw(Graphics2D g, ModelChart sheet, Spans spans, Hue hue, double y, double height) {
        for (var busy : spans.busy()) {
            double from = sheet.x(busy.from());
            Pen.fill(g, ThemeColor.pale(hue.light(), (int) (255 * busy.share())), new Rectangle2D.Double(from,
                y - height / 2 + GAP, sheet.x(busy.to()) - from, height - 2 * GAP));
        }
    }
}
