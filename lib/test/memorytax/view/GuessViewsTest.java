package memorytax.view;

import memorytax.chart.Charts;
import memorytax.claim.Guess;
import memorytax.claim.Guesses;
import memorytax.claim.Measured;
import memorytax.notebook.Prediction;
import memorytax.page.PageParts;
import memorytax.terminal.chart.TerminalChart;
import memorytax.terminal.result.TerminalParts;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GuessViewsTest {
    private static final Guess FAR = Guess.of("one <asyncio> task", Prediction.bytes().answered("10 KB"),
        Optional.of(new Measured(1024, 1000, 1050, true)));
    private static final Guess WHOSE = Guess.of("the dearest", Prediction.oneOf("a", "b").answered("1"), "b", true);

    private static String page(Object value) {
        return Part.of(value).stream().map(new PageParts(name -> name)::html).collect(Collectors.joining());
    }

    private static double number(String svg, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(svg);
        assertTrue(matcher.find(), svg);
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void aPageHasTheSentenceAndBothOnOneAxis() {
        String html = page(FAR);
        assertTrue(html.contains("<strong>one &lt;asyncio&gt; task</strong> You said 10\u00a0KB, the scale says "
            + "1.0\u00a0KB: 10 times too much."), html);
        double said = number(html, "class=\"yours\" cx=\"([\\d.]+)\"");
        assertEquals(number(html, "x=\"([\\d.]+)\" y=\"43\" text-anchor=\"\\w+\">10 KB<"), said);
        double scale = number(html, "class=\"s \\w+\"><circle cx=\"([\\d.]+)\"");
        assertEquals(number(html, "x=\"([\\d.]+)\" y=\"43\" text-anchor=\"\\w+\">1 KB<"), scale);
        assertFalse(page(WHOSE).contains("<svg"), "a choice has no axis");
    }

    @Test
    void severalStandBelowEachOther() {
        assertEquals(2, page(List.of(FAR, WHOSE)).split("class=\"guess\"", -1).length - 1);
        var lines = TerminalParts.lines(List.of(FAR, WHOSE), 40).stream().map(AttributedString::toString).toList();
        assertEquals(List.of(" ▌ one <asyncio> task", " ▌ You said 10 KB, the scale says",
            " ▌ 1.0 KB: 10 times too much.", "", " ▌ the dearest", " ▌ You said a. The scale says b."), lines);
    }

    @Test
    void aQuestionShowsWhatBecameOfIt() {
        var question = Prediction.bytes();
        assertEquals("<p class=\"said\">Not asked.</p>", page(question).strip());
        assertEquals("<p class=\"said\">You passed.</p>", page(question.pass()).strip());
        assertEquals(" Your guess: 20 KB", TerminalParts.lines(question.answered("20kb"), 80).getFirst().toString());
    }

    @Test
    void theChartOfThemFitsOnATerminal() {
        var far = Guess.of("one asyncio task", Prediction.bytes().answered("10 KB"),
            Optional.of(new Measured(1024, 1000, 1050, true)));
        var chart = Charts.guesses(new Guesses(List.of(far)));
        for (int width : new int[]{80, 200}) {
            var lines = TerminalChart.draw(chart, width).stream().map(AttributedString::toString).toList();
            var all = String.join("\n", lines);
            assertTrue(lines.stream().allMatch(l -> l.length() <= width), all);
            assertTrue(lines.stream().anyMatch(l -> l.contains("1 KB ┤") && l.contains("▼")), all);
            assertTrue(lines.stream().anyMatch(l -> l.endsWith("  right")), all);
            assertTrue(all.contains("10×") && all.contains("your guess") && all.contains("measured"), all);
        }
    }
}
