package memorytax.page;

import memorytax.claim.Guess;
import memorytax.claim.Verdict;
import memorytax.claim.VerdictFigures;
import memorytax.claim.Verdicts;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/// Many verdicts in as many lines: the furthest from its claim first. Each leads to its card.
final class PageRanking {
    private static final int FEW = 4;
    private static final double MIDDLE = 60, DECADE = 18, FURTHEST = 3;

    private PageRanking() {
    }

    /// Empty where there are so few that their cards are seen at once.
    static String html(Verdicts verdicts) {
        if (verdicts.all().size() < FEW) return "";
        var ranked = verdicts.all().stream()
            .sorted(Comparator.comparingDouble((Verdict v) -> -distance(v))).toList();
        return """
            <table class="ledger ranked">
            <thead><tr><th scope="col" data-sort="verdict">verdict</th><th scope="col">claim</th>\
            <th scope="col" class="n">claimed</th><th scope="col" class="n">measured</th>\
            <th scope="col" data-sort="off" aria-sort="descending">off by</th></tr></thead>
            <tbody>
            %s
            </tbody></table>
            """.formatted(ranked.stream().map(PageRanking::row).collect(Collectors.joining("\n")));
    }

    private static String row(Verdict verdict) {
        var ruling = verdict.ruling();
        return String.format(Locale.ROOT, """
            <tr data-off="%.4f" data-verdict="%d"><td class="badge %s"><span aria-hidden="true">%s</span> %s</td>\
            <th scope="row"><a href="#%s">%s</a></th><td class="n claimed">%s</td><td class="n measured">%s</td>\
            <td class="off %s">%s</td></tr>""", distance(verdict), ruling.ordinal(),
            ruling.key(), ruling.mark(), ruling, PageVerdict.id(verdict.claim()),
            PageText.escape(PageText.bound(verdict.claim().named())), PageText.escape(verdict.claim().written()),
            PageText.escape(PageText.bound(VerdictFigures.value(verdict))), ruling.key(), off(verdict));
    }

    /// How far outside of the claim's range the measured value lies, in powers of ten: below zero for less than was
    /// claimed, zero for within; NaN where there are no two figures.
    static double decades(Verdict verdict) {
        var claim = verdict.claim();
        double measured = verdict.measured();
        if (!claim.hasFigure() || !(measured > 0) || !(claim.high() > 0)) return Double.NaN;
        return measured > claim.high() ? Math.log10(measured / claim.high())
            : measured < claim.low() ? Math.log10(measured / claim.low()) : 0;
    }

    /// The same in either direction; what has no two figures is last.
    private static double distance(Verdict verdict) {
        double decades = decades(verdict);
        return Double.isNaN(decades) ? -1 : Math.abs(decades);
    }

    private static String off(Verdict verdict) {
        double decades = decades(verdict);
        if (Double.isNaN(decades)) return "";
        var words = decades == 0 ? "within" : Guess.times(Math.pow(10, Math.abs(decades)))
            + (decades < 0 ? "× less" : "× more");
        return words + String.format(Locale.ROOT, """
            <svg viewBox="0 0 120 12" aria-hidden="true"><line class="grid" x1="0" x2="120" y1="6" y2="6"/>\
            <line class="claimed" x1="60" x2="60" y1="0" y2="12"/><circle cx="%.1f" cy="6" r="4"/></svg>""",
            MIDDLE + DECADE * Math.clamp(decades, -FURTHEST, FURTHEST));
    }
}
