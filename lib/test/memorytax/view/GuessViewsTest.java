package memorytax.view;

import memorytax.chart.Charts;
import memorytax.claim.CaseGuesses;
import memorytax.claim.Guess;
import memorytax.claim.Guesses;
import memorytax.claim.Measured;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.notebook.Prediction;
import memorytax.page.PageParts;
import memorytax.terminal.chart.TerminalChart;
import memorytax.terminal.result.TerminalParts;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /// Before anything is measured there are two columns, and then four.
    @Test
    void aRowOfYesAndNoIsATableWithWords() {
        var asked = Prediction.yesOrNo("stays", "goes, now and then", "comes").answered("ny-");
        assertEquals(List.of(" case                your guess", " stays               no", " goes, now and then  yes",
            " comes               –", " 1 passed."), lines(asked));
        var reports = new Reports("counted", Stream.of("stays", "goes, now and then", "comes").map(name ->
            new Reports.Report(new Contender("C2", "java", "25"), 1, Map.of(), 1, name, Map.of("bytes_per_op", 24.0),
                new Outcome.Weighed())).toList());
        var settled = CaseGuesses.of(asked, reports, "C2", "bytes_per_op");
        assertEquals(List.of(" case                your guess  measured   your guess is",
            " stays               no          yes, 24 B  wrong", " goes, now and then  yes         yes, 24 B  right",
            " comes               –           yes, 24 B  –", " 1 of 2 right. 1 passed. Yes: more than 0.05 B with C2. "
                + "Charts show less", " than that as 0 B."), lines(settled));
        assertTrue(page(settled).matches("(?s).*<td[^>]*>wrong</td>.*<td[^>]*>right</td>.*"), page(settled));
        assertEquals(List.of(" Not asked."), lines(Prediction.yesOrNo("a", "b")));
    }

    private static List<String> lines(Object value) {
        return TerminalParts.lines(value, 80).stream().map(line -> line.toString().stripTrailing()).toList();
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
