package memorytax.chart;

import memorytax.chart.draw.Anchor;
import memorytax.chart.draw.Drawn;
import memorytax.chart.draw.Empty;
import memorytax.chart.draw.Hue;
import memorytax.chart.draw.LayeredChart;
import memorytax.chart.draw.Rows;
import memorytax.chart.draw.Theme;
import memorytax.chart.draw.ThemeColor;
import memorytax.chart.draw.Ticks;
import memorytax.chart.draw.Tone;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Parts;
import memorytax.measure.result.Slope;
import org.knowm.xchart.style.markers.None;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What one task carries: a bar per contender, cut into the parts that its runtime can name, and across it what the
/// scale says of the whole.
final class BackpackChart {
    private static final int ROW = 84;
    private static final double BAR = 36;
    private static final double SMALL = 0.03;
    private static final int[] TINTS = {115, 85, 62, 44};

    /// @param slope of the same contender, where there is one
    private record Bar(String name, Parts parts, Optional<Slope> slope) {
        double length() {
            return Math.max(parts.sum(), slope.map(s -> Math.min(s.high(), 1.5 * s.value())).orElse(0.0));
        }

        /// What the scale has and the parts have not, negative when the parts come to more; zero where the two agree
        /// within the interval, or within two percent.
        double rest() {
            double rest = slope.map(s -> s.value() - parts.sum()).orElse(0.0);
            double slack = slope.map(s -> Math.max(s.plusMinus(), 0.02 * s.value())).orElse(0.0);
            return Math.abs(rest) <= slack ? 0 : rest;
        }

        /// What stands behind the bar: the whole, and how the two differ.
        List<String> words() {
            var words = new ArrayList<String>();
            slope.ifPresent(s -> words.add(Bytes.of(s.value()) + (s.here() ? " weighed" : " recorded")));
            if (slope.isEmpty()) words.add(Bytes.of(parts.sum()) + " counted");
            if (rest() > 0) words.add(Bytes.of(rest()) + " not accounted for");
            if (rest() < 0) words.add("counted " + Bytes.of(-rest()) + " more than the scale");
            return words;
        }

        Drawn.Stack stack() {
            var segments = new ArrayList<Drawn.Segment>();
            pieces(parts).forEach(p -> segments.add(new Drawn.Segment(p.name, p.bytes)));
            if (rest() > 0) segments.add(new Drawn.Segment("not accounted for", rest()));
            return new Drawn.Stack(name, Hue.of(name).light(), segments, words().getFirst());
        }
    }

    private record Piece(String name, double bytes) {
        @Override
        public String toString() {
            return name + " " + Bytes.of(bytes);
        }
    }

    private BackpackChart() {
    }

    static LayeredChart of(List<Parts> parts, List<Slope> slopes) {
        var bars = parts.stream().filter(p -> p.sum() > 0)
            .map(p -> new Bar(p.contender().name(), p, slope(p, slopes))).toList();
        var rows = new Drawn.Stacks("bytes of one task", bars.stream().map(Bar::stack).toList(), Bytes::of);
        var sheet = new Rows(caption(bars), ROW * Math.max(1, bars.size()) + 30, rows);
        if (bars.isEmpty()) return Empty.say(sheet, "no runtime named the parts of a task");
        double end = bars.stream().mapToDouble(Bar::length).max().orElseThrow() * 1.02;
        double unit = end > 4096 ? 1024 : 1;
        sheet.xRange(0, end, false);
        sheet.yRange(0, bars.size(), false);
        sheet.roomLeft(bars.stream().map(Bar::name).toList());
        boolean over = bars.stream().anyMatch(b -> b.rest() < 0);
        sheet.roomRight(List.of(over ? "000 B not accounted for all" : "000 B not accounted for"));
        var steps = Ticks.even(end / unit, 5).map(v -> v * unit);
        var ruler = Ticks.at(steps, v -> Ticks.number(v / unit) + (unit > 1 ? " KB" : " B"));
        sheet.under(g -> ruler.across(g, sheet));
        for (int i = 0; i < bars.size(); i++) add(sheet, bars.get(i), bars.size() - i - 0.45);
        return sheet;
    }

    private static Optional<Slope> slope(Parts parts, List<Slope> slopes) {
        return slopes.stream().filter(s -> s.value() > 0)
            .filter(s -> s.contender().name().equals(parts.contender().name())).findFirst();
    }

