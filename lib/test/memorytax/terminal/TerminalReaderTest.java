package memorytax.terminal;

import memorytax.notebook.Navigation;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.Machine;
import memorytax.terminal.text.TerminalText;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TerminalReaderTest {
    private static final Cell.Exhibit LOAD = new Cell.Exhibit("load", "The load", "What is weighed.",
        "static Object load(int tasks) {\n}", 20);
    private static final Cell.Step ONE = step("one", "First", "The slope of a line.", 30),
        TWO = step("two", "Second", "A `pool`, and *pinned*.", 40), THREE = step("three", "Third", "Prose.", 50);
    private static final Chapter CHAPTER = new Chapter("chapter1", "What does waiting cost?",
        "The *opening* of a task.", List.of(LOAD, ONE, TWO, THREE), "");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private static Cell.Step step(String name, String title, String prose, int line) {
        return new Cell.Step(name, title, prose, "Object " + name + "() {\n}", line, List.of(), "Object");
    }

    @Test
    void aPipeGetsPlainTextAndIsAskedNothing() {
        try (var screen = TerminalScreen.plain(new PrintStream(out, true, StandardCharsets.UTF_8))) {
            assertEquals(List.of("load", "one", "two", "three"), read(screen));
        }
        String text = out.toString(StandardCharsets.UTF_8);
        assertFalse(text.contains("\033") || text.contains("quit"), text);
        assertTrue(text.contains("Chapter 1 of 8") && text.contains("──── 2/4")
            && text.contains("  30  Object one() {") && text.contains("value of one"), text);
        assertTrue(text.contains("  21  }\n In Go (load in chapter1.go); in Python (chapter1.py).\n"), text);
    }

    /// A chapter that begins with a table of the machine does not say it twice.
    @Test
    void theMachineIsSaidOnceAtTheBeginning() {
        var table = new Cell.Step("machine", "Your machine", "", "Machine machine() {\n}", 25, List.of(), "Machine");
        for (var first : List.of(LOAD, table)) {
            out.reset();
            try (var screen = TerminalScreen.plain(new PrintStream(out, true, StandardCharsets.UTF_8))) {
                var reader = reader(screen);
                reader.opening(CHAPTER);
                reader.cell(first);
                reader.cell(ONE);
            }
            var lines = out.toString(StandardCharsets.UTF_8).lines().filter(l -> l.startsWith(" machine   ")).count();
            assertEquals(first == table ? 0 : 1, lines, out.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aFailureIsToldInPlaceWithTheChaptersOwnLines() {
        try (var screen = TerminalScreen.plain(new PrintStream(out, true, StandardCharsets.UTF_8))) {
            var reader = reader(screen);
            reader.opening(CHAPTER);
            reader.cell(ONE);
            var failure = new IllegalStateException("no memory");
            failure.setStackTrace(new StackTraceElement[]{new StackTraceElement("java.util.List", "of", "List.java",
                3), new StackTraceElement("chapter1", "one", "chapter1.java", 31)});
            reader.happened(ONE, new StepOutcome.Failure(new RuntimeException("wrapped: no memory", failure)));
            reader.cell(TWO);
            reader.happened(TWO, new StepOutcome.Skipped("one"));
        }
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("✗ this step failed: wrapped: no memory\n     one, chapter1.java:31\n"), text);
        assertFalse(text.contains("List.java"), text);
        assertTrue(text.contains("skipped: it needs “First”, which has no result"), text);
    }

    @Test
    void keysLeadThroughTheChapter() throws IOException {
        assertEquals(List.of("load", "one", "two", "three"), read("\r", " ", "\r"));
        assertEquals(List.of("load", "one", "two", "three"), read("a"), "no further key");
        assertEquals(List.of("load", "one"), read("q"));
        assertEquals(List.of("load", "one"), read("x", "\004"), "a key without meaning, then Ctrl-D");
    }

    /// The cells that were shown.
    private static List<String> read(String... keys) throws IOException {
        return new Keyboard(keys).at(100, TerminalReaderTest::read);
    }

    @Test
    void theTermsOfACellComeFirstThenThoseOfEarlierOnes() throws IOException {
        var keyboard = new Keyboard("g", "\r", "g", "q");
        keyboard.at(100, TerminalReaderTest::read);
        var shown = keyboard.shown().split("terms: ./jbang workbook --glossary");
        assertTrue(shown[0].contains(" slope            What one more task adds. It is the slope of a straight\n"
            + "                  line through the weighed sizes"), shown[0]);
        assertTrue(shown[0].contains("\n from earlier cells\n task  "), "of the opening: " + shown[0]);
        assertTrue(shown[1].matches("(?s).* pinned  .* from earlier cells\n slope  .* task  .*"), shown[1]);
        assertFalse(shown[1].contains("\n pool"), "it is code: " + shown[1]);
    }

    /// Words are found in whatever case, in prose and in code; to a cell one goes by its number or its name.
    @Test
    void whatIsTypedIsFoundOrGoneTo() throws IOException {
        var keyboard = new Keyboard("\r", "/SLOPE\r", "/nowhere\r", "/2\r");
        var seen = keyboard.at(100, TerminalReaderTest::read);
        var shown = keyboard.shown();
        assertEquals(List.of("load", "one", "two"), seen, "it leads to another cell than the next: " + shown);
        assertTrue(shown.contains("  2 ✓ First\n      The slope of a line.\n"), shown);
        assertTrue(shown.contains(" No cell of this chapter has \"nowhere\"."), shown);
        assertEquals(List.of("load", "one"), read("4\r"), "nor has one that comes later to be waited for");
    }

    /// So that nothing of what was found scrolls away.
    @Test
    void ofManyCellsThatAreFoundOnlyTheHeadingsAreShown() throws IOException {
        var contents = new TerminalContents();
        contents.of(CHAPTER);
        assertEquals(5, contents.found("slope", 80, 24).size() + contents.found("nowhere", 80, 24).size());
        assertEquals(4, contents.found("i", 80, 5).stream().filter(line -> line.length() > 0).count());
        assertTrue(contents.found("i", 80, 24).stream().anyMatch(line -> line.toString().startsWith("      ")));
        assertFalse(contents.found("i", 80, 5).stream().anyMatch(line -> line.toString().startsWith("      ")));
    }

    @Test
    void whatIsRunOnTheWayIsALineAndWhatIsSkippedIsCounted() {
        try (var screen = TerminalScreen.plain(new PrintStream(out, true, StandardCharsets.UTF_8))) {
            var reader = reader(screen);
            reader.opening(CHAPTER);
            reader.skipped(Set.of("load"));
            reader.onTheWay(ONE);
            reader.happened(ONE, new StepOutcome.Result("value of one", Duration.ZERO));
            reader.cell(THREE);
            reader.happened(THREE, new StepOutcome.Result("value of three", Duration.ZERO));
        }
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains(" 1 cell is skipped, and not run: l lists them\n First, because that cell needs it: "
            + "First\n\n Third ───"), text);
        assertTrue(text.contains("value of three") && !text.contains("value of one"), text);
    }

    @Test
    void onASmallScreenTheTermsOfEarlierCellsAreCounted() throws IOException {
        var keyboard = new Keyboard("\r", "\r", "\r", "g", "q");
        keyboard.at(8, TerminalReaderTest::read);
        assertTrue(keyboard.shown().contains(" … and 1 more; all terms: ./jbang workbook --glossary"),
            keyboard.shown());
    }

    /// The first cell would push the opening from the screen.
    @Test
    void anOpeningIsReadBeforeTheFirstCellComes() throws IOException {
        var keyboard = new Keyboard("q");
        keyboard.at(16, screen -> {
            var reader = reader(screen);
            reader.opening(CHAPTER);
            reader.cell(LOAD);
            return reader.leaves();
        });
        var shown = keyboard.shown();
        assertTrue(shown.contains(" The opening of a task.") && shown.contains(" ⏎ begin  q quit"), shown);
        assertFalse(shown.contains("The load"), "who leaves there sees no more: " + shown);
    }

    /// A cell may have more of them than the screen is high.
    @Test
    void theTermsOfACellFitOnTheScreen() {
        var terms = new TerminalTerms();
        var cell = new Cell.Exhibit("all", "All", "*slope*, *pinned*, *task*, *warmed*, *leak*, *fork*, "
            + "*resident*, *live*, *baseline*, *goroutine*", "int all;", 1);
        terms.read(cell);
        for (int height : new int[]{12, 24}) {
            var lines = terms.lines(cell, 80, height);
            assertTrue(lines.size() <= height - 3, height + ": " + lines);
            assertTrue(lines.getLast().toString().matches(" … and \\d+ more; all terms: .*"), lines.toString());
        }
    }

    private static List<String> read(TerminalScreen screen) {
        var reader = reader(screen);
        var seen = new ArrayList<String>();
        reader.opening(CHAPTER);
        for (var cell : CHAPTER.documented()) {
            reader.cell(cell);
            seen.add(cell.name());
            if (cell instanceof Cell.Step step) reader.happened(step,
                new StepOutcome.Result("value of " + step.name(), Duration.ZERO));
            var next = CHAPTER.documented().stream().skip(seen.size()).findFirst();
            if (reader.turn(cell, next) != Navigation.NEXT) return seen;
        }
        reader.closing();
        return seen;
    }

    private static TerminalReader reader(TerminalScreen screen) {
        return new TerminalReader(screen, new Machine(Map.of("cores", "2")), 8,
            new TerminalReader.Manner(true, false, false), new ReaderActions() { },
            cell -> cell == LOAD ? List.of("Go (load in chapter1.go)", "Python (chapter1.py)") : List.of(),
            value -> TerminalText.markdown(value.toString(), screen.width()));
    }
}
