package memorytax.page;

import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import memorytax.view.VerdictFigures;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A claim, judged, as a card: what was said, what was measured, and both on one axis.
final class PageVerdict {
    private PageVerdict() {
    }

    /// @param link name of a cell -> HTML that leads there
    static String html(Verdicts verdicts, Function<String, String> link) {
        return verdicts.all().stream().map(v -> card(v, link))
            .collect(Collectors.joining("\n", "<div class=\"verdicts\">\n", "</div>\n"));
    }

    private static String card(Verdict verdict, Function<String, String> link) {
        var claim = verdict.claim();
        return """
            <article class="verdict %s"><header><span class="badge"><span aria-hidden="true">%s</span> %s</span>\
            <h3>%s</h3></header>
            <div class="body"><dl>%s%s%s%s</dl>
            %s<p class="cap">%s%s</p></div></article>
            """.formatted(verdict.ruling().key(), verdict.ruling().mark(), verdict.ruling(),
            PageText.escape(PageText.bound(claim.statement())),
            row(claim.source().equals("post") ? "the post" : "claimed", PageText.escape(claim.figure())),
            row(verdict.here() ? "this machine" : "recorded run", PageText.escape(measured(verdict))),
            row(reason(verdict.ruling()), PageText.inline(verdict.condition())),
            row("others found", PageText.inline(verdict.published())),
            PageStrip.html(verdict), section(verdict),
            verdict.cell().isEmpty() ? "" : " · measured in " + link.apply(verdict.cell()));
    }

    private static String row(String term, String description) {
        return description.isBlank() ? "" : "<dt>%s</dt><dd>%s</dd>".formatted(term, description);
    }

    private static String reason(Verdict.Ruling ruling) {
        return switch (ruling) {
            case HOLDS_IF -> "holds if";
            case UNDECIDED, NOT_MEASURED -> "why";
            case HOLDS, REFUTED -> "note";
        };
    }

    /// `1,436 B (95 % interval: 1,427 – 1,445)`; empty when not measured.
    private static String measured(Verdict verdict) {
        String unit = verdict.claim().unit();
        if (Double.isNaN(verdict.measured())) return "";
        if (Double.isNaN(verdict.low())) return VerdictFigures.figure(verdict.measured(), unit);
        String low = VerdictFigures.figure(verdict.low(), unit);
        String high = VerdictFigures.figure(verdict.high(), unit);
        int space = high.indexOf(' ');
        if (space > 0 && low.endsWith(high.substring(space))) {
            low = low.substring(0, low.length() - high.length() + space);
            high = high.substring(0, space);
        }
        return "%s (%s: %s – %s)".formatted(VerdictFigures.figure(verdict.measured(), unit), verdict.kind(), low, high);
    }

    private static String section(Verdict verdict) {
        String source = verdict.claim().source();
        String section = verdict.claim().section();
        String words = PageText.escape(section.replaceAll("(^|, )(?=\\d)", "$1section "));
        return source.startsWith("https://") || source.startsWith("http://")
            ? "<a href=\"%s\">%s</a>".formatted(PageText.escape(source), words.isEmpty() ? "source" : words) : words;
    }
}