    private static void add(LayeredChart sheet, Bar bar, double y) {
        // XChart holds the total, for whoever reads the chart's data; what is seen is drawn below
        double total = bar.slope.map(Slope::value).orElse(bar.parts.sum());
        sheet.line(bar.name, new double[]{total}, new double[]{y}, false, false).setMarker(new None());
        sheet.over(g -> {
            double middle = sheet.y(y);
            Anchor.END.write(g, bar.name, -10, middle, Theme.BOLD, Hue.of(bar.name).light());
            parts(g, sheet, bar, middle);
            if (bar.rest() > 0) rest(g, box(sheet, bar.parts.sum(), total, middle), Hue.of(bar.name));
            bar.slope.ifPresent(s -> weighed(g, sheet, s, middle));
            double right = Math.max(sheet.x(bar.parts.sum()), bar.slope.map(s -> sheet.x(s.high())).orElse(0.0)) + 9;
            var words = bar.words();
            boolean two = words.size() > 1;
            Anchor.START.write(g, words.getFirst(), right, two ? middle - 8 : middle, Theme.PLAIN, Tone.INK.light());
            if (two) Anchor.START.write(g, words.getLast(), right, middle + 9, Theme.SMALL, Tone.SOFT.light());
        });
    }

    /// Each part in a tint of its own, with its name inside where it fits; the other names stand below, in order.
    private static void parts(Graphics2D g, LayeredChart sheet, Bar bar, double middle) {
        var below = new ArrayList<Piece>();
        double at = 0;
        int i = 0;
        for (var piece : pieces(bar.parts)) {
            var box = box(sheet, at, at + piece.bytes, middle);
            g.setColor(Tone.PAPER.light()); // hides the grid, which would shine through
            g.fill(box);
            g.setColor(tint(Hue.of(bar.name), i++));
            g.fill(box);
            if (!inside(g, box, piece)) below.add(piece);
            at += piece.bytes;
        }
        double room = sheet.getWidth() + sheet.roomRight();
        Anchor.START.write(g, list(g, below, room), 0, middle + BAR / 2 + 13, Theme.SMALL, Tone.SOFT.light());
    }

    /// As many names as there is room for, the others added up.
    private static String list(Graphics2D g, List<Piece> pieces, double room) {
        String text = pieces.stream().map(Piece::toString).collect(Collectors.joining(" · "));
        if (pieces.size() < 2 || 1.08 * Anchor.width(g, text, Theme.SMALL) <= room) return text;
        var fewer = new ArrayList<>(pieces);
        fewer.add(new Piece("other", fewer.removeLast().bytes + fewer.removeLast().bytes));
        return list(g, fewer, room);
    }

    /// As they come, largest first; the smallest together as `other`.
    private static List<Piece> pieces(Parts parts) {
        var pieces = new ArrayList<Piece>();
        var small = new ArrayList<Piece>();
        double least = SMALL * parts.sum();
        parts.bytes().forEach((name, bytes) -> (bytes < least ? small : pieces).add(new Piece(name, bytes)));
        double other = small.stream().mapToDouble(Piece::bytes).sum();
        if (other > 0) pieces.add(small.size() == 1 ? small.getFirst() : new Piece("other", other));
        return pieces;
    }

    private static boolean inside(Graphics2D g, Rectangle2D.Double box, Piece piece) {
        String bytes = Bytes.of(piece.bytes);
        double wide = Math.max(Anchor.width(g, piece.name, Theme.SMALL), Anchor.width(g, bytes, Theme.SMALL));
        if (wide * 1.08 + 8 > box.width) return false;
        Anchor.START.write(g, piece.name, box.x + 5, box.getCenterY() - 7, Theme.SMALL, Tone.INK.light());
        Anchor.START.write(g, bytes, box.x + 5, box.getCenterY() + 8, Theme.SMALL, Tone.INK.light());
        return true;
    }

    private static void rest(Graphics2D g, Rectangle2D.Double box, Hue hue) {
        g.setColor(hue.light());
        g.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[]{3, 3}, 0));
        g.draw(new Rectangle2D.Double(box.x + 0.6, box.y + 0.6, Math.max(0, box.width - 1.2), box.height - 1.2));
    }

    /// The scale's word: a tick across the bar, and its interval.
    private static void weighed(Graphics2D g, LayeredChart sheet, Slope slope, double middle) {
        double x = sheet.x(slope.value()), low = sheet.x(slope.low()), high = sheet.x(slope.high());
        g.setColor(Tone.INK.light());
        g.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.draw(new Line2D.Double(x, middle - BAR / 2 - 5, x, middle + BAR / 2 + 5));
        if (high - low < 5) return; // the tick hides it
        g.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.draw(new Line2D.Double(low, middle, high, middle));
        for (double end : new double[]{low, high}) g.draw(new Line2D.Double(end, middle - 4, end, middle + 4));
    }

    private static Rectangle2D.Double box(LayeredChart sheet, double from, double to, double middle) {
        double x = sheet.x(from), gap = 1.5;
        return new Rectangle2D.Double(x, middle - BAR / 2, Math.max(0.5, sheet.x(to) - x - gap), BAR);
    }

    private static Color tint(Hue hue, int i) {
        var c = hue.light();
        return ThemeColor.pale(c, TINTS[i % TINTS.length]);
    }

    private static String caption(List<Bar> bars) {
        String parts = "What one task carries, in bytes, as its runtime counts it.";
        if (bars.stream().allMatch(b -> b.slope.isEmpty())) return parts;
        return parts + " The tick across a bar is what the scale says of the whole, with its 95 % interval.";
    }
}
