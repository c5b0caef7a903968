package memorytax.terminal.chart;

import memorytax.terminal.text.TerminalHue;
import memorytax.terminal.text.TerminalLines;

import org.jline.utils.AttributedString;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// An XY chart as lines of Braille, each named where it ends.
final class TerminalPlot {
    /// With more points than this, a marker stands only here and there.
    private static final int MARKED = 24;

    private record Line(XYSeries series, TerminalSign sign) {
        double[] x() {
            return series.getXData();
        }

        double[] y() {
            return series.getYData();
        }

        double error(int i) {
            return series.getExtraValues() == null
                || Double.isNaN(series.getExtraValues()[i]) ? 0 : series.getExtraValues()[i];
        }

        String name() {
            return series.getLabel() == null ? series.getName() : series.getLabel();
        }

        int dash() {
            var stroke = series.getLineStyle();
            return stroke == null || stroke.getDashArray() == null ? 0 : 3;
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final List<AttributedString> names = new ArrayList<>();
    private final XYSeriesRenderStyle style;
    private final TerminalAxis x, y;
    private final String xTitle, yTitle;
    private final TerminalCanvas canvas;
    private final int before;

    private TerminalPlot(XYChart chart, int width) {
        var taken = new HashSet<Character>();
        for (var series : chart.getSeriesCollection())
            if (series.isEnabled() && series.getXData().length > 0)
                lines.add(new Line(series, series.getMarker() == SeriesMarkers.NONE
                    ? new TerminalSign(TerminalHue.of(series.getLineColor()), TerminalSign.NONE)
                    : TerminalSign.of(series.getName(), series.getLineColor(), taken)));
        var styler = chart.getStyler();
        style = styler.getDefaultSeriesRenderStyle();
        xTitle = chart.getXAxisTitle() == null ? "" : chart.getXAxisTitle();
        yTitle = chart.getYAxisTitle() == null ? "" : chart.getYAxisTitle();
        x = axis(lines.stream().flatMapToDouble(l -> Arrays.stream(l.x())), styler.getXAxisMin(), styler.getXAxisMax(),
            styler.isXAxisLogarithmic(),
            styler.getXAxisTickLabelsFormattingFunction());
        y = axis(lines.stream().flatMapToDouble(TerminalPlot::ends), styler.getYAxisMin(), styler.getYAxisMax(),
            styler.isYAxisLogarithmic(),
            styler.getYAxisTickLabelsFormattingFunction());
        int rows = Math.clamp(width / 6, 10, 22);
        before = 2 + y.ticks(rows / 3).stream().mapToInt(t -> y.text(t).length()).max().orElse(1);
        int after = Math.min(width / 3, 3 + lines.stream().mapToInt(l -> l.name().length()).max().orElse(0));
        canvas = new TerminalCanvas(Math.max(10, width - before - after - 1), rows);
        for (int i = 0; i < rows; i++) names.add(AttributedString.EMPTY);
    }

    static List<AttributedString> draw(XYChart chart, int width) {
        return new TerminalPlot(chart, width).draw();
    }

    private static DoubleStream ends(Line line) {
        return IntStream.range(0, line.y().length)
            .mapToObj(i -> DoubleStream.of(line.y()[i], line.y()[i] - line.error(i), line.y()[i] + line.error(i)))
            .flatMapToDouble(s -> s);
    }

    private static TerminalAxis axis(DoubleStream values, Double min, Double max, boolean log, Function<Double,
        String> format) {
        var all = values.filter(v -> Double.isFinite(v) && (!log || v > 0)).summaryStatistics();
        double low = min != null ? min : all.getCount() == 0 ? log ? 1 : 0 : all.getMin();
        double high = max != null ? max : all.getCount() == 0 ? low + 1 : all.getMax();
        if (min == null && !log && low >= 0 && low < high / 2) low = 0; // what begins near zero begins at zero
        DoubleFunction<String> text = format == null ? TerminalAxis::number : format::apply;
        return new TerminalAxis(low, high, log, text);
    }

    private List<AttributedString> draw() {
        lines.forEach(this::line);
        lines.forEach(this::markers);
        lines.stream().sorted(Comparator.comparingInt(l -> row(last(l.y())))).forEach(this::name);
        var out = new ArrayList<AttributedString>();
        if (!yTitle.isBlank()) out.add(TerminalLines.dim(yTitle));
        var labels = new AttributedString[canvas.rows];
        for (double tick : y.ticks(canvas.rows / 3)) labels[row(tick)] = TerminalLines.plain(y.text(tick));
        for (int i = 0; i < canvas.rows; i++) {
            var label = TerminalLines.right(labels[i] == null ? AttributedString.EMPTY : labels[i], before - 2);
            out.add(TerminalLines.join(label, TerminalLines.dim(labels[i] == null ? " │" : " ┤"), canvas.row(i), " ",
                names.get(i)));
        }
        out.addAll(x.below(xTicks(), before, "└", canvas.columns));
        if (!xTitle.isBlank()) out.add(TerminalLines.dim(TerminalLines.space(before
            + (canvas.columns - xTitle.length()) / 2) + xTitle));
        return out;
    }

    /// At the points themselves when they are few: they are what was weighed.
    private List<Double> xTicks() {
        var points = lines.stream().flatMapToDouble(l -> Arrays.stream(l.x())).distinct().sorted().boxed().toList();
        boolean weighed = lines.stream().allMatch(l -> l.sign.marker() != TerminalSign.NONE);
        return weighed && points.size() <= 7 ? points : x.ticks(Math.max(2, canvas.columns / 12));
    }

    private void line(Line line) {
        boolean joined = line.series.getXYSeriesRenderStyle().orElse(style) != XYSeriesRenderStyle.Scatter;
        for (int i = 0; i < line.x().length; i++) {
            if (Double.isNaN(line.y()[i])) continue;
            double x1 = dotX(line.x()[i]), y1 = dotY(line.y()[i]);
            canvas.dot((int) Math.round(x1), (int) Math.round(y1), line.sign.style());
            if (joined && i > 0 && !Double.isNaN(line.y()[i - 1])) canvas.line(dotX(line.x()[i - 1]),
                dotY(line.y()[i - 1]), x1, y1, line.sign.style(), line.dash());
            if (line.error(i) > 0) canvas.line(x1, dotY(line.y()[i] - line.error(i)), x1,
                dotY(line.y()[i] + line.error(i)), line.sign.style(), 0);
        }
    }

    private void markers(Line line) {
        if (line.sign.marker() == TerminalSign.NONE) return;
        int count = line.x().length, every = count > MARKED ? count / 5 : 1;
        for (int i = count > MARKED ? every / 2 : 0; i < count; i += every)
            if (!Double.isNaN(line.y()[i])) canvas.text(row(line.y()[i]), x.cell(line.x()[i], canvas.columns),
                String.valueOf(line.sign.marker()), line.sign.style());
    }

    /// Beside its last point where nothing is in the way, else at the right edge, in the nearest row that is free.
    private void name(Line line) {
        int column = x.cell(last(line.x()), canvas.columns), row = row(last(line.y()));
        String text = line.sign.marker() + " " + line.name();
        var beside = nearest(row, r -> canvas.free(r, column + 1, text.length() - 1), 2);
        if (column + text.length() < canvas.columns && beside >= 0) {
            canvas.text(beside, column + 2, beside == row ? line.name() : text, line.sign.style());
            return;
        }
        int free = nearest(row, r -> r >= 0 && r < canvas.rows && names.get(r).length() == 0, canvas.rows);
        if (free >= 0) names.set(free, TerminalLines.of(text, line.sign.style()));
    }

    private static int nearest(int row, java.util.function.IntPredicate free, int far) {
        for (int d = 0; d <= far; d++) {
            if (free.test(row - d)) return row - d;
            if (free.test(row + d)) return row + d;
        }
        return -1;
    }

    private int row(double value) {
        return (int) Math.round(dotY(value)) / 4;
    }

    private double dotX(double value) {
        return Math.clamp(x.share(value), 0, 1) * (canvas.columns * 2 - 1);
    }

    private double dotY(double value) {
        return (1 - Math.clamp(y.share(value), 0, 1)) * (canvas.rows * 4 - 1);
    }

    private static double last(double[] values) {
        int i = values.length - 1;
        while (i > 0 && Double.isNaN(values[i])) i--;
        return values[i];
    }
}
