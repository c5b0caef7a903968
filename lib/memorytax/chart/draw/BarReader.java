package memorytax.chart.draw;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Mark;
import memorytax.chart.model.Rows.Group;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HorizontalBarChart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Bars that somebody has built with XChart, as rows: one for each category, or for each category and series.
final class BarReader {
    private record Bar(String series, String category, double value) {
    }

    private BarReader() {
    }

    static Rows rows(CategoryChart chart) {
        var bars = new ArrayList<Bar>();
        for (var series : chart.getSeriesCollection()) {
            int i = 0;
            for (var category : series.getXData())
                bars.add(new Bar(series.getName(), String.valueOf(category), series.getYData()[i++]));
        }
        return rows(chart.getYAxisTitle(), chart.getStyler().getYAxisTickLabelsFormattingFunction(), bars,
            chart.getStyler().isStacked());
    }

    static Rows rows(HorizontalBarChart chart) {
        var bars = new ArrayList<Bar>();
        for (var series : chart.getSeriesCollection())
            for (int i = 0; i < series.getXData().size(); i++)
                bars.add(new Bar(series.getName(), String.valueOf(series.getYData().get(i)),
                    series.getXData().get(i).doubleValue()));
        return rows(chart.getXAxisTitle(), chart.getStyler().getXAxisTickLabelsFormattingFunction(), bars, false);
    }

    private static Rows rows(String what, Function<Double, String> format, List<Bar> bars, boolean stacked) {
        boolean apart = !stacked && bars.stream().map(Bar::series).distinct().count() > 1;
        var named = new LinkedHashMap<String, List<Bar>>();
        for (var bar : bars)
            if (!Double.isNaN(bar.value))
                named.computeIfAbsent(apart ? bar.category + ", " + bar.series : bar.category, _ -> new ArrayList<>())
                    .add(bar);
        double longest = named.values().stream().mapToDouble(BarReader::sum).max().orElse(1);
        return new Rows(Axis.upTo(ChartReader.text(what), ChartReader.unit(format), longest),
            Group.one(named.entrySet().stream().map(e -> new Row(e.getKey(), e.getKey(), mark(e.getValue()), ""))));
    }

    private static Mark mark(List<Bar> bars) {
        return bars.size() == 1 ? new Mark.Bar(Spread.of(sum(bars)), sum(bars))
            : new Mark.Stack(bars.stream().map(b -> new Mark.Part(b.series, b.value)).toList(), 0, Optional.empty());
    }

    private static double sum(List<Bar> bars) {
        return bars.stream().mapToDouble(Bar::value).sum();
    }
}
