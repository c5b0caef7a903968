package memorytax.page;

import memorytax.claim.Headline;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The top of a chapter's page: its number, and the chart that shows it. The chart itself stands in its cell; here a
/// `<use>` draws it once more, which costs no bytes.
final class PageHero {
    private static final Pattern CHART = Pattern.compile("<svg[^>]* id=\"([^\"]+)\"[^>]*>"),
        KEPT = Pattern.compile(" (?:class|aria-labelledby|role|viewBox)=\"[^\"]*\"");

    private PageHero() {
    }

    /// @param section HTML of the cell that draws the picture; empty where there is none
    /// @param veil    that stands in its place until somebody has guessed; empty for none
    static String html(Headline headline, String section, String veil) {
        int figure = section.indexOf("<figure");
        var charts = figure < 0 ? "" : CHART.matcher(section.substring(figure, section.indexOf("</figure>", figure)))
            .results().map(PageHero::again).collect(Collectors.joining());
        var picture = charts.isEmpty() ? "" : "<a class=\"picture wide\" href=\"#%s\">%s</a>\n"
            .formatted(PageText.escape(headline.picture()), charts);
        return "<div class=\"hero\">" + veil + PageParts.headline(headline) + picture + "</div>";
    }

    /// As large as the chart, with its words, and in it the chart.
    private static String again(MatchResult chart) {
        var kept = KEPT.matcher(chart.group()).results().map(MatchResult::group).collect(Collectors.joining());
        return "<svg" + kept + "><use href=\"#" + chart.group(1) + "\"/></svg>";
    }
}
