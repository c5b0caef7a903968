package memorytax.chart.draw;

import memorytax.chart.model.Axis;
import memorytax.chart.model.TwoOrders.Line;
import memorytax.chart.model.TwoOrders;
import memorytax.chart.model.Unit;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.stream.Stream;

/// Two orders, and a bent line from each place in the one to that in the other. It is dotted where no place was said.
record OrdersPicture(ModelChart sheet, TwoOrders orders) implements Picture {
    private static final int ROW = 32, HEAD = 34, GAP = 14, MARKER = 11;
    private static final float LIGHT = 1.8f, HEAVY = 4;

    static int height(TwoOrders orders) {
        return ROW * orders.lines().size() + HEAD + 10;
    }

    /// Pixels beside the lines.
    static int words(TwoOrders orders) {
        return 8 * Stream.of(orders.lines().stream().mapToInt(l -> l.before().length()).max().orElse(0),
            orders.lines().stream().mapToInt(l -> l.after().length()).max().orElse(0)).mapToInt(n -> n).sum();
    }

    OrdersPicture {
        sheet.range(Axis.upTo("", Unit.COUNT, 1), Axis.upTo("", Unit.COUNT, orders.lines().size()));
        sheet.roomLeft(orders.lines().stream().map(l -> l.before() + "  ").toList());
        sheet.roomRight(orders.lines().stream().map(l -> l.after() + "  ").toList());
        sheet.room(HEAD, 10);
    }

    @Override
    public void behind(Graphics2D g) {
        for (boolean strong : new boolean[]{false, true}) // the heavy ones over the others
            for (int row = 0; row < orders.lines().size(); row++) {
                var line = orders.lines().get(row);
                if (line.strong() == strong && line.to().isPresent()) bend(g, line, y(row), y(line.to().getAsInt()));
            }
    }

    private void bend(Graphics2D g, Line line, double from, double to) {
        double width = sheet.x(1), bow = width * 0.45;
        var path = new Path2D.Double();
        path.moveTo(0, from);
        path.curveTo(bow, from, width - bow, to, width, to);
        float[] dash = line.place().isEmpty() ? new float[]{2, 4} : line.here() ? null : new float[]{7, 4};
        var hue = Hue.of(line.contender()).light();
        g.setColor(hue);
        g.setStroke(new BasicStroke(line.strong() ? HEAVY : LIGHT, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
            dash, 0));
        g.draw(path);
    }

    @Override
    public void before(Graphics2D g) {
        double end = sheet.x(1);
        var soft = Tone.SOFT.light();
        Anchor.END.write(g, orders.left(), -GAP, y(0) - ROW * 0.9, Fonts.PLAIN, soft);
        Anchor.START.write(g, orders.right(), end + GAP, y(0) - ROW * 0.9, Fonts.PLAIN, soft);
        for (int row = 0; row < orders.lines().size(); row++) {
            var line = orders.lines().get(row);
            var hue = Hue.of(line.contender());
            var font = line.strong() ? Fonts.BOLD : Fonts.PLAIN;
            Anchor.END.write(g, line.before(), -GAP, y(row), font,
                line.to().isEmpty() ? soft : hue.light());
            if (line.to().isEmpty()) continue;
            double to = y(line.to().getAsInt());
            Anchor.START.write(g, line.after(), end + GAP, to, font, hue.light());
            boolean hollow = Hue.variant(line.contender()) && orders.lines().stream()
                .anyMatch(l -> !l.equals(line) && Hue.of(l.contender()) == hue);
            new HueMarker(hue, hollow).paint(g, 0, y(row), MARKER);
            new HueMarker(hue, hollow || !line.here()).paint(g, end, to, MARKER);
        }
    }

    private double y(int row) {
        return sheet.y(orders.lines().size() - row - 0.5);
    }
}
