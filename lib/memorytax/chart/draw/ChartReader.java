package memorytax.chart.draw;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Plot.Line;
import memorytax.chart.model.Plot.Point;
import memorytax.chart.model.Plot.Style;
import memorytax.chart.model.Plot;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.measure.result.Bytes;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The model of a chart: ours have one, and one that somebody has built with XChart is read.
public final class ChartReader {
    /// With as many places along an axis as that, each is written.
    private static final int FEW = 7;

    private ChartReader() {
    }

    /// Empty for a kind of chart that only XChart can draw.
    public static Optional<ChartModel> model(Chart<?, ?> chart) {
        return switch (chart) {
            case ModelChart ours -> Optional.of(ours.model());
            case XYChart xy -> Optional.of(model(chart, plot(xy)));
            case CategoryChart bars -> Optional.of(model(chart, BarReader.rows(bars)));
            case HorizontalBarChart bars -> Optional.of(model(chart, BarReader.rows(bars)));
            default -> Optional.empty();
        };
    }

    private static ChartModel model(Chart<?, ?> chart, ChartModel.Content content) {
        boolean empty = content instanceof Plot plot && plot.lines().isEmpty()
            || content instanceof Rows rows && rows.rows().isEmpty();
        return new ChartModel(Caption.of(text(chart.getTitle())), empty
            ? new ChartModel.Nothing("the chart has no data")
            : content);
    }

    private static Plot plot(XYChart chart) {
        var styler = chart.getStyler();
        var lines = chart.getSeriesCollection().stream().filter(s -> s.isEnabled() && s.getXData().length > 0)
            .map(s -> line(s, s.getXYSeriesRenderStyle().orElse(styler.getDefaultSeriesRenderStyle()))).toList();
        var points = lines.stream().flatMap(l -> l.points().stream()).toList();
        var at = points.stream().map(Point::x).distinct().sorted().toList();
        boolean each = at.size() <= FEW && lines.stream().noneMatch(l -> l.style() == Style.THIN);
        return new Plot(axis(text(chart.getXAxisTitle()), styler.getXAxisTickLabelsFormattingFunction(),
            styler.isXAxisLogarithmic(), styler.getXAxisMin(), styler.getXAxisMax(),
            points.stream().mapToDouble(Point::x), each ? at : List.of()),
            axis(text(chart.getYAxisTitle()), styler.getYAxisTickLabelsFormattingFunction(),
                styler.isYAxisLogarithmic(), styler.getYAxisMin(), styler.getYAxisMax(), points.stream()
                .flatMapToDouble(p -> DoubleStream.of(p.y().value(), p.y().low(), p.y().high())), List.of()), lines);
    }

    private static Line line(XYSeries series, XYSeriesRenderStyle style) {
        var points = IntStream.range(0, series.getXData().length).mapToObj(i -> {
            double y = series.getYData()[i], error = series.getExtraValues() == null
                || Double.isNaN(series.getExtraValues()[i]) ? 0 : series.getExtraValues()[i];
            return new Point(series.getXData()[i], new Spread(y, y - error, y + error), "");
        }).toList();
        return new Line(series.getLabel() == null ? series.getName() : series.getLabel(),
            series.getName(), style == XYSeriesRenderStyle.Scatter ? Style.SCATTER
            : series.getMarker() == SeriesMarkers.NONE ? Style.THIN : Style.POINTS, true, points);
    }

    /// What begins near zero begins at zero.
    private static Axis axis(String what, Function<Double, String> format, boolean log, Double min, Double max,
                             DoubleStream values, List<Double> at) {
        var all = values.filter(v -> Double.isFinite(v) && (!log || v > 0)).summaryStatistics();
        boolean some = all.getCount() > 0;
        double low = min != null ? min : some ? all.getMin() : log ? 1 : 0;
        double high = max != null ? max : some ? all.getMax() : low + 1;
        return new Axis(what, unit(format), log, min == null && !log && low >= 0 && low < high / 2 ? 0 : low, high, at);
    }

    static Unit unit(Function<Double, String> format) {
        return format == null ? Unit.NUMBER
            : format.apply(1024.0).equals(Bytes.of(1024)) ? Unit.BYTES : Unit.plain(format::apply);
    }

    static String text(String text) {
        return text == null ? "" : text;
    }
}
