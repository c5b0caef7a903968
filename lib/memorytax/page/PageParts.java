package memorytax.page;

import memorytax.chart.draw.ModelChart;
import memorytax.chart.model.ChartValues;
import memorytax.chart.svg.Svg;
import memorytax.claim.Attempt;
import memorytax.claim.Headline;
import memorytax.view.Part;
import org.knowm.xchart.internal.chartpart.Chart;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the parts of a result look like on a page.
public final class PageParts {
    private static final int WIDTH = 760, NARROW = 352;
    /// A path of single values; how it is drawn is said in page.css.
    private static final String VALUES = "(<path d=\"(?:M[-\\d.,]+h0)+\"[^>]*? stroke=\"[^\"]*\")[^>]*/>";
    private static final Pattern LABELS = Pattern.compile("aria-labelledby=\"[^\"]*\"");

    private final Function<String, String> link;
    private final PageTerms terms;
    private final Neighbours around;

    /// @param link name of a cell -> HTML that leads there
    public PageParts(Function<String, String> link) {
        this(link, new PageTerms(), new Neighbours(_ -> true, false, ""));
    }

    /// @param terms  of the page that they stand on
    /// @param around that page
    PageParts(Function<String, String> link, PageTerms terms, Neighbours around) {
        this.link = link;
        this.terms = terms;
        this.around = around;
    }

    /// HTML of the part itself, without its remarks.
    public String html(Part part) {
        return switch (part) {
            case Part.Rows rows -> PageTable.html(rows.table(), terms);
            case Part.Picture picture -> chart(picture.chart());
            case Part.Rulings rulings -> PageVerdict.html(rulings.verdicts(), link);
            case Part.Claims claims -> PageLedger.html(claims.ledger(), around);
            case Part.Number number -> headline(number.headline());
            case Part.Exercise exercise -> PageCheck.html(exercise.check());
            case Part.Explanation explanation -> PageCheck.explained(explanation.attempt());
            case Part.Answer answer -> PageGuess.html(answer.guess());
            case Part.Sliders(var calculator) -> PageCalculator.html(calculator);
            case Part.Sentence(var text) ->
                "<p class=\"said\">" + PageText.escape(PageText.bound(text)) + "</p>\n";
            case Part.Prose(var markdown) -> "<div class=\"prose\">" + PageText.markdown(markdown) + "</div>\n";
            case Part.Lines(var text) -> "<pre class=\"plain\">" + PageText.escape(text) + "</pre>\n";
        };
    }

    /// HTML of our solution of an exercise, for who has asked for it.
    public static String solution(Attempt ours) {
        return PageCheck.solution(ours);
    }

    /// `<strong>` in the contender's colour, and what the figure is of.
    static String headline(Headline headline) {
        return "<p class=\"headline\"><strong class=\"%s\">%s</strong> <span>%s%s</span></p>\n".formatted(
            PageHue.ofName(headline.contender()), PageText.escape(headline.figure()),
            PageText.escape(PageText.bound(headline.lines().strip())),
            headline.here() ? "" : " <em class=\"tag\">recorded</em>");
    }

    /// One that would be too small on a phone is there twice, and the page shows the one that its window has room for;
    /// both have the words of the first. Below stand the same values as a table.
    private static String chart(Chart<?, ?> chart) {
        String wide = svg(chart, WIDTH, WIDTH * chart.getHeight() / Math.max(1, chart.getWidth()));
        if (!(chart instanceof ModelChart ours)) return wide;
        var words = LABELS.matcher(wide).results().map(MatchResult::group).findFirst().orElse("");
        // its single values are in the same order as those of the wide one, which says what they are
        var narrow = svg(chart, NARROW, ours.height(NARROW)).replaceAll(" data-(of|said)=\"[^\"]*\"", "")
            .replaceFirst("<title.*?</title><desc.*?</desc>", "").replaceFirst(LABELS.pattern(), words);
        return wide.replaceFirst("<svg ", "<svg class=\"roomy\" ")
            + narrow.replaceFirst("<svg ", "<svg class=\"narrow\" ") + values(ours.values());
    }

    private static String values(List<ChartValues> values) {
        return values.isEmpty() ? "" : """
            <details class="values"><summary>As a table</summary>
            <table><tbody>
            %s
            </tbody></table></details>
            """.formatted(values.stream().map(each -> "<tr><th scope=\"row\">%s</th><td>%s</td></tr>".formatted(
                PageText.escape(each.name()), PageText.escape(PageText.bound(each.values()))))
            .collect(Collectors.joining("\n")));
    }

    private static String svg(Chart<?, ?> chart, int width, int height) {
        // inside HTML an <svg> needs no name space, and a page declares its colours and its letters
        return Svg.of(chart, width, height).replaceAll(" (xmlns(:\\w+)?|font-family)=\"[^\"]*\"", "")
            .replaceAll("var\\((--[\\w-]+),#[0-9a-f]{6}\\)", "var($1)").replaceAll(VALUES, "$1 class=\"each\"/>");
    }

    /// Empty when there are none.
    static String remarks(Part part) {
        return part.remarks().isEmpty() ? "" : part.remarks().stream().map(r -> "<li>" + PageText.escape(r) + "</li>")
            .collect(Collectors.joining("", "<ul class=\"note\">", "</ul>"));
    }
}
