package memorytax.page;

import memorytax.claim.Claim;
import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A claim, judged, as a card: what was said, what was measured and how sure that is, and both on one axis. The card
/// has an id, so that a link leads to it.
final class PageVerdict {
    private static final String KEY = "<p class=\"cap\">On each axis, the dashed box is the range of the claim, and "
        + "the dot is what was measured.</p>\n";

    private PageVerdict() {
    }

    /// @param link name of a cell -> HTML that leads there
    static String html(Verdicts verdicts, Function<String, String> link) {
        var cards = verdicts.all().stream().map(v -> card(v, link)).collect(Collectors.joining("\n"));
        return PageRanking.html(verdicts) + (cards.contains("<svg") ? KEY : "") + "<div class=\"verdicts\">\n" + cards
            + "</div>\n";
    }

    /// Of the card of a claim: `claim-py-task`.
    static String id(Claim claim) {
        return "claim-" + claim.id().replaceAll("[^\\w-]+", "-");
    }

    private static String card(Verdict verdict, Function<String, String> link) {
        var ruling = verdict.ruling();
        return """
            <article class="verdict %s" id="%s"><header>\
            <span class="badge"><span aria-hidden="true">%s</span> %s</span>\
            <h3>%s</h3></header>
            <div class="body"><p class="found">%s</p>
            %s%s<p class="cap">%s</p></div></article>
            """.formatted(ruling.key(), id(verdict.claim()), ruling.mark(), ruling, said(verdict.claimed()),
            said(verdict.found()), PageStrip.html(verdict),
            list(quoted(verdict.claim()) + row("note", verdict.more()) + row("others found", verdict.published())),
            caption(verdict, link));
    }

    /// A vendor's words as they stand: no Markdown is in them.
    private static String quoted(Claim claim) {
        return claim.quote().map(q -> "<dt>quoted</dt><dd>" + said(q.toString()) + "</dd>" + (q.retracted().isEmpty()
            ? "" : "<dt>no longer said</dt><dd>" + said(q.retracted()) + "</dd>")).orElse("");
    }

    private static String said(String sentence) {
        return PageText.escape(PageText.bound(sentence));
    }

    private static String list(String rows) {
        return rows.isEmpty() ? "" : "<dl>" + rows + "</dl>\n";
    }

    private static String row(String term, String description) {
        return description.isBlank() ? "" : "<dt>%s</dt><dd>%s</dd>".formatted(term, PageText.inline(description));
    }

    /// Where it was measured, who says it where that is a page, and a link to the card itself.
    private static String caption(Verdict verdict, Function<String, String> link) {
        var source = verdict.claim().source();
        return Stream.of(verdict.cell().isEmpty() ? "" : "measured in " + link.apply(verdict.cell()),
                source.matches("https?://.*") ? "<a href=\"%s\">source</a>".formatted(PageText.escape(source)) : "",
                "<a href=\"#%s\">link to this verdict</a>".formatted(id(verdict.claim())))
            .filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
