package memorytax.page;

import memorytax.catalog.Listing;
import memorytax.claim.Attempt;
import memorytax.claim.Check;
import memorytax.claim.Requirement;
import memorytax.view.Wording;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// An exercise as a card: how it stands, what there is to say, and for a demand that is not met the limit and what was
/// measured as two bars from zero, and what to look at.
final class PageCheck {
    private PageCheck() {
    }

    static String html(Check check) {
        return """
            <article class="check %s"><p class="badge"><span aria-hidden="true">%s</span> %s</p>
            %s%s</article>
            """.formatted(check.word().replace(' ', '-'), check.mark(), check.badge(), said(check.first()),
            check.measured() ? check.told().stream().map(d -> told(d, check)).collect(Collectors.joining())
                : said(check.sentences().getFirst()));
    }

    /// Our solution, and why it works.
    static String explained(Attempt attempt) {
        return """
            <div class="explained"><p>%s</p>
            <h3>%s</h3>
            <div class="prose">%s</div>
            <details class="folded"><summary>Our solution</summary>
            %s</details></div>
            """.formatted(Wording.EXPLAINED, PageText.escape(attempt.title()), PageText.markdown(attempt.why()),
            code(attempt));
    }

    /// Our solution, for who has asked for it.
    static String solution(Attempt ours) {
        return """
            <h3>%s</h3>
            <div class="prose">%s</div>
            %s""".formatted(PageText.escape(ours.title()), PageText.markdown(ours.why()), code(ours));
    }

    private static String code(Attempt ours) {
        return PageCode.html(ours.file(), List.of(new Listing("Java", ours.file(), "", 1, ours.code())));
    }

    private static String told(Requirement demand, Check check) {
        return said(demand + ".") + (check.pictured(demand) ? bars(demand) : "") + said(check.advice(demand));
    }

    private static String said(String sentence) {
        return sentence.isEmpty() ? "" : "<p>" + PageText.escape(PageText.bound(sentence)) + "</p>\n";
    }

    private static String bars(Requirement demand) {
        double value = demand.measured().orElseThrow().value(), longest = Math.max(value, demand.asked());
        return "<dl class=\"bars\">%s%s</dl>\n".formatted(bar(demand.word(), demand.asked(), longest, demand),
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
