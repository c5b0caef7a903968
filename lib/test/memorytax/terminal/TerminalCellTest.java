package memorytax.terminal;

import memorytax.notebook.Navigation;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.Machine;
import memorytax.terminal.text.TerminalLines;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// An explanation is on the screen together with the result that it explains.
class TerminalCellTest {
    private static final Cell.Step CHART = step("chart", "XYChart", "The line is straight."),
        MEASURING = step("weighed", "Weighings", "All are weighed.\n\nLook at *live*. We expect\nfew bytes.\n\n"
            + "The end.", new Cell.Parameter("Scale", "scale")),
        EXERCISE = step("light", "Check", "Make it light.");
    private static final List<String> RESULT = List.of("result 1", "result 2", "result 3");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private static Cell.Step step(String name, String type, String prose, Cell.Parameter... parameters) {
        return new Cell.Step(name, "Heading of " + name, prose, type + " " + name + "() {\n}", 1, List.of(parameters),
            type);
    }

    @Test
    void whatExplainsAResultThatIsAtHandStandsBelowIt() {
        assertOrder(onAPipe(CHART, result()), "Heading of chart", "XYChart chart() {", "result 3", "The line is");
    }

    @Test
    void whatToExpectOfAMeasurementOrToDoStandsAboveIt() {
        assertOrder(onAPipe(MEASURING, result()), "Heading of weighed", "All are", "Weighings weighed() {", "result 3");
        assertOrder(onAPipe(EXERCISE, new StepOutcome.Left()), "Heading of light", "Make it light", "yours to solve");
    }

    @Test
    void aStepThatFailsIsExplainedBeforeItIsSaid() {
        var failure = new StepOutcome.Failure(new IllegalStateException("no memory"));
        assertOrder(onAPipe(CHART, failure), "XYChart chart() {", "The line is", "this step failed: no memory");
        assertOrder(onAPipe(CHART, new StepOutcome.Result(null, Duration.ZERO)), "XYChart chart() {", "The line is");
    }

    @Test
    void whatWasExpectedIsSaidAgainWhereItIsOutOfSight() throws IOException {
        var small = onAScreen(MEASURING, 14, "\r");
        assertOrder(small, "All are weighed", "result 3", " │ Look at live. We expect few bytes.");
        assertEquals(2, small.split("Look at", -1).length - 1, small);
        assertEquals(1, small.split("The end", -1).length - 1, small);
        assertFalse(onAScreen(MEASURING, 30, "\r").contains("│"), "all of it fits");
        assertFalse(onAPipe(MEASURING, result()).contains("│"), "nothing is out of sight on a pipe");
    }

    @Test
    void theListThatAnExpectationIntroducesBelongsToIt() {
        assertEquals(List.of("", " │ We expect:", " │", " │ • few bytes"),
            quoted("We expect:\n\n- few bytes\n\nSo it is."));
        assertEquals(List.of("", " │ We expect few."), quoted("We expect few. The columns:\n\n- *Live*: bytes"));
        assertEquals(List.of(), quoted("All are weighed."));
    }

    private static List<String> quoted(String prose) {
        var cell = step("weighed", "Weighings", prose, new Cell.Parameter("Scale", "scale"));
        return new TerminalCell(chapter(cell), cell, List.of(), 80).expectation().stream()
            .map(line -> line.toString().stripTrailing()).toList();
    }

    @Test
    void aResultThatItsExplanationWouldPushAwayIsSeenFirst() throws IOException {
        assertOrder(onAScreen(CHART, 7, "\r", "\r"), "result 3", "what it means", "The line is", "done");
        assertFalse(onAScreen(CHART, 8, "\r").contains("what it means"), "both fit");
        assertFalse(onAScreen(CHART, 7, "q").contains("The line is"), "who quits there sees no more");
    }

    @Test
    void whatIsLongerThanTheScreenComesPieceByPiece() throws IOException {
        var small = onAScreen(MEASURING, 7, "\r", "\r", "\r", "\r");
        assertOrder(small, "All are weighed", "more", "Weighings weighed() {", "result 3", "what to look at", "│ Look",
            "done");
        var left = onAScreen(MEASURING, 7, "q");
        assertFalse(left.contains("Weighings weighed() {"), "who leaves there sees no more: " + left);
    }

    private static StepOutcome result() {
        return new StepOutcome.Result(RESULT, Duration.ZERO);
    }

    private static Chapter chapter(Cell.Step step) {
        return new Chapter("chapter1", "A chapter", "", List.of(step), "");
    }

    private String onAPipe(Cell.Step step, StepOutcome happening) {
        out.reset();
        try (var screen = TerminalScreen.plain(new PrintStream(out, true, StandardCharsets.UTF_8))) {
            read(screen, step, happening);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /// @param keys that are pressed, one at each prompt; the last of them leads on
    private static String onAScreen(Cell.Step step, int rows, String... keys) throws IOException {
        var keyboard = new Keyboard(keys);
        keyboard.at(rows, screen -> read(screen, step, result()));
        return keyboard.shown();
    }

    private static Navigation read(TerminalScreen screen, Cell.Step step, StepOutcome happening) {
        var reader = new TerminalReader(screen, new Machine(Map.of("cores", "2")), 8,
            new TerminalReader.Manner(true, false, false), new ReaderActions() { }, _ -> List.of(),
            value -> ((List<?>) value).stream().map(line -> TerminalLines.plain(" " + line)).toList());
        reader.changed(chapter(step));
        reader.cell(step);
        reader.happened(step, happening);
        return reader.turn(step, Optional.empty());
    }

    private static void assertOrder(String text, String... parts) {
        var places = Arrays.stream(parts).map(text::indexOf).toList();
        assertFalse(places.contains(-1), text);
        assertEquals(places.stream().sorted().toList(), places, text);
    }
}
