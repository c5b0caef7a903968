package memorytax.chart.draw;

import memorytax.chart.model.Axis;
import memorytax.chart.model.TwoOrders.Line;
import memorytax.chart.model.TwoOrders;
import memorytax.chart.model.Unit;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.function.Function;

/// Two orders, and a bent line from each place in the one to that in the other. It is dotted where no place was said.
/// In a narrow picture the names stand at the right alone, and without their values.
record OrdersPicture(ModelChart sheet, TwoOrders orders) implements Picture {
    private static final int ROW = 32, HEAD = 34, GAP = 14, MARKER = 11, NARROWEST = 110;
    private static final float LIGHT = 1.8f, HEAVY = 4;

    /// @param left  pixels to where the lines begin, and likewise to where they end
    private record Layout(boolean brief, double left, double right) {
        String before(Line line) {
            return brief ? line.place() : line.before();
        }

        String after(Line line) {
            return brief && line.to().isPresent() ? line.rank() + "  " + line.name() : line.after();
        }
    }

    static int height(TwoOrders orders) {
        return ROW * orders.lines().size() + HEAD + 10;
    }

    OrdersPicture {
        sheet.range(Axis.upTo("", Unit.COUNT, 1), Axis.upTo("", Unit.COUNT, orders.lines().size()));
        sheet.room(HEAD, 10);
    }

    private Layout layout(Graphics2D g) {
        var all = layout(g, false);
        return all.right - all.left < NARROWEST ? layout(g, true) : all;
    }

    private Layout layout(Graphics2D g, boolean brief) {
        var words = new Layout(brief, 0, 0);
        return new Layout(brief, widest(g, brief ? "" : orders.left(), words::before),
            sheet.getWidth() - widest(g, orders.right(), words::after));
    }

    private double widest(Graphics2D g, String head, Function<Line, String> text) {
        double most = orders.lines().stream().mapToDouble(l -> Anchor.width(g, text.apply(l), font(l))).max()
            .orElse(0);
        // a browser's letters may be wider than ours
        return GAP + 1.1 * Math.max(most, head.isEmpty() ? 0 : Anchor.width(g, head, Fonts.PLAIN));
    }

    @Override
    public void behind(Graphics2D g) {
        var layout = layout(g);
        for (boolean strong : new boolean[]{false, true}) // the heavy ones over the others
            for (int row = 0; row < orders.lines().size(); row++) {
                var line = orders.lines().get(row);
                if (line.strong() == strong && line.to().isPresent())
                    bend(g, layout, line, y(row), y(line.to().getAsInt()));
            }
    }

    private static void bend(Graphics2D g, Layout layout, Line line, double from, double to) {
        double bow = (layout.right - layout.left) * 0.45;
        var path = new Path2D.Double();
        path.moveTo(layout.left, from);
        path.curveTo(layout.left + bow, from, layout.right - bow, to, layout.right, to);
        float[] dash = line.place().isEmpty() ? new float[]{2, 4} : line.here() ? null : new float[]{7, 4};
        g.setColor(Hue.of(line.contender()).light());
        g.setStroke(new BasicStroke(line.strong() ? HEAVY : LIGHT, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
            dash, 0));
        g.draw(path);
    }

    @Override
    public void before(Graphics2D g) {
        var layout = layout(g);
        var soft = Tone.SOFT.light();
        double head = y(0) - ROW * 0.9, left = layout.left - GAP, right = layout.right + GAP;
        if (layout.brief) Anchor.START.write(g, orders.left(), 0, head, Fonts.PLAIN, soft);
        else Anchor.END.write(g, orders.left(), left, head, Fonts.PLAIN, soft);
        Anchor.START.write(g, orders.right(), right, head, Fonts.PLAIN, soft);
        for (int row = 0; row < orders.lines().size(); row++) {
            var line = orders.lines().get(row);
            var hue = Hue.of(line.contender());
            var font = font(line);
            Anchor.END.write(g, layout.before(line), left, y(row), font, line.to().isEmpty() ? soft : hue.light());
            if (line.to().isEmpty()) continue;
            double to = y(line.to().getAsInt());
            Anchor.START.write(g, layout.after(line), right, to, font, hue.light());
            boolean hollow = Hue.hollow(orders.lines().stream().map(Line::contender).toList())
                .contains(line.contender());
            new HueMarker(hue, hollow).paint(g, layout.left, y(row), MARKER);
            new HueMarker(hue, hollow || !line.here()).paint(g, layout.right, to, MARKER);
        }
    }

    private static Font font(Line line) {
        return line.strong() ? Fonts.BOLD : Fonts.PLAIN;
    }

    private double y(int row) {
        return sheet.y(orders.lines().size() - row - 0.5);
    }
}
