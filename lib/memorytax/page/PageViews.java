package memorytax.page;

import memorytax.chart.svg.Svg;
import memorytax.claim.Check;
import memorytax.claim.Guess;
import memorytax.claim.Headline;
import memorytax.claim.OwnVerdicts;
import memorytax.claim.Verdicts;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Calibration;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighings;
import memorytax.notebook.Prediction;
import memorytax.record.Ledger;
import memorytax.record.Machine;
import memorytax.service.Costs;
import memorytax.service.Estimates;
import memorytax.service.Service;
import memorytax.view.Views;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a value looks like on a page, by its type.
public final class PageViews {
    private static final int WIDTH = 760;

    private final Function<String, String> link;

    /// @param link name of a cell -> HTML that leads there
    public PageViews(Function<String, String> link) {
        this.link = link;
    }

    /// HTML; empty for null, which is what a step without a result returns.
    public String html(Object value) {
        return switch (value) {
            case null -> "";
            case Table table -> PageTable.html(table);
            case Chart<?, ?> chart -> chart(chart);
            case Verdicts verdicts -> PageVerdict.html(verdicts, link);
            case Ledger ledger -> PageLedger.html(ledger);
            case Headline headline -> headline(headline);
            case Check check -> PageCheck.html(check);
            case Guess guess -> PageGuess.html(guess);
            case Prediction asked -> PageGuess.html(asked);
            case Weighings _, Backpacks _, Reports _, Watched _, Machine _, Service _, Costs _, Estimates _,
                OwnVerdicts _ ->
                html(Views.parts(value).getFirst()); // remarks go below
            case Calibration calibration -> "<p class=\"said\">" + PageText.escape(calibration.toString()) + "</p>\n";
            case CharSequence text -> "<div class=\"prose\">" + PageText.markdown(text.toString()) + "</div>\n";
            case List<?> list -> list.stream().map(this::html).collect(Collectors.joining("\n"));
            default -> "<pre class=\"plain\">" + PageText.escape(value.toString()) + "</pre>\n";
        };
    }

    /// `<strong>` in the contender's colour, and what the figure is of.
    static String headline(Headline headline) {
        return "<p class=\"headline\"><strong class=\"%s\">%s</strong> <span>%s%s</span></p>\n".formatted(
            PageHue.ofName(headline.contender()), PageText.escape(headline.figure()),
            PageText.escape(PageText.bound(headline.lines().strip())),
            headline.here() ? "" : " <em class=\"tag\">recorded</em>");
    }

    private static String chart(Chart<?, ?> chart) {
        String svg = Svg.of(chart, WIDTH, WIDTH * chart.getHeight() / Math.max(1, chart.getWidth()));
        return svg.replaceAll(" xmlns(:\\w+)?=\"[^\"]*\"", ""); // inside HTML an <svg> needs no name space
    }

    /// What went wrong or was left out; empty when nothing was.
    static String remarks(Object value) {
        return Views.remarks(value).stream().map(r -> "<li>" + PageText.escape(r) + "</li>")
            .reduce(String::concat).map(all -> "<ul class=\"note\">" + all + "</ul>").orElse("");
    }
}
