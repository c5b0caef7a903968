package memorytax.page;

import memorytax.claim.Claim;
import memorytax.claim.Claims;
import memorytax.claim.Verdict.Ruling;
import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PageVerdictTest {
    private static final Claim TASK =
        new Claim("py-task", 1, "TL;DR, 5", "A task costs 20 KB", "~20 KB", 16384, 24576, "B", "post");

    private static String card(Claim claim, Ruling ruling, double measured, double low, double high, boolean here) {
        var verdict = new Verdict(claim, ruling, measured, low, high, "It is deep. See [2](chapter2.html).",
            "weighed", here, "1.3 KB");
        return PageVerdict.html(new Verdicts(List.of(verdict)), cell -> "<a href=\"#" + cell + "\">Weigh</a>");
    }

    private static double number(String svg, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(svg);
        assertTrue(matcher.find(), svg);
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void aCardSaysWhatWasClaimedAndWhatWasMeasured() {
        String card = card(TASK, Ruling.HOLDS_IF, 1436, 1427, 1445, true);
        assertTrue(card.contains("class=\"verdict holds-if\" id=\"claim-py-task\""), card);
        assertTrue(card.contains("<h3>The post says in its TL;DR and section 5 that a task costs 20\u00a0KB.</h3>"),
            card);
        assertTrue(card.contains("<p class=\"found\">On this machine the measured value is 1,436\u00a0B (95\u00a0% "
            + "interval 1,427–1,445). The claim holds only if it is deep.</p>"), card);
        assertTrue(card.contains("<dt>note</dt><dd>See <a rel=\"nofollow\" href=\"chapter2.html\">2</a>.</dd>"
            + "<dt>others found</dt><dd>1.3\u00a0KB</dd>"), card);
        assertTrue(card.contains("measured in <a href=\"#weighed\">Weigh</a> · "
            + "<a href=\"#claim-py-task\">link to this verdict</a>"), card);
        assertTrue(card(TASK, Ruling.REFUTED, 1436, 1427, 1445, false).contains("In our recorded run"));
    }

    @Test
    void aVendorIsQuotedWithItsPageAndWhatItNoLongerSays() {
        String card = card(Claims.of("vt-pooled"), Ruling.REFUTED, 9000, 8900, 9100, true);
        assertTrue(card.contains("<h3>Quarkus says that a pooled virtual thread holds roughly 6\u00a0KB of heap.</h3>"),
            card);
        assertTrue(card.contains("<dt>quoted</dt><dd>“about 60\u00a0MB of live heap, roughly 6\u00a0KB per pooled "
            + "thread” (2026-09-08)</dd><dt>no longer said</dt><dd>The post of 23 July 2026"), card);
        assertTrue(card.contains("<a href=\"https://github.com/quarkusio/quarkusio.github.io/pull/2996\">source</a>"),
            card);
        assertFalse(card(Claims.of("tokio-task"), Ruling.REFUTED, 455, 450, 460, true).contains("no longer said"));
        assertFalse(card(TASK, Ruling.REFUTED, 455, 450, 460, true).contains("quoted"));
    }

    @Test
    void theDotStandsWhereItsValueIs() {
        String strip = card(TASK, Ruling.REFUTED, 1024, 1024, 1024, true);
        assertTrue(strip.contains("<g class=\"s py\">"), strip);
        double tick = number(strip, "x=\"([\\d.]+)\" y=\"43\" text-anchor=\"middle\">1 KB<");
        assertEquals(tick, number(strip, "circle cx=\"([\\d.]+)\""));
        double claimed = number(strip, "rect class=\"claimed\" x=\"([\\d.]+)\"");
        assertTrue(claimed > number(strip, "x=\"([\\d.]+)\" y=\"43\" text-anchor=\"middle\">10 KB<"), strip);
    }

    @Test
    void withoutAFigureOrAMeasurementThereIsNoAxis() {
        var open = new Claim("x", 1, "6", "It keeps", "", Double.NaN, Double.NaN, "", "post");
        assertFalse(card(open, Ruling.NOT_MEASURED, Double.NaN, Double.NaN, Double.NaN, true).contains("<svg"));
        assertFalse(card(open, Ruling.NOT_MEASURED, Double.NaN, Double.NaN, Double.NaN, true).contains("NaN"));
        assertFalse(card(TASK, Ruling.REFUTED, -3, -20, 14, true).contains("<svg"), "a log axis has no place for it");
        assertFalse(card(TASK, Ruling.UNDECIDED, 30, -20, 80, true).contains("NaN"));
    }

    @Test
    void decadesOfBytesFollowTheUnitsThatPeopleWrite() {
        var bytes = PageDecades.around("B", DoubleStream.of(1436, 20480, -5, Double.NaN));
        assertEquals(List.of("1 KB", "10 KB", "100 KB"), List.of(bytes.label(3), bytes.label(4), bytes.label(5)));
        assertEquals(3, bytes.first());
        assertEquals(5, bytes.last());
        assertEquals(.5, bytes.share(10240), 1e-9);
        assertEquals(List.of("0.1×", "1×", "100×"), List.of(new PageDecades("x", -1, 2).label(-1),
            new PageDecades("x", -1, 2).label(0), new PageDecades("x", -1, 2).label(2)));
    }
}
