package memorytax.view;

import memorytax.claim.Attempt;
import memorytax.claim.Check;
import memorytax.claim.Measured;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import memorytax.page.PageParts;
import memorytax.terminal.result.TerminalParts;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CheckViewsTest {
    private static final Check HEAVY = check(new Outcome.Weighed()),
        CHEAT = check(new Outcome.Failed("IllegalStateException: only 5 of 9 tasks ever waited"));

    @Test
    void aTerminalShowsTheLimitAndWhatWasMeasuredFromZero() {
        var lines = lines(HEAVY, 40);
        assertEquals(" ▌ ✗ not yet", lines.getFirst());
        assertEquals(List.of(" ▌ limit  █████                   300 B", " ▌ yours  ████████████████████  1,200 B"),
            lines.subList(lines.size() - 2, lines.size()).stream().map(l -> l.replace('░', '█')).toList());
        for (int width : new int[]{24, 80, 200}) {
            int most = Math.min(width, 76);
            var all = lines(HEAVY, width);
            assertTrue(all.stream().allMatch(l -> l.length() <= Math.max(most, 30)), String.join("\n", all));
        }
    }

    @Test
    void aPageHasTheSame() {
        var html = html(HEAVY);
        assertTrue(html.contains("class=\"check not-yet\""), html);
        assertTrue(html.contains("1,200\u00a0B live for &lt;one&gt; task,"), html);
        assertTrue(html.contains("<i style=\"width:25.0%\"") && html.contains("<i style=\"width:100.0%\""), html);
    }

    @Test
    void whereNothingCanBeShownThereAreNoBars() {
        assertEquals(List.of(" ▌ ✗ not yet", " ▌ Only 5 of 9 tasks ever waited."), lines(CHEAT, 80));
        assertFalse(html(CHEAT).contains("bars"));
    }

    @Test
    void aMethodAsItCameHasNoCross() {
        var came = HEAVY.look("Look at it.").of(attempt(true));
        var lines = lines(came, 80);
        assertEquals(List.of(" ▌ ○ as it came · easier",
            " ▌ This is the method as it came. It is meant to fail: now edit it."),
            lines.subList(0, 2));
        assertFalse(String.join("", lines).contains("Look at it"), "it is not edited yet");
        var html = html(came);
        assertTrue(html.contains("class=\"check as-it-came\"") && html.contains("as it came · easier")
            && html.contains("It is meant to fail"), html);
    }

    @Test
    void anAttemptThatFailsIsShownWhereToLook() {
        var tried = HEAVY.look("Look at it.").of(attempt(false));
        assertEquals(" ▌ Look at it.", lines(tried, 80).getLast());
        assertTrue(html(tried).contains("<p>Look at it.</p>"), html(tried));
    }

    @Test
    void whoHasSolvedItReadsWhyAndFindsOurCodeOnThePage() {
        var solved = new Check(HEAVY.weighed(), List.of(), Optional.empty())
            .below("live", "B", 2_000, HEAVY.demands().getFirst().measured()).of(attempt(false));
        var lines = String.join("\n", lines(solved, 80));
        assertTrue(lines.matches("(?s).*✓ solved · easier.*\n Your method passes\\. .*\n A <title> ──.*\n Because.*"),
            lines);
        assertFalse(lines.contains("static void light") || lines.contains("A lot"), "a key shows the rest");
        var html = Part.of(solved).stream().map(new PageParts(name -> name)::html).collect(Collectors.joining());
        assertTrue(html.contains("<h3>A &lt;title&gt;</h3>") && html.contains("<p>Because.</p>")
            && html.contains("<p>A lot.</p>") && html.contains("<summary>Our solution</summary>"), html);
    }

    private static Attempt attempt(boolean asItCame) {
        return new Attempt(asItCame, "A <title>", "Because.\n\n### What it costs\n\nA lot.", "static void light() { }",
            "solutions/chapter0_light.java", "easier");
    }

    private static Check check(Outcome outcome) {
        var weighing = new Weighing(new Contender("yours", "java", "25"), 9, Map.of(), 1, Optional.empty(),
            Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), outcome);
        return Check.of(new Weighings("s", List.of(weighing)))
            .below("live for <one> task", "B", 300, Optional.of(new Measured(1_200, 1_190, 1_210, true)));
    }

    private static String html(Check check) {
        return new PageParts(name -> name).html(Part.of(check).getFirst());
    }

    private static List<String> lines(Object value, int width) {
        return TerminalParts.lines(value, width).stream().map(AttributedString::toString).toList();
    }
}
