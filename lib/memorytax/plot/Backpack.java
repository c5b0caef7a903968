package memorytax.plot;

import memorytax.scale.Bytes;
import memorytax.scale.Parts;
import memorytax.scale.Slope;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one task carries: a bar per contender, cut into the parts that its runtime can name, and beside it what the
/// scale says of the whole.
final class Backpack {
    private static final int ROW = 84;
    private static final double BAR = 34;
    private static final int[] TINTS = {115, 85, 62, 44, 32, 26};

    /// @param slope of the same contender, where there is one
    private record Bar(Parts parts, Optional<Slope> slope) {
        double length() {
            return Math.max(parts.sum(), slope.map(Slope::high).orElse(0.0));
        }

        /// What the scale has and the parts have not; negative when the parts come to more.
        double rest() {
            return slope.map(s -> s.value() - parts.sum()).orElse(0.0);
        }

        /// Within the interval, or within two percent, the two agree.
        boolean agrees() {
            return slope.isEmpty() || Math.abs(rest()) <= Math.max(slope.get().plusMinus(), 0.02 * slope.get().value());
        }
    }

    /// @param from bytes
    private record Piece(String name, double from, double bytes) {
        String text() {
            return Bytes.of(bytes);
        }
    }

    private Backpack() {
    }

    static Sheet of(List<Parts> parts, List<Slope> slopes) {
        var bars = parts.stream().filter(p -> p.sum() > 0).map(p -> new Bar(p, slopes.stream().filter(s -> s.contender().name().equals(p.contender().name())).findFirst())).toList();
        var sheet = new Sheet(caption(bars), ROW * Math.max(1, bars.size()) + 30);
        if (bars.isEmpty()) return Empty.say(sheet, "no runtime named the parts of a task");
        double end = bars.stream().mapToDouble(Bar::length).max().orElseThrow() * 1.02;
        boolean kilo = end > 4096;
        sheet.xRange(0, end, false);
        sheet.yRange(0, bars.size(), false);
        sheet.roomLeft(bars.stream().map(b -> b.parts.contender().name()).toList());
        sheet.roomRight(List.of("0,000 B weighed"));
        sheet.under(g -> Ruler.at(Ruler.even(kilo ? end / 1024 : end, 5).map(v -> kilo ? v * 1024 : v), v -> kilo ? Math.round(v / 102.4) / 10.0 + " KB" : Bytes.exact(v)).across(g, sheet));
        for (int i = 0; i < bars.size(); i++) add(sheet, bars.get(i), bars.size() - i - 0.45);
        return sheet;
    }

    private static void add(Sheet sheet, Bar bar, double y) {
        String name = bar.parts.contender().name();
        var hue = Hue.of(name);
        // XChart holds the total, for whoever reads the chart's data; what is seen is drawn below
        sheet.addSeries(name, new double[]{bar.slope.map(Slope::value).orElse(bar.parts.sum())}, new double[]{y}).setMarker(new org.knowm.xchart.style.markers.None());
        sheet.over(g -> {
            double middle = sheet.y(y);
            Anchor.END.write(g, name, -10, middle, Look.BOLD, hue.light());
            var below = new ArrayList<String>();
            var pieces = pieces(g, sheet, bar);
            for (int i = 0; i < pieces.size(); i++) if (!part(g, sheet, pieces.get(i), middle, tint(hue, i))) below.add(pieces.get(i).name() + ", " + pieces.get(i).text());
            if (bar.rest() > 0 && !bar.agrees()) below.addAll(rest(g, sheet, bar, middle, hue));
            bar.slope.ifPresent(s -> weighed(g, sheet, bar, s, middle));
            if (bar.rest() < 0 && !bar.agrees()) below.add("counted " + Bytes.of(-bar.rest()) + " more than the scale");
            Anchor.START.write(g, String.join(" · ", below), 0, middle + BAR / 2 + 12, Look.SMALL, Tone.SOFT.light());
        });
    }

