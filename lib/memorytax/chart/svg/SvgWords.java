package memorytax.chart.svg;

import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// The texts that XChart itself may draw in a chart: titles, series, ticks. It draws them as outlines of letters, and
/// a picture that can be searched and read aloud needs the words.
final class SvgWords {
    private SvgWords() {
    }

    /// Those that are known before the chart is painted.
    static Set<String> of(Chart<?, ?> chart) {
        var words = new LinkedHashSet<String>();
        words.add(String.valueOf(chart.getTitle()));
        chart.getSeriesCollection().forEach(s -> words.add(s.getName()));
        if (chart instanceof AxesChart<?, ?> axes) {
            words.add(String.valueOf(axes.getXAxisTitle()));
            words.add(String.valueOf(axes.getYAxisTitle()));
        }
        return words;
    }

    /// Runs `painting`, and adds what the chart's own tick formatters say meanwhile. A chart without formatters has
    /// its ticks drawn as outlines.
    static void listening(Chart<?, ?> chart, Set<String> words, Runnable painting) {
        if (!(chart instanceof AxesChart<?, ?> axes)) {
            painting.run();
            return;
        }
        var styler = axes.getStyler();
        var x = styler.getXAxisTickLabelsFormattingFunction();
        var y = styler.getYAxisTickLabelsFormattingFunction();
        try {
            if (x != null) styler.setXAxisTickLabelsFormattingFunction(heard(x, words::add));
            if (y != null) styler.setYAxisTickLabelsFormattingFunction(heard(y, words::add));
            painting.run();
        } finally {
            styler.setXAxisTickLabelsFormattingFunction(x);
            styler.setYAxisTickLabelsFormattingFunction(y);
        }
    }

    private static Function<Double, String> heard(Function<Double, String> formatter, Consumer<String> ear) {
        return value -> {
            String text = formatter.apply(value);
            ear.accept(text);
            return text;
        };
    }
}
