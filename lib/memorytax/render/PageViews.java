package memorytax.render;

import memorytax.claim.Headline;
import memorytax.claim.Machine;
import memorytax.claim.Verdicts;
import memorytax.scale.Backpacks;
import memorytax.scale.Calibration;
import memorytax.scale.Weighings;
import memorytax.table.Tables;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a value looks like on a page, by its type. Whoever knows a type better is asked first.
final class PageViews {
    private static final int WIDTH = 760;

    private final Function<Object, Optional<String>> others;
    private final Function<String, String> link;

    /// @param others a value -> its HTML; empty for a type that it does not know
    /// @param link   name of a cell -> HTML that leads there
    PageViews(Function<Object, Optional<String>> others, Function<String, String> link) {
        this.others = others;
        this.link = link;
    }

    /// HTML; empty for null, which is what a step without a result returns.
    String html(Object value) {
        if (value == null) return "";
        return others.apply(value).orElseGet(() -> switch (value) {
            case Table table -> PageTable.html(table);
            case Chart<?, ?> chart -> chart(chart);
            case Verdicts verdicts -> PageVerdict.html(verdicts, link);
            case Headline headline -> headline(headline);
            case Weighings weighings -> PageTable.html(Tables.summary(weighings));
            case Backpacks backpacks -> PageTable.html(Tables.parts(backpacks));
            case Machine machine -> PageTable.html(Tables.machine(machine));
            case Calibration calibration -> "<p class=\"said\">" + PageText.escape(calibration.toString()) + "</p>\n";
            case CharSequence text -> "<div class=\"prose\">" + PageText.markdown(text.toString()) + "</div>\n";
            case List<?> list -> list.stream().map(this::html).collect(Collectors.joining("\n"));
            default -> "<pre class=\"plain\">" + PageText.escape(value.toString()) + "</pre>\n";
        });
    }

    /// `<strong>` in the contender's colour, and what the figure is of.
    static String headline(Headline headline) {
        return "<p class=\"headline\"><strong class=\"%s\">%s</strong> <span>%s%s</span></p>\n".formatted(
            PageHue.ofName(headline.contender()), PageText.escape(headline.figure()),
            PageText.escape(PageText.bound(headline.lines().strip())), headline.here() ? "" : " <em class=\"tag\">recorded</em>");
    }

    private static String chart(Chart<?, ?> chart) {
        String svg = Svg.of(chart, WIDTH, WIDTH * chart.getHeight() / Math.max(1, chart.getWidth()));
        return svg.replaceAll(" xmlns(:\\w+)?=\"[^\"]*\"", ""); // inside HTML an <svg> needs no name space
    }

    /// What went wrong or was left out; empty when nothing was.
    static String remarks(Object value) {
        var remarks = value instanceof Weighings w ? Tables.remarks(w) : value instanceof Backpacks b ? b.remarks() : List.<String>of();
        return remarks.stream().map(r -> "<li>" + PageText.escape(r) + "</li>")
            .reduce(String::concat).map(all -> "<ul class=\"note\">" + all + "</ul>").orElse("");
    }
}
