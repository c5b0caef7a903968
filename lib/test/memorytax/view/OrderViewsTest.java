package memorytax.view;

import memorytax.chart.Charts;
import memorytax.claim.Measured;
import memorytax.claim.OrderGuess;
import memorytax.notebook.Prediction;
import memorytax.page.PageParts;
import memorytax.terminal.chart.TerminalChart;
import memorytax.terminal.result.TerminalParts;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The two orders as both renderers show them.
class OrderViewsTest {
    private static final Prediction ASKED = Prediction.order("goroutines", "promises", "tokio tasks",
        "virtual threads (warmed)").named("order");

    private static OrderGuess guess(String typed) {
        return OrderGuess.of("the order of four", ASKED.answered(typed), Map.of("goroutines", bytes(2_690, true),
            "tokio tasks", bytes(310, true), "virtual threads (warmed)", bytes(1_350, false)));
    }

    private static Optional<Measured> bytes(double value, boolean here) {
        return Optional.of(new Measured(value, value - 10, value + 10, here));
    }

    private static List<String> terminal(Object value, int width) {
        return TerminalParts.lines(value, width).stream().map(l -> l.toString().stripTrailing()).toList();
    }

    /// The line of one kind of task leads over the whole width, those of two kinds change sides.
    @Test
    void aTerminalDrawsBothOrdersAndATable() {
        var lines = terminal(guess("1324"), 80);
        assertTrue(lines.get(0).matches(" +your order +measured"), lines.get(0));
        assertTrue(lines.get(1).matches(" +1  goroutines ◆ \\S+ +\\S+ \\S 1  tokio tasks"), lines.get(1));
        assertTrue(lines.get(3).matches(" +2  tokio tasks \\S [\\u2800-\\u28ff ]+ ○ 2  virtual threads \\(warmed\\)"),
            lines.get(3));
        assertTrue(lines.get(5).matches(" +3  promises +[\\u2800-\\u28ff ]+ ◆ 3  goroutines"), lines.get(5));
        assertTrue(String.join("\n", terminal(guess("1324"), 100)).contains(" ○ 2  virtual threads (warmed), 1.3 KB "
            + "(recorded)\n"), "where there is room for it");
        var all = String.join("\n", lines);
        assertTrue(all.contains(" 1 of 3 pairs is in the right order. You put goroutines before tokio tasks,\n"), all);
        assertTrue(lines.contains(" goroutines                         1         3  2,690 B ± 10"), all);
        assertTrue(lines.contains(" promises                           3         –             –"), all);
    }

    @Test
    void itFitsOnEveryTerminal() {
        for (int width : new int[]{40, 60, 80, 200}) for (var typed : List.of("1324", "4 -", "3 -"))
            for (var line : TerminalChart.draw(Charts.order(guess(typed)), width))
                assertTrue(line.columnLength() <= width, width + ": " + line);
    }

    /// Without what was said of them there is no order in which they could be drawn wrongly.
    @Test
    void whatStaysUnorderedCrossesNothing() {
        var lines = TerminalChart.draw(Charts.order(guess("3 -")), 80).stream().map(AttributedString::toString)
            .toList();
        assertTrue(lines.get(1).contains("1  tokio tasks ") && lines.get(3).contains(" virtual threads (warmed) ○")
            && lines.get(5).contains(" goroutines ◆"), String.join("\n", lines));
        assertTrue(String.join(" ", lines).replaceAll("\\s+", " ").contains("Dotted lines: what you left unordered."));
    }

    @Test
    void aPageHasThePictureOverTheTable() {
        var html = Part.of(guess("1324")).stream().map(new PageParts(name -> name)::html).collect(Collectors.joining());
        assertTrue(html.matches("(?s).*<svg.*1 of 3 pairs is in the right order.*<table.*virtual threads.*"), html);
        var narrow = html.substring(html.indexOf("<svg class=\"narrow\""));
        for (var picture : List.of(html.substring(0, html.length() - narrow.length()), narrow))
            assertEquals(3, picture.split("<path[^>]* d=\"M[^\"]*C", -1).length - 1, "bent lines: " + picture);
        assertTrue(html.contains("tokio tasks, 310 B") && !narrow.contains("tokio tasks, 310 B"), narrow);
    }

    @Test
    void withoutTwoThingsToCompareThereIsNoPicture() {
        for (var none : List.of(OrderGuess.of("", ASKED.pass(), Map.of()), guess("2 -")))
            assertEquals(1, Part.of(none).size());
        assertTrue(String.join(" ", terminal(guess("2 -"), 80)).contains("There is nothing to compare your order "));
        var passed = String.join(" ", terminal(OrderGuess.of("", ASKED.pass(), Map.of("goroutines", bytes(2, true))),
            80));
        assertTrue(passed.contains(" goroutines ") && passed.contains(" You passed. Left out, not"), passed);
        assertEquals(List.of(" Your guess: goroutines, promises, the rest"), terminal(ASKED.answered("12-"), 80));
    }
}
