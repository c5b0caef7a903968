package memorytax.chart.svg;

import memorytax.chart.draw.ModelChart;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.Series;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is told of a chart to whoever does not see it. XChart itself draws words as outlines of letters, so that those
/// of a chart that somebody has built with it have to be said.
final class SvgWords {
    private SvgWords() {
    }

    /// The caption and all values; of a chart that is not ours the caption, the titles of its axes and the names of its
    /// series.
    static String of(Chart<?, ?> chart) {
        if (chart instanceof ModelChart ours) return Stream.concat(Stream.of(caption(chart)),
                ours.values().stream().map(each -> each.name() + ": " + each.values() + "."))
            .collect(Collectors.joining(" "));
        var axes = chart instanceof AxesChart<?, ?> a ? Stream.of(a.getXAxisTitle(), a.getYAxisTitle())
            : Stream.<String>empty();
        return Stream.of(Stream.of(caption(chart)), axes, chart.getSeriesCollection().stream().map(Series::getName))
            .flatMap(s -> s).filter(Objects::nonNull).filter(w -> !w.isBlank()).collect(Collectors.joining(" · "));
    }

    /// Its title.
    static String caption(Chart<?, ?> chart) {
        return Objects.requireNonNullElse(chart.getTitle(), "");
    }
}
