package memorytax.chart.draw;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Names of lines, written where the lines end. Names that would collide push each other apart.
final class LineLabels {
    private static final double HEIGHT = 16;
    private static final double GAP = 9;

    private LineLabels() {
    }

    /// @param x     where its line ends, in pixels
    /// @param y     likewise
    /// @param start whether the name begins behind that place; otherwise it ends before it
    record End(String text, Hue hue, double x, double y, boolean start) {
        /// From its line to the name, in pixels.
        private double along(double pixels) {
            return start ? x + pixels : x - pixels;
        }

        private double length(Graphics2D g) {
            return GAP + Anchor.width(g, text, Fonts.BOLD);
        }
    }

    /// Writes all of them, moved apart where they would touch.
    static void write(Graphics2D g, ModelChart sheet, List<End> ends) {
        for (var neighbours : neighbours(g, ends)) {
            double[] y = apart(neighbours.stream().mapToDouble(End::y).toArray(), HEIGHT);
            double below = y[y.length - 1] - sheet.getHeight() + HEIGHT / 2; // where the axis has its own texts
            for (int i = y.length - 1; i >= 0 && below > 0; i--) {
                y[i] -= below;
                below = i == 0 ? 0 : y[i - 1] + HEIGHT - y[i];
            }
            for (int i = 0; i < y.length; i++) {
                var end = neighbours.get(i);
                if (Math.abs(y[i] - end.y) > HEIGHT / 2) lead(g, end, y[i]);
                clear(g, end, y[i]);
                var anchor = end.start ? Anchor.START : Anchor.END;
                anchor.over(g, end.text, end.along(GAP), y[i], Fonts.BOLD, end.hue.light());
            }
        }
    }

    /// Takes away what runs behind a name.
    private static void clear(Graphics2D g, End end, double y) {
        double length = Anchor.width(g, end.text, Fonts.BOLD), from = end.along(GAP) - (end.start ? 0 : length);
        Pen.fill(g, ThemeColor.pale(Tone.PAPER.light(), 215),
            new Rectangle2D.Double(from - 1, y - HEIGHT / 2, length + 2, HEIGHT));
    }

    /// A thin line from a name that had to move to the end that it names.
    private static void lead(Graphics2D g, End end, double y) {
        Pen.line(g, end.hue.light(), 0.8, end.along(3), end.y, end.along(GAP - 2), y);
    }

    /// Names that overlap from left to right, each group from top to bottom.
    private static List<List<End>> neighbours(Graphics2D g, List<End> ends) {
        var groups = new ArrayList<List<End>>();
        double reach = Double.NEGATIVE_INFINITY;
        for (var end : ends.stream().sorted(Comparator.comparingDouble(e -> left(g, e))).toList()) {
            if (left(g, end) > reach) groups.add(new ArrayList<>());
            groups.getLast().add(end);
            reach = Math.max(reach, left(g, end) + end.length(g));
        }
        groups.forEach(group -> group.sort(Comparator.comparingDouble(End::y)));
        return groups;
    }

    private static double left(Graphics2D g, End end) {
        return end.start ? end.x : end.x - end.length(g);
    }

    /// Ascending positions, moved as little as it takes to be `gap` apart.
    static double[] apart(double[] wanted, double gap) {
        record Block(double middle, int size) {
        }
        var blocks = new ArrayList<Block>();
        for (double w : wanted) {
            var block = new Block(w, 1);
            while (!blocks.isEmpty()) {
                var above = blocks.getLast();
                if (block.middle - above.middle >= gap * (block.size + above.size) / 2.0) break;
                int size = block.size + above.size;
                // each wants its own place less those before it in the block: the mean of that is the block's start
                double start = ((above.middle - gap * (above.size - 1) / 2.0) * above.size
                    + (block.middle - gap * (block.size - 1) / 2.0 - gap * above.size) * block.size) / size;
                blocks.removeLast();
                block = new Block(start + gap * (size - 1) / 2.0, size);
            }
            blocks.add(block);
        }
        return blocks.stream().flatMapToDouble(b -> java.util.stream.IntStream.range(0, b.size)
            .mapToDouble(i -> b.middle + gap * (i - (b.size - 1) / 2.0))).toArray();
    }
}
