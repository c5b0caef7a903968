package memorytax.page;

import memorytax.claim.Verdict.Ruling;
import memorytax.record.Ledger;
import memorytax.claim.VerdictFigures;
import memorytax.view.Wording;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// All claims on a page, a row each: the ruling, what was said, what was measured, and the cell that measured it.
final class PageLedger {
    private static final Pattern SENTENCE = Pattern.compile("(?<=\\.) (?=\\p{Lu})");

    private PageLedger() {
    }

    /// The post's claims, and below them the vendors' figures where there are any.
    static String html(Ledger ledger, Neighbours around) {
        var parts = ledger.parts();
        return parts.stream()
            .map(part -> (parts.size() > 1 ? title(part) : "") + rows(part.lines(), around) + tallies(part))
            .collect(Collectors.joining());
    }

    private static String title(Ledger part) {
        return "<h3 class=\"part\">" + PageText.escape(part.title()) + "</h3>\n";
    }

    private static String tallies(Ledger part) {
        return part.tallies().stream().map(t -> "<p class=\"cap\">" + PageText.escape(t) + "</p>\n")
            .collect(Collectors.joining());
    }

    private static String row(Ledger.Line line, Neighbours around) {
        var verdict = line.verdict();
        var claim = verdict.claim();
        return """
            <tr id="ledger-%s"><td class="badge %s"><span aria-hidden="true">%s</span> %s</td>\
            <th scope="row">%s%s</th><td class="n claimed">%s</td><td class="n measured">%s</td>\
            <td>%s</td></tr>""".formatted(PageText.escape(claim.id()), verdict.ruling().key(),
            verdict.ruling().mark(), verdict.ruling(), statement(line, around), why(line),
            PageText.escape(claim.written()), PageText.escape(PageText.bound(VerdictFigures.value(verdict))),
            where(line, around));
    }

    /// Where the verdict has a page on this machine, or on the site, a link to its card there.
    private static String statement(Ledger.Line line, Neighbours around) {
        var verdict = line.verdict();
        var statement = PageText.escape(PageText.bound(verdict.claim().named()));
        return verdict.ruling() == Ruling.NOT_MEASURED || !shown(line, around) ? statement
            : around.link(line.page() + ".html#" + PageVerdict.id(verdict.claim()), statement);
    }

    /// What the ruling rests on, where that is no number; and the condition of one that holds under it. The chapter has
    /// more to say than one sentence.
    private static String why(Ledger.Line line) {
        var verdict = line.verdict();
        boolean needed = verdict.ruling() == Ruling.HOLDS_IF || Double.isNaN(verdict.measured());
        if (!needed || verdict.condition().isBlank()) return "";
        return "<p class=\"cap\">" + PageText.inline(SENTENCE.split(verdict.condition())[0]) + "</p>";
    }

    private static String where(Ledger.Line line, Neighbours around) {
        var verdict = line.verdict();
        if (verdict.ruling() == Ruling.NOT_MEASURED)
            return verdict.condition().isBlank() ? "<code>./jbang " + line.page() + "</code>" : chapter(line);
        if (!shown(line, around)) return chapter(line) + " <span class=\"tag\">recorded</span>";
        return around.link(line.page() + ".html#" + verdict.cell(), chapter(line) + ", "
            + PageText.escape(verdict.cell()));
    }

    /// Whether the page of its chapter shows it, where there is that page.
    private static boolean shown(Ledger.Line line, Neighbours around) {
        return line.verdict().here() || around.site();
    }

    private static String chapter(Ledger.Line line) {
        return "chapter\u00a0" + line.chapter();
    }

    /// Claims of one part, without a sentence that counts them.
    static String rows(List<Ledger.Line> lines, Neighbours around) {
        var heads = Wording.ledger(lines.stream().allMatch(Ledger.Line::ofVendor));
        return """
            <table class="ledger">
            <thead><tr><th scope="col">%s</th><th scope="col">%s</th><th scope="col" class="n">%s</th>\
            <th scope="col" class="n">%s</th><th scope="col">where</th></tr></thead>
            <tbody>
            %s
            </tbody></table>
            """.formatted(heads.get(0), heads.get(1), heads.get(2), heads.get(3),
            lines.stream().map(line -> row(line, around)).collect(Collectors.joining("\n")));
    }
}
