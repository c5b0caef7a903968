package memorytax.page;

import memorytax.claim.Check;
import memorytax.claim.Requirement;

import java.util.Locale;
import java.util.stream.Collectors;

/// An exercise as a card: how it stands, what there is to say, and for a demand that is not met the limit and what was
/// measured as two bars from zero.
final class PageCheck {
    private PageCheck() {
    }

    static String html(Check check) {
        return """
            <article class="check %s"><p class="badge"><span aria-hidden="true">%s</span> %s</p>
            %s</article>
            """.formatted(check.word().replace(' ', '-'), check.mark(), check.word(), check.measured()
            ? check.told().stream().map(d -> told(d, check.pictured(d))).collect(Collectors.joining())
            : said(check.sentences().getFirst()));
    }

    private static String told(Requirement demand, boolean pictured) {
        return said(demand + ".") + (pictured ? bars(demand) : "");
    }

    private static String said(String sentence) {
        return "<p>" + PageText.escape(PageText.bound(sentence)) + "</p>\n";
    }

    private static String bars(Requirement demand) {
        double value = demand.measured().orElseThrow().value(), longest = Math.max(value, demand.most());
        return "<dl class=\"bars\">%s%s</dl>\n".formatted(bar("limit", demand.most(), longest, demand),
            bar("yours", value, longest, demand));
    }

    /// Drawn beside a figure that is read out: nobody needs to hear of the bar as well.
    private static String bar(String name, double value, double longest, Requirement demand) {
        double percent = longest > 0 ? 100 * Math.clamp(value / longest, 0, 1) : 0;
        return String.format(Locale.ROOT, """
            <dt>%1$s</dt><dd class="%1$s"><i style="width:%2$.1f%%" aria-hidden="true"></i></dd><dd class="n">%3$s</dd>
            """, name, percent, PageText.escape(demand.figure(value)));
    }
}
