package memorytax.chart.draw;

import memorytax.chart.draw.DiagramLayout.Cell;
import memorytax.chart.draw.DiagramLayout.Row;
import memorytax.chart.model.Diagram.Style;
import memorytax.chart.model.Diagram;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// Lanes with boxes: filled for what is kept, an outline for what is free, a dashed one for what is forgotten.
record DiagramPicture(ModelChart sheet, Diagram diagram) implements Picture {
    private static final int ABOVE = 6, BELOW = 6, KEPT = 92, FORGOTTEN = 34;
    private static final float[] DASH = {5, 3.5f};
    private static final double HEAD = 4.5, OFF = 9;

    /// Of a picture that is so wide.
    static int height(Diagram diagram, int width) {
        return (int) Math.ceil(DiagramLayout.of(diagram, width).height()) + ABOVE + BELOW;
    }

    DiagramPicture {
        sheet.room(ABOVE, BELOW);
    }

    @Override
    public void behind(Graphics2D g) {
        var layout = DiagramLayout.of(diagram, sheet.getWidth() + 2 * ModelChart.GAP);
        g.translate(-ModelChart.GAP, 0); // it begins where the prose does
        for (int c = 0; c < layout.heads().size(); c++)
            for (int i = 0; i < layout.heads().get(c).size(); i++)
                Anchor.START.write(g, layout.heads().get(c).get(i), layout.x(c), 9 + DiagramLayout.LINE * i,
                    Fonts.BOLD, Tone.INK.light());
        for (int i = 0; i < layout.rows().size(); i++) {
            lane(g, layout, layout.rows().get(i));
            if (diagram.parent(i) >= 0) branch(g, layout, layout.rows().get(diagram.parent(i)), layout.rows().get(i));
            if (i + 1 < layout.rows().size()) arrows(g, layout, i);
        }
        g.translate(ModelChart.GAP, 0);
    }

    @Override
    public void before(Graphics2D g) {
    }

    private void lane(Graphics2D g, DiagramLayout layout, Row row) {
        var lane = row.lane();
        var hue = (lane.contender().isEmpty() ? Tone.SOFT : Hue.of(lane.contender())).light();
        Anchor.START.write(g, lane.heading(), 0, row.heading(), Fonts.BOLD, Tone.INK.light());
        Anchor.START.write(g, lane.name(), DiagramLayout.INDENT * lane.indent(), row.name(), Fonts.BOLD, hue);
        if (!layout.above()) Anchor.START.write(g, lane.text(), layout.x(lane.end()) + 6, row.text(), Fonts.PLAIN,
            Tone.INK.light());
        else if (row.text() > row.name()) Anchor.START.write(g, lane.text(), DiagramLayout.INDENT * lane.indent(),
            row.text(), Fonts.PLAIN, Tone.INK.light());
        else Anchor.START.write(g, lane.text(), DiagramLayout.INDENT * lane.indent() + 14
            + Words.width(lane.name(), Fonts.BOLD), row.text(), Fonts.PLAIN, Tone.INK.light());
        for (var cell : row.cells()) box(g, row, cell, hue);
        if (lane.flows()) flows(g, row);
        for (int i = 0; i < row.list().size(); i++)
            Anchor.START.write(g, row.list().get(i), row.at(), row.bottom() + 12 + DiagramLayout.LINE * i,
                Fonts.SMALL, Tone.SOFT.light());
    }

    private static void box(Graphics2D g, Row row, Cell cell, Color hue) {
        var style = cell.box().style();
        var frame = new Rectangle2D.Double(cell.x(), row.top(), cell.width(), row.height());
        switch (style) {
            case KEPT -> Pen.tint(g, hue, KEPT, frame);
            case FORGOTTEN -> {
                Pen.tint(g, hue, FORGOTTEN, frame);
                Pen.outline(g, hue, 1.4, DASH, inner(frame));
            }
            case FREE -> Pen.outline(g, hue, 1.1, null, inner(frame));
        }
        double x = cell.x() + DiagramLayout.pad(), y = frame.getCenterY() - DiagramLayout.LINE * (cell.lines() - 1) / 2;
        var ink = (style == Style.FREE ? Tone.SOFT : Tone.INK).light();
        for (var line : cell.name()) {
            Anchor.START.write(g, line, x, y, Fonts.SMALL, ink);
            y += DiagramLayout.LINE;
        }
        for (var line : cell.value()) {
            Anchor.START.write(g, line, x, y, Fonts.STRONG, ink);
            y += DiagramLayout.LINE;
        }
    }

    private static Rectangle2D.Double inner(Rectangle2D.Double frame) {
        return new Rectangle2D.Double(frame.x + 0.7, frame.y + 0.7, Math.max(0, frame.width - 1.4),
            frame.height - 1.4);
    }

    /// From each box to the next.
    private static void flows(Graphics2D g, Row row) {
        double y = row.top() + row.height() / 2;
        for (int i = 1; i < row.cells().size(); i++) {
            var before = row.cells().get(i - 1);
            arrow(g, before.x() + before.width() + 3, y, row.cells().get(i).x() - 3, y);
        }
    }

    /// An arrow ends above the name of the next lane, where that stands above.
    private void arrows(Graphics2D g, DiagramLayout layout, int lane) {
        var row = layout.rows().get(lane);
        var next = layout.rows().get(lane + 1);
        double top = row.bottom() + 3 + (row.list().isEmpty() ? 0 : DiagramLayout.LINE * row.list().size() + 4);
        double end = layout.above() ? (next.lane().heading().isEmpty() ? next.name() - 13 : next.heading() - 12)
            : next.top() - 3;
        var all = diagram.below(lane);
        for (int i = 0; i < all.size(); i++) {
            double x = layout.x(all.get(i).at());
            arrow(g, x, top, x, end);
            var words = row.arrows().get(i);
            double y = (top + end) / 2 - DiagramLayout.LINE * (words.size() - 1) / 2;
            for (var line : words) {
                Anchor.START.write(g, line, x + OFF, y, Fonts.SMALL, Tone.INK.light());
                y += DiagramLayout.LINE;
            }
        }
    }

    private static void arrow(Graphics2D g, double x1, double y1, double x2, double y2) {
        var ink = Tone.INK.light();
        double length = Math.max(1, Math.hypot(x2 - x1, y2 - y1)), dx = (x2 - x1) / length, dy = (y2 - y1) / length;
        Pen.line(g, ink, 1.4, x1, y1, x2 - HEAD * dx, y2 - HEAD * dy);
        var head = new Path2D.Double();
        head.moveTo(x2, y2);
        head.lineTo(x2 - 1.8 * HEAD * dx - HEAD * dy, y2 - 1.8 * HEAD * dy + HEAD * dx);
        head.lineTo(x2 - 1.8 * HEAD * dx + HEAD * dy, y2 - 1.8 * HEAD * dy - HEAD * dx);
        head.closePath();
        Pen.fill(g, ink, head);
    }

    /// Between the names of a lane and of the one that it branches from.
    private static void branch(Graphics2D g, DiagramLayout layout, Row parent, Row row) {
        double x = DiagramLayout.INDENT * (row.lane().indent() - 0.6), y = row.name();
        double from = layout.above() ? y - 11 : parent.name() + 10;
        Pen.line(g, Tone.SOFT.light(), 1, x, from, x, y);
        Pen.line(g, Tone.SOFT.light(), 1, x, y, DiagramLayout.INDENT * row.lane().indent() - 3, y);
    }
}
