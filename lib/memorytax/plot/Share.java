package memorytax.plot;

import memorytax.scale.Bytes;
import memorytax.scale.Quantity;
import memorytax.scale.Slope;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Bytes per further task: a row per contender, a filled dot for what it pays and a hollow one for what it needs.
final class Share {
    private static final int ROW = 38;
    private static final double DOT = 6;
    private static final String BELOW = "below what the scale can tell";

    /// @param resident what is paid; empty when it cannot be told
    /// @param live     what is needed; empty when the runtime does not tell
    /// @param here     measured on this machine
    record Row(String name, Optional<Slope> resident, Optional<Slope> live, boolean here) {
        static Row of(String name, List<Slope> slopes) {
            boolean here = slopes.stream().allMatch(Slope::here);
            return new Row(name, find(slopes, Quantity.RESIDENT), find(slopes, Quantity.LIVE), here);
        }

        private static Optional<Slope> find(List<Slope> slopes, Quantity quantity) {
            return slopes.stream().filter(s -> s.quantity() == quantity).findFirst();
        }

        /// What can stand on a logarithmic axis.
        private List<Slope> drawn() {
            return Stream.of(live, resident).flatMap(Optional::stream).filter(s -> s.value() > 0).toList();
        }

        private String text() {
            if (resident.isEmpty() && live.isEmpty()) return "too few points to tell";
            if (drawn().isEmpty()) return BELOW;
            String paid = resident.map(Row::figure).orElse("");
            String needed = live.map(s -> figure(s) + " live").orElse("");
            return paid + (paid.isEmpty() || needed.isEmpty() ? "" : ", ") + needed + (here ? "" : " (recorded)");
        }

        private Drawn.Interval interval() {
            var paid = resident.filter(s -> s.value() > 0);
            return new Drawn.Interval(name, Hue.of(name).light(), paid.map(Slope::value).orElse(Double.NaN),
                paid.map(Slope::low).orElse(Double.NaN), paid.map(Slope::high).orElse(Double.NaN),
                live.map(Slope::value).filter(v -> v > 0).orElse(Double.NaN), text());
        }

        private static String figure(Slope slope) {
            return slope.value() > 0 ? Bytes.of(slope.value()) : BELOW;
        }
    }

    private Share() {
    }

    static Sheet of(List<Row> rows) {
        boolean live = rows.stream().anyMatch(r -> r.live.isPresent());
        var drawing = new Drawn.Intervals("bytes of one more task", true, "resident", live ? "live" : "",
            rows.stream().map(Row::interval).toList(), Bytes::of);
        var sheet = new Rows(caption(rows), ROW * Math.max(1, rows.size()) + 46, drawing);
        if (rows.isEmpty()) return Empty.say(sheet, "no contender was weighed");
        var drawn = rows.stream().flatMap(r -> r.drawn().stream()).toList();
        double[] range = range(drawn);
        sheet.xRange(range[0], range[1], true);
        sheet.yRange(0, rows.size(), false);
        sheet.roomLeft(rows.stream().map(Row::name).toList());
        sheet.roomRight(List.of("000.0 KB, 000"));
        sheet.under(g -> Ruler.at(Ruler.sizes(range[0], range[1]), Ruler::size).across(g, sheet));
        for (int i = 0; i < rows.size(); i++) add(sheet, rows.get(i), rows.size() - i - 0.5);
        return sheet;
    }

    private static void add(Sheet sheet, Row row, double y) {
        var hue = Hue.of(row.name);
        for (var slope : row.drawn()) {
            boolean live = slope.quantity() == Quantity.LIVE;
            String name = live ? row.name + " (live)" : row.name;
            var series = sheet.addSeries(sheet.free(name), new double[]{slope.value()}, new double[]{y});
            series.setMarker(new Mark(hue, live, live ? 1.2 : 1)).setMarkerColor(hue.light()).setLineColor(hue.light());
        }
        sheet.getStyler().setMarkerSize((int) (2 * DOT));
        sheet.under(g -> lines(g, sheet, row, sheet.y(y)));
        sheet.over(g -> texts(g, sheet, row, sheet.y(y)));
    }

    /// The guide from the name to the first dot, the line between the dots, and the intervals as thick, pale bars.
    private static void lines(Graphics2D g, Sheet sheet, Row row, double y) {
        double[] dots = row.drawn().stream().mapToDouble(s -> sheet.x(s.value())).sorted().toArray();
        double first = dots.length == 0 ? 0 : dots[0], last = dots.length == 0 ? 0 : dots[dots.length - 1];
        stroke(g, Tone.RULE, 1.5f, 255, 0, first, y);
        var hue = Hue.of(row.name);
        stroke(g, hue, 2, 255, first, last, y);
        for (var slope : row.drawn()) stroke(g, hue, 6, 110, sheet.x(slope.low()), sheet.x(slope.high()), y);
    }

    private static void stroke(Graphics2D g, Dye dye, float width, int alpha, double x1, double x2, double y) {
        var color = dye.light();
        g.setColor(alpha == 255 ? color : new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha));
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(x1, y, x2, y));
    }

    private static void texts(Graphics2D g, Sheet sheet, Row row, double y) {
        Anchor.END.write(g, row.name, -10, y, Look.BOLD, Hue.of(row.name).light());
        var ends = row.drawn().stream().mapToDouble(s -> Math.max(sheet.x(s.high()), sheet.x(s.value()) + DOT));
        var tone = row.drawn().isEmpty() ? Tone.SOFT : Tone.INK;
        Anchor.START.write(g, row.text(), ends.max().orElse(-2) + 9, y, Look.PLAIN, tone.light());
    }

    /// Room for every dot and its interval, and for two ticks at least.
    private static double[] range(List<Slope> slopes) {
        double low = slopes.stream().mapToDouble(s -> Math.max(s.low(), s.value() / 2)).min().orElse(100) * 0.8;
        double high = slopes.stream().mapToDouble(s -> Math.min(s.high(), s.value() * 4)).max().orElse(1024) * 1.25;
        double a = low, b = high;
        if (Ruler.sizes(low, high).count() >= 2) return new double[]{low, high};
        return new double[]{Ruler.sizes(1, a).max().orElse(a) * 0.9, Ruler.sizes(b, 1e15).min().orElse(b) * 1.1};
    }

    private static String caption(List<Row> rows) {
        var slopes = rows.stream().flatMap(r -> Stream.of(r.resident, r.live).flatMap(Optional::stream)).toList();
        boolean live = slopes.stream().anyMatch(s -> s.quantity() == Quantity.LIVE);
        String forks = Names.forks(slopes.stream().mapToInt(Slope::forks));
        if (slopes.isEmpty()) return "Bytes per further task.";
        return "Bytes per further task, with its 95 % interval, from " + forks + " per size."
            + (live ? " Filled: resident, which you pay. Hollow: live in the heap after a full collection." : "");
    }
}
