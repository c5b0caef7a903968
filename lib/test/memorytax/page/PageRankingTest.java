package memorytax.page;

import memorytax.claim.Claim;
import memorytax.claim.Verdict;
import memorytax.claim.Verdict.Ruling;
import memorytax.claim.Verdicts;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PageRankingTest {
    private static Verdict verdict(String id, Ruling ruling, double measured) {
        return new Verdict(new Claim(id, 1, "5", "A <task> costs 20 KB", "~20 KB", 16_384, 24_576, "B", "post"), ruling,
            measured, measured, measured, "", "weighed", true, "");
    }

    @Test
    void theFurthestFromItsClaimIsFirstAndWhatHasNoFigureLast() {
        var html = PageRanking.html(new Verdicts(List.of(verdict("none", Ruling.NOT_MEASURED, Double.NaN),
            verdict("within", Ruling.HOLDS, 20_480), verdict("more", Ruling.REFUTED, 49_152),
            verdict("less", Ruling.REFUTED, 1_638.4))));
        assertEquals(List.of("less", "more", "within", "none"), found(html, "href=\"#claim-([^\"]+)\""));
        assertEquals(List.of("10× less", "2× more", "within"), found(html, "<td class=\"off [^>]*>([^<]+)<svg"));
        assertEquals(List.of("42.0", "65.4", "60.0"), found(html, "circle cx=\"([^\"]+)\""));
        assertTrue(html.contains("A &lt;task&gt; costs"), html);
    }

    @Test
    void fewAreSeenAtOnce() {
        assertEquals("", PageRanking.html(new Verdicts(Stream.generate(() -> verdict("a", Ruling.HOLDS, 1)).limit(3)
            .toList())));
    }

    private static List<String> found(String html, String pattern) {
        return Pattern.compile(pattern).matcher(html).results().map((MatchResult m) -> m.group(1)).toList();
    }
}
