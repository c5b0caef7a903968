package memorytax.terminal.chart;

import memorytax.chart.draw.Drawn;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;

import static memorytax.terminal.text.TerminalLines.MARGIN;

/// An XChart chart, drawn with characters.
public final class TerminalChart {
    /// Wider than this no picture becomes clearer.
    private static final int WIDEST = 120;

    private TerminalChart() {
    }

    /// Lines for XY charts, bars for categories, rows for a chart that is [Drawn]; its title stands below as the
    /// caption. Of any other chart one line says that its picture is on the page. Never wider than `width`.
    public static List<AttributedString> draw(Chart<?, ?> chart, int width) {
        int room = Math.min(width, WIDEST) - MARGIN;
        var lines = new ArrayList<>(picture(chart, room));
        if (chart.getTitle() != null && !chart.getTitle().isBlank())
            lines.addAll(TerminalLines.wrap(TerminalLines.dim(chart.getTitle()),
                Math.min(room, TerminalLines.MEASURE - MARGIN)));
        return TerminalLines.indent(" ", lines.stream().map(l -> TerminalLines.cut(l, room)).toList());
    }

    private static List<AttributedString> picture(Chart<?, ?> chart, int width) {
        if (chart.getSeriesCollection().isEmpty()
            && !(chart instanceof Drawn)) return List.of(TerminalLines.dim("Nothing to draw."));
        return switch (chart) {
            case Drawn drawn -> switch (drawn.drawing()) {
                case Drawn.Intervals rows -> TerminalDots.draw(rows, width);
                case Drawn.Stacks rows -> TerminalBars.draw(rows, width);
                case Drawn.Grid grid -> TerminalHeat.draw(grid, width);
                case Drawn.Spans rows -> TerminalSpans.draw(rows, width);
            };
            case XYChart xy when rows(xy) -> TerminalDots.draw(intervals(xy), width);
            case XYChart xy -> TerminalPlot.draw(xy, width);
            case CategoryChart bars -> TerminalBars.draw(stacks(bars), width);
            case HorizontalBarChart bars -> TerminalBars.draw(stacks(bars), width);
            default -> List.of(TerminalLines.dim("This chart is drawn on the page."));
        };
    }

    /// Series of one point each, and a vertical axis that says nothing: it only keeps the rows apart.
    private static boolean rows(XYChart chart) {
        return !chart.getStyler().isYAxisTicksVisible()
            && chart.getSeriesCollection().stream().allMatch(s -> s.getXData().length == 1);
    }

    /// `goroutines (live)` is the hollow dot of `goroutines`.
    private static Drawn.Intervals intervals(XYChart chart) {
        var rows = new LinkedHashMap<String, Drawn.Interval>();
        for (XYSeries series : chart.getSeriesCollection()) {
            boolean live = series.getName().endsWith(" (live)");
            String name = live ? series.getName().substring(0, series.getName().length() - 7) : series.getName();
            double x = series.getXData()[0];
            var row = rows.getOrDefault(name,
                new Drawn.Interval(name, series.getLineColor(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, ""));
            rows.put(name, new Drawn.Interval(name, row.colour(), live ? row.value() : x, Double.NaN, Double.NaN, live
                ? x : row.second(), ""));
        }
        boolean hollow = rows.values().stream().anyMatch(r -> !Double.isNaN(r.second()));
        return new Drawn.Intervals(title(chart.getXAxisTitle()), chart.getStyler()
            .isXAxisLogarithmic(), "resident", hollow ? "live" : "", List.copyOf(rows.values()),
            format(chart.getStyler().getXAxisTickLabelsFormattingFunction()));
    }

    private static Drawn.Stacks stacks(CategoryChart chart) {
        var bars = new Bars(chart.getStyler().isStacked(), chart.getSeriesCollection().size() > 1);
        for (var series : chart.getSeriesCollection()) {
            int i = 0;
            for (var category : series.getXData()) bars.add(series.getName(), series.getFillColor(),
                String.valueOf(category), series.getYData()[i++]);
        }
        return new Drawn.Stacks(title(chart.getYAxisTitle()), bars.rows(),
            format(chart.getStyler().getYAxisTickLabelsFormattingFunction()));
    }

    private static Drawn.Stacks stacks(HorizontalBarChart chart) {
        var bars = new Bars(false, chart.getSeriesCollection().size() > 1);
        for (var series : chart.getSeriesCollection())
            for (int i = 0; i < series.getXData().size(); i++)
                bars.add(series.getName(), series.getFillColor(), String.valueOf(series.getYData().get(i)),
                    series.getXData().get(i).doubleValue());
        return new Drawn.Stacks(title(chart.getXAxisTitle()), bars.rows(),
            format(chart.getStyler().getXAxisTickLabelsFormattingFunction()));
    }

    /// Bars as they are read off a chart: one per category, or one per category and series.
    private record Bars(boolean stacked, boolean several, LinkedHashMap<String, Drawn.Stack> bars) {
        Bars(boolean stacked, boolean several) {
            this(stacked, several, new LinkedHashMap<>());
        }

        void add(String series, Color colour, String category, double value) {
            if (Double.isNaN(value)) return;
            String name = several && !stacked ? category + ", " + series : category;
            var bar = bars.computeIfAbsent(name,
                n -> new Drawn.Stack(n, stacked || !several ? null : colour, new ArrayList<>(), ""));
            bar.segments().add(new Drawn.Segment(series, value));
        }

        List<Drawn.Stack> rows() {
            return List.copyOf(bars.values());
        }
    }

    private static String title(String title) {
        return title == null ? "" : title;
    }

    private static DoubleFunction<String> format(Function<Double, String> chart) {
        return chart == null ? TerminalAxis::number : chart::apply;
    }
}
