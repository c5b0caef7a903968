package memorytax.chart.draw;

import memorytax.measure.result.Bytes;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/// Where an axis has its ticks, and what they are called: position on the axis -> text.
public record Ticks(Map<Double, String> ticks) {
    /// Where ticks stand between two values.
    @FunctionalInterface
    public interface Along {
        DoubleStream between(double low, double high);
    }

    /// A tick at each of the values, with the text that it has there.
    public static Ticks at(DoubleStream values, DoubleFunction<String> text) {
        var ticks = new LinkedHashMap<Double, String>();
        values.forEach(v -> ticks.put(v, text.apply(v)));
        return new Ticks(ticks);
    }

    /// A tick at every power of ten from `low` to `high`; also at 2 and 5 of each where there would be too few.
    public static DoubleStream decades(double low, double high) {
        var tens = steps(low, high, 1);
        return tens.length >= 2 ? DoubleStream.of(tens) : DoubleStream.of(steps(low, high, 1, 2, 5));
    }

    /// 1 B, 10 B, 100 B, 1 KB, 10 KB, …: decades in units of 1,024, which XChart's own ticks are not. Where there would
    /// be too few, 1 KB, 2 KB, 4 KB, ….
    public static DoubleStream sizes(double low, double high) {
        var tens = DoubleStream.iterate(1, u -> u < 1e15, u -> u * 1024)
            .flatMap(u -> DoubleStream.of(u, 10 * u, 100 * u)).filter(v -> v >= low * 0.999 && v <= high * 1.001)
            .toArray();
        return tens.length >= 2 ? DoubleStream.of(tens) : DoubleStream.iterate(1, v -> v <= high * 1.001, v -> 2 * v)
            .filter(v -> v >= low * 0.999);
    }

    /// `100 B`, `1 KB`: a size that is round.
    public static String size(double bytes) {
        return Bytes.named(bytes);
    }

    /// `1,000`, `2.5`, `0.1`
    public static String number(double v) {
        boolean whole = Math.abs(v - Math.rint(v)) < 1e-9;
        return whole ? String.format(Locale.ROOT, "%,.0f", v) : String.valueOf(Math.round(v * 1e6) / 1e6);
    }

    /// `255 ms`, `1.4 ms`, `0.033 ms`: two digits that count.
    public static String millis(double ms) {
        int digits = ms >= 9.95 ? 0 : ms >= 0.995 ? 1 : ms >= 0.0995 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f ms", ms);
    }

    /// `1,000`: something that is counted, with nothing behind the dot.
    public static String count(double v) {
        return String.format(Locale.ROOT, "%,.0f", v);
    }

    /// Round steps from zero to `high`, about `count` of them.
    public static DoubleStream even(double high, int count) {
        double rough = high / count, ten = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = DoubleStream.of(1, 2, 5).map(m -> m * ten).filter(s -> s >= rough).findFirst().orElse(10 * ten);
        return DoubleStream.iterate(0, v -> v <= high * 1.0001, v -> v + step);
    }

    private static double[] steps(double low, double high, double... factors) {
        return DoubleStream.iterate(Math.floor(Math.log10(low)), e -> e <= Math.log10(high) + 1e-9, e -> e + 1)
            .flatMap(e -> DoubleStream.of(factors).map(f -> f * Math.pow(10, e)))
            .filter(v -> v >= low * 0.999 && v <= high * 1.001).toArray();
    }

    /// Grid lines from top to bottom, with texts under them.
    public void across(Graphics2D g, LayeredChart sheet) {
        double taken = Double.NEGATIVE_INFINITY;
        for (var tick : ticks.entrySet()) {
            double x = sheet.x(tick.getKey()), half = Anchor.width(g, tick.getValue(), Theme.PLAIN) / 2;
            line(g, x, 0, x, sheet.getHeight());
            if (x - half < taken + 8) continue;
            Anchor.MIDDLE.write(g, tick.getValue(), x, sheet.getHeight() + 15, Theme.PLAIN, Tone.SOFT.light());
            taken = x + half;
        }
    }

    /// Grid lines from left to right, with texts before them.
    public void down(Graphics2D g, LayeredChart sheet) {
        for (var tick : ticks.entrySet()) {
            double y = sheet.y(tick.getKey());
            line(g, 0, y, sheet.getWidth(), y);
            Anchor.END.write(g, tick.getValue(), -9, y, Theme.PLAIN, Tone.SOFT.light());
        }
    }

    private static void line(Graphics2D g, double x1, double y1, double x2, double y2) {
        g.setStroke(new BasicStroke(1));
        g.setColor(Tone.RULE.light());
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }
}
