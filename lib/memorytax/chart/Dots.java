package memorytax.chart;

import memorytax.chart.draw.Anchor;
import memorytax.chart.draw.Drawn;
import memorytax.chart.draw.Empty;
import memorytax.chart.draw.Hue;
import memorytax.chart.draw.LayeredChart;
import memorytax.chart.draw.Mark;
import memorytax.chart.draw.Rows;
import memorytax.chart.draw.Theme;
import memorytax.chart.draw.ThemeColor;
import memorytax.chart.draw.Ticks;
import memorytax.chart.draw.Tone;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/// A row per contender on one logarithmic axis, with a filled dot, a hollow one, or both, and the interval of each.
final class Dots {
    private static final int ROW = 38;
    private static final double DOT = 6;

    /// @param low of its interval; the same as the value where it has none
    record Dot(double value, double low, double high) {
    }

    /// @param filled empty where there is none; what is not above zero has no place on the axis, and is not drawn
    /// @param text   at its end
    record Row(String name, Optional<Dot> filled, Optional<Dot> hollow, String text) {
        private List<Dot> drawn() {
            return Stream.of(hollow, filled).flatMap(Optional::stream).filter(d -> d.value > 0).toList();
        }

        private Drawn.Interval interval() {
            var paid = filled.filter(d -> d.value > 0);
            return new Drawn.Interval(name, Hue.of(name).light(), paid.map(Dot::value).orElse(Double.NaN),
                paid.map(Dot::low).orElse(Double.NaN), paid.map(Dot::high).orElse(Double.NaN),
                hollow.map(Dot::value).filter(v -> v > 0).orElse(Double.NaN), text);
        }
    }

    /// What the axis measures.
    ///
    /// @param what   `bytes of one more task`
    /// @param ticks  where it may have ticks
    /// @param tick   how they are written
    /// @param format how a value is written
    record Axis(String what, Ticks.Along ticks, DoubleFunction<String> tick, DoubleFunction<String> format) {
    }

    /// @param filled what a filled dot stands for, in a word
    /// @param hollow what a hollow one stands for; empty when no row has one
    /// @param widest text that a row may end with
    static LayeredChart draw(String caption, List<Row> rows, Axis axis, String filled, String hollow, String widest) {
        return draw(caption, rows, axis, filled, hollow, widest, OptionalDouble.empty());
    }

    /// The same with an upright line at a limit. The texts then stand beside the plot, where it does not go.
    static LayeredChart draw(String caption, List<Row> rows, Axis axis, String filled, String hollow, String widest,
                      OptionalDouble limit) {
        var drawing = new Drawn.Intervals(axis.what, true, filled, hollow,
            rows.stream().map(Row::interval).toList(), axis.format);
        var sheet = new Rows(caption, ROW * Math.max(1, rows.size()) + 46, drawing);
        if (rows.isEmpty()) return Empty.say(sheet, "no contender was weighed");
        var drawn = Stream.concat(rows.stream().flatMap(r -> r.drawn().stream()),
            limit.stream().mapToObj(l -> new Dot(l, l, l))).toList();
        double[] range = range(drawn, axis.ticks);
        sheet.xRange(range[0], range[1], true);
        sheet.yRange(0, rows.size(), false);
        sheet.roomLeft(rows.stream().map(Row::name).toList());
        sheet.roomRight(List.of(widest));
        sheet.under(g -> Ticks.at(axis.ticks.between(range[0], range[1]), axis.tick).across(g, sheet));
        for (int i = 0; i < rows.size(); i++)
            add(sheet, rows.get(i), rows.size() - i - 0.5, hollow, limit.isPresent());
        limit.ifPresent(l -> sheet.under(
            g -> stroke(g, Tone.INK, 1.4f, 255, sheet.x(l), 0, sheet.x(l), sheet.getHeight())));
        return sheet;
    }

    private static void add(LayeredChart sheet, Row row, double y, String second, boolean beside) {
        var hue = Hue.of(row.name);
        for (var dot : row.drawn()) {
            boolean hollow = row.hollow.filter(h -> h == dot).isPresent();
            String name = hollow ? row.name + " (" + second + ")" : row.name;
            var series = sheet.addSeries(sheet.free(name), new double[]{dot.value}, new double[]{y});
            series.setMarker(new Mark(hue, hollow, hollow ? 1.2 : 1)).setMarkerColor(hue.light())
                .setLineColor(hue.light());
        }
        sheet.getStyler().setMarkerSize((int) (2 * DOT));
        sheet.under(g -> lines(g, sheet, row, sheet.y(y)));
        sheet.over(g -> texts(g, sheet, row, sheet.y(y), beside));
    }

    /// The guide from the name to the first dot, the line between the dots, and the intervals as thick, pale bars.
    private static void lines(Graphics2D g, LayeredChart sheet, Row row, double y) {
        double[] dots = row.drawn().stream().mapToDouble(d -> sheet.x(d.value)).sorted().toArray();
        double first = dots.length == 0 ? 0 : dots[0], last = dots.length == 0 ? 0 : dots[dots.length - 1];
        stroke(g, Tone.RULE, 1.5f, 255, 0, first, y);
        var hue = Hue.of(row.name);
        stroke(g, hue, 2, 255, first, last, y);
        for (var dot : row.drawn()) stroke(g, hue, 6, 110, sheet.x(dot.low), sheet.x(dot.high), y);
    }

    private static void stroke(Graphics2D g, ThemeColor dye, float width, int alpha, double x1, double x2, double y) {
        stroke(g, dye, width, alpha, x1, y, x2, y);
    }

    private static void stroke(Graphics2D g, ThemeColor dye, float width, int alpha, double x1, double y1, double x2,
                               double y2) {
        var color = dye.light();
        g.setColor(alpha == 255 ? color : ThemeColor.pale(color, alpha));
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    private static void texts(Graphics2D g, LayeredChart sheet, Row row, double y, boolean beside) {
        Anchor.END.write(g, row.name, -10, y, Theme.BOLD, Hue.of(row.name).light());
        var ends = row.drawn().stream().mapToDouble(d -> Math.max(sheet.x(d.high), sheet.x(d.value) + DOT));
        var tone = row.drawn().isEmpty() ? Tone.SOFT : Tone.INK;
        double end = beside ? sheet.getWidth() : ends.max().orElse(-2);
        Anchor.START.write(g, row.text(), end + 9, y, Theme.PLAIN, tone.light());
    }

    /// Room for every dot and its interval, and for two ticks at least.
    private static double[] range(List<Dot> dots, Ticks.Along ticks) {
        double low = dots.stream().mapToDouble(d -> Math.max(d.low, d.value / 2)).min().orElse(100) * 0.8;
        double high = dots.stream().mapToDouble(d -> Math.min(d.high, d.value * 4)).max().orElse(1024) * 1.25;
        double a = low, b = high;
        if (ticks.between(low, high).count() >= 2) return new double[]{low, high};
        return new double[]{ticks.between(a / 1e3, a).max().orElse(a) * 0.9,
            ticks.between(b, b * 1e3).min().orElse(b) * 1.1};
    }
}
