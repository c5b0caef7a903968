package memorytax.terminal;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.Machine;
import memorytax.terminal.text.TerminalLines;
import memorytax.terminal.text.TerminalRoom;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TerminalSlideTest {
    private static final TerminalRoom SMALL = new TerminalRoom(80, 22, true), LARGE = new TerminalRoom(200, 48, true);
    private static final String PROSE = "What it is. Why it is so.\n\nAnd what follows from it.";
    private static final Cell.Exhibit LOAD = new Cell.Exhibit("load", "The load", PROSE, "static int load;", 1);
    private static final Cell.Step CHART = step("chart", "XYChart"), QUESTION = step("guess", "Prediction"),
        MEASURING = step("weighed", "Weighings", new Cell.Parameter("Scale", "scale"));

    private static Cell.Step step(String name, String type, Cell.Parameter... parameters) {
        return new Cell.Step(name, "Heading", PROSE, type + " " + name + "() { }", 1, List.of(parameters), type);
    }

    private static String brief(Cell.Documented cell, TerminalRoom room, Integer result) {
        return text(slide(cell, room, result).brief().getFirst());
    }

    /// @param result lines that it has; null for no result
    private static TerminalSlide slide(Cell.Documented cell, TerminalRoom room, Integer result) {
        return new TerminalSlide(cell, room, Optional.ofNullable(result).<Function<TerminalRoom,
            List<AttributedString>>>map(n -> _ -> Collections.nCopies(n, TerminalLines.plain(" result"))));
    }

    private static String text(List<AttributedString> lines) {
        return lines.stream().map(AttributedString::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void ofTheProseTheFirstSentenceIsThereAndOfTheCodeWhatIsWeighed() {
        var load = brief(LOAD, SMALL, null);
        assertTrue(load.contains(" What it is.\n\n") && load.contains("static int load;"), load);
        assertFalse(load.contains("Why it is so"), load);
        assertTrue(brief(MEASURING, SMALL, null).contains("Weighings weighed()"), "while it measures");
        assertFalse(brief(MEASURING, SMALL, 3).contains("Weighings weighed()"), "when there is a result");
        assertFalse(brief(CHART, SMALL, 3).contains("XYChart chart()"), "it only draws");
        assertTrue(brief(QUESTION, SMALL, null).contains("what follows from it"), "it has to be answered");
    }

    @Test
    void allOfItIsThereOnRequest() {
        var whole = text(slide(CHART, SMALL, 3).whole().getFirst());
        for (var part : List.of("Why it is so.", "what follows", "XYChart chart()", " result\n result\n result"))
            assertTrue(whole.contains(part), part + " is not in " + whole);
        assertTrue(slide(CHART, SMALL, 3).hasMore());
        assertFalse(slide(QUESTION, SMALL, null).hasMore());
    }

    /// A large heading takes no room that the result needs.
    @Test
    void theHeadingIsAsLargeAsTheResultLeavesRoom() {
        assertTrue(brief(CHART, LARGE, 20).lines().skip(1).findFirst().orElseThrow().startsWith(" ██  ██  "));
        assertTrue(brief(CHART, SMALL, 14).lines().skip(1).findFirst().orElseThrow().startsWith(" █ █"));
        assertTrue(brief(CHART, SMALL, 17).startsWith("\n Ｈｅａｄｉｎｇ\n"));
        for (var room : List.of(SMALL, LARGE)) for (int lines = 0; lines <= room.rows() - 4; lines++)
            assertEquals(1, slide(CHART, room, lines).brief().size(), room + " with " + lines + " lines");
        assertFalse(brief(CHART, SMALL, 19).contains("What it is"), "the result goes before the sentence");
    }

    @Test
    void whatDoesNotFitGoesOnUnderTheSameHeading() {
        var pages = slide(CHART, SMALL, 50).brief();
        assertEquals(3, pages.size());
        assertEquals(50, pages.stream().mapToInt(page -> text(page).split(" result", -1).length - 1).sum());
        for (var page : pages) {
            assertTrue(page.size() <= SMALL.rows(), text(page));
            assertTrue(text(page).startsWith("\n Ｈｅａｄｉｎｇ\n"), text(page));
        }
    }

    @Test
    void withoutHalfBlocksThereIsNothingButAscii() {
        var ascii = TerminalInk.plain(java.nio.charset.StandardCharsets.US_ASCII);
        for (int lines : List.of(1, 16)) {
            var drawn = slide(CHART, new TerminalRoom(80, 22, false), lines).brief().getFirst().stream()
                .map(ascii::write).collect(Collectors.joining("\n"));
            assertFalse(drawn.contains("?"), drawn);
        }
        assertTrue(brief(CHART, new TerminalRoom(80, 22, false), 16).startsWith("\n H e a d i n g\n"));
    }

    @Test
    void nothingIsWiderThanTheScreen() {
        var chapter = new Chapter("chapter1", "A title that is much longer than any line of large letters", PROSE,
            List.of(), "");
        for (int columns : List.of(40, 80, 200)) for (boolean blocks : List.of(true, false)) {
            var room = new TerminalRoom(columns, 22, blocks);
            Stream.of(slide(LOAD, room, null).brief(), slide(CHART, room, 3).whole(),
                List.of(TerminalSlide.opening(chapter, new Machine(Map.of("cores", "2")), room)))
                .flatMap(List::stream).flatMap(List::stream).forEach(line ->
                    assertTrue(line.columnLength() <= columns, columns + ": " + line));
        }
    }
}
