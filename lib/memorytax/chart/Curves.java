package memorytax.chart;

import memorytax.chart.draw.Anchor;
import memorytax.chart.draw.Decades;
import memorytax.chart.draw.Hue;
import memorytax.chart.draw.LayeredChart;
import memorytax.chart.draw.LineLabels;
import memorytax.chart.draw.Theme;
import memorytax.chart.draw.Ticks;
import memorytax.chart.draw.Tone;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleFunction;

/// Lines on two logarithmic axes, each named where it ends, each point with a whisker for what is not certain of it.
final class Curves {
    /// @param value above zero; `low` may be below, and is then drawn down to the axis
    record Point(double value, double low, double high) {
    }

    /// @param here   measured on this machine; otherwise it is dashed, and says so
    /// @param points x -> y
    record Curve(String name, boolean here, TreeMap<Integer, Point> points) {
        private String text() {
            return here ? name : name + " (recorded)";
        }
    }

    private final LayeredChart sheet;
    private final List<Curve> curves;
    private final int first;

    private Curves(LayeredChart sheet, List<Curve> curves) {
        this.sheet = sheet;
        this.curves = curves;
        first = curves.stream().flatMap(c -> c.points.keySet().stream()).mapToInt(x -> x).filter(x -> x > 0)
            .min().orElse(1);
    }

    /// @param curves none of them empty
    /// @param xTitle what stands along the horizontal axis
    /// @param along  how a value of that is written
    /// @param ticks  where the vertical axis may have ticks, from one value to another
    /// @param unit   how a value of the vertical axis is written
    static LayeredChart draw(LayeredChart sheet, List<Curve> curves, String xTitle, DoubleFunction<String> along,
                             Ticks.Along ticks,
                      DoubleFunction<String> unit) {
        var c = new Curves(sheet, curves);
        c.horizontal(xTitle, along);
        c.vertical(ticks, unit);
        var hollow = Names.hollow(curves.stream().map(Curve::name).toList());
        for (var curve : curves) c.add(curve, hollow.contains(curve.name));
        return sheet.over(g -> LineLabels.write(g, sheet, curves.stream().map(c::end).toList()));
    }

    private void horizontal(String title, DoubleFunction<String> along) {
        var all = new TreeSet<Integer>();
        curves.forEach(c -> all.addAll(c.points.keySet()));
        double low = place(all.first()), high = place(all.last());
        double margin = low == high ? 2 : Math.pow(high / low, 0.015);
        sheet.xRange(low / margin, high * margin, true);
        var ruler = new Ticks(new LinkedHashMap<>());
        all.forEach(x -> ruler.ticks().put(place(x), along.apply(x)));
        sheet.getStyler().setXAxisTickLabelsFormattingFunction( // read by a terminal, never painted
            v -> along.apply(v < first ? 0 : v));
        sheet.under(g -> ruler.across(g, sheet));
        sheet.over(g -> {
            double middle = sheet.getWidth() / 2.0;
            Anchor.MIDDLE.write(g, title, middle, sheet.getHeight() + 36, Theme.PLAIN, Tone.SOFT.light());
        });
        sheet.roomBelow(50);
    }

    /// Zero has no place on a logarithmic axis. It gets one, half a decade before the first that has.
    private double place(int x) {
        return x > 0 ? x : first / 3.0;
    }

    private void vertical(Ticks.Along ticks, DoubleFunction<String> unit) {
        var points = curves.stream().flatMap(c -> c.points.values().stream()).toList();
        double low = Decades.down(points.stream().mapToDouble(p -> p.low > 0 ? p.low : p.value).min().orElseThrow());
        double high = Decades.up(points.stream().mapToDouble(Point::high).max().orElseThrow());
        sheet.yRange(low, high, true);
        var ruler = Ticks.at(ticks.between(low, high), unit);
        sheet.roomLeft(List.copyOf(ruler.ticks().values()));
        sheet.getStyler().setYAxisTickLabelsFormattingFunction(unit::apply); // read by a terminal, never painted
        sheet.under(g -> ruler.down(g, sheet));
    }

    private void add(Curve curve, boolean hollow) {
        double[] x = curve.points.keySet().stream().mapToDouble(this::place).toArray();
        double[] y = curve.points.values().stream().mapToDouble(Point::value).toArray();
        sheet.line(curve.name, x, y, hollow, !curve.here);
        sheet.under(g -> curve.points.forEach((at, point) -> whisker(g, Hue.of(curve.name), place(at), point)));
        sheet.roomRight(List.of(curve.text()));
    }

    private void whisker(Graphics2D g, Hue hue, double at, Point point) {
        double x = sheet.x(at), low = sheet.y(point.low), high = sheet.y(point.high), y = sheet.y(point.value);
        if (Math.max(low - y, y - high) < 7) return; // the marker hides it
        g.setColor(hue.light());
        g.setStroke(new BasicStroke(1.4f));
        g.draw(new Line2D.Double(x, low, x, high));
        for (double end : new double[]{low, high}) g.draw(new Line2D.Double(x - 4, end, x + 4, end));
    }

    private LineLabels.End end(Curve curve) {
        var last = curve.points.lastEntry();
        double x = sheet.x(place(last.getKey())), y = sheet.y(last.getValue().value);
        // one that ends before the others is named on its own side, above it: they go on where its name would be
        boolean early = last.getKey() < curves.stream().mapToInt(c -> c.points.lastKey()).max().orElseThrow();
        return new LineLabels.End(curve.text(), Hue.of(curve.name), x, early ? y - 9 : y, !early);
    }
}