    /// Parts whose name fits, largest first; the rest of them together as `other`.
    private static List<Piece> pieces(Graphics2D g, Sheet sheet, Bar bar) {
        var pieces = new ArrayList<Piece>();
        double at = 0, other = 0;
        String only = "";
        int small = 0;
        for (var part : bar.parts.bytes().entrySet()) {
            double width = sheet.x(part.getValue()) - sheet.x(0);
            if (pieces.size() < TINTS.length - 1 && other == 0 && Anchor.width(g, part.getKey(), Look.SMALL) * 1.08 + 8 <= width) {
                pieces.add(new Piece(part.getKey(), at, part.getValue()));
                at += part.getValue();
            } else if (part.getValue() > 0) {
                other += part.getValue();
                only = part.getKey();
                small++;
            }
        }
        if (other > 0) pieces.add(new Piece(small == 1 ? only : "other", at, other));
        return pieces;
    }

    /// Draws one part. Returns whether its name found room inside.
    private static boolean part(Graphics2D g, Sheet sheet, Piece piece, double middle, Color tint) {
        var box = box(sheet, piece.from, piece.from + piece.bytes, middle);
        g.setColor(tint);
        g.fill(box);
        return inside(g, box, piece.name, piece.text());
    }

    private static List<String> rest(Graphics2D g, Sheet sheet, Bar bar, double middle, Hue hue) {
        var box = box(sheet, bar.parts.sum(), bar.slope.orElseThrow().value(), middle);
        g.setColor(hue.light());
        g.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[]{3, 3}, 0));
        g.draw(new Rectangle2D.Double(box.x + 0.6, box.y + 0.6, Math.max(0, box.width - 1.2), box.height - 1.2));
        return inside(g, box, "not accounted for", Bytes.of(bar.rest())) ? List.of() : List.of("not accounted for, " + Bytes.of(bar.rest()));
    }

    /// The scale's word: a tick across the bar's end, and its interval.
    private static void weighed(Graphics2D g, Sheet sheet, Bar bar, Slope slope, double middle) {
        double x = sheet.x(slope.value()), low = sheet.x(slope.low()), high = sheet.x(slope.high());
        g.setColor(Tone.INK.light());
        g.setStroke(new BasicStroke(2));
        g.draw(new Line2D.Double(x, middle - BAR / 2 - 5, x, middle + BAR / 2 + 5));
        g.setStroke(new BasicStroke(1.2f));
        g.draw(new Line2D.Double(low, middle, high, middle));
        g.draw(new Line2D.Double(low, middle - 4, low, middle + 4));
        g.draw(new Line2D.Double(high, middle - 4, high, middle + 4));
        double end = Math.max(high, sheet.x(bar.parts.sum()));
        Anchor.START.write(g, Bytes.of(slope.value()) + " weighed", end + 9, middle, Look.PLAIN, Tone.INK.light());
    }

    private static boolean inside(Graphics2D g, Rectangle2D.Double box, String name, String bytes) {
        double wide = Math.max(Anchor.width(g, name, Look.SMALL), Anchor.width(g, bytes, Look.SMALL));
        if (wide * 1.08 + 8 > box.width) return false;
        Anchor.START.write(g, name, box.x + 5, box.getCenterY() - 7, Look.SMALL, Tone.INK.light());
        Anchor.START.write(g, bytes, box.x + 5, box.getCenterY() + 8, Look.SMALL, Tone.INK.light());
        return true;
    }

    private static Rectangle2D.Double box(Sheet sheet, double from, double to, double middle) {
        double x = sheet.x(from), width = sheet.x(to) - x;
        return new Rectangle2D.Double(x, middle - BAR / 2, Math.max(0.5, width - 1.5), BAR); // the gap between two parts
    }

    private static Color tint(Hue hue, int i) {
        var c = hue.light();
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), TINTS[Math.min(i, TINTS.length - 1)]);
    }

    private static String caption(List<Bar> bars) {
        boolean slope = bars.stream().anyMatch(b -> b.slope.isPresent());
        return "What one task carries, in bytes, as its runtime counts it." + (slope ? " The dark tick is what the scale says of the whole, with its 95 % interval." : "");
    }
}
