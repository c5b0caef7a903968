package memorytax.terminal;

import memorytax.notebook.Navigation;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.terminal.text.TerminalLines;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TerminalPromptTest {
    private static final Cell.Step ONE = step("one"), TWO = step("two"), THREE = step("three"), FOUR = step("four");
    private static final Chapter CHAPTER = new Chapter("chapter1", "A chapter", "",
        List.of(ONE, TWO, THREE, FOUR), "");
    private final TerminalContents contents = new TerminalContents();
    private final TerminalResults results =
        new TerminalResults(value -> List.of(TerminalLines.plain(" " + value.toString())));

    private static Cell.Step step(String name) {
        return new Cell.Step(name, "Cell " + name, "Prose.", "Object " + name + "() { }", 1, List.of(), "Object");
    }

    @Test
    void theKeysHaveTheirWordsWhereTheseFit() throws IOException {
        assertEquals(" ⏎ next  e edit  j jshell  l list  g terms  / find  a all  q quit",
            keys(ONE, false, ReaderActions.Tool.EDIT, ReaderActions.Tool.SHELL));
        assertEquals(" ⏎ done  b back  r try  e edit  j jshell  h hint  s solution  l list  q quit",
            keys(THREE, true, ReaderActions.Tool.TRY, ReaderActions.Tool.EDIT, ReaderActions.Tool.SHELL,
                ReaderActions.Tool.HINT, ReaderActions.Tool.SOLUTION));
        assertEquals(" ⏎ next  b  r try  e edit  j jshell  h hint  s solution  l  g  /  a  q quit",
            keys(TWO, false, ReaderActions.Tool.TRY, ReaderActions.Tool.EDIT, ReaderActions.Tool.SHELL,
                ReaderActions.Tool.HINT, ReaderActions.Tool.SOLUTION));
    }

    @Test
    void whereKeysAreLeftOutTheLineSaysHowToSeeThem() throws IOException {
        assertEquals(" ⏎ next  b back  r again  e edit  j jshell  l list  g terms  a all  q quit  ?",
            keys(TWO, false, ReaderActions.Tool.AGAIN, ReaderActions.Tool.EDIT, ReaderActions.Tool.SHELL));
        var shown = shown(TWO, "?", "q");
        assertTrue(shown.contains("\n /  finds words; or type a cell's number or name to go there\n"), shown);
    }

    @Test
    void theKeyForThePreviousResultIsThereWhenThatIs() throws IOException {
        assertFalse(shown(THREE, "q").contains("p previous"));
        results.keep(ONE, new StepOutcome.Result("what one brought", Duration.ZERO));
        results.keep(TWO, new StepOutcome.Failure(new IllegalStateException()));
        assertFalse(shown(ONE, "q").contains("p previous"), "a cell's own result is not the previous one");
        var shown = shown(THREE, "p", "q");
        assertTrue(shown.contains("\n Result of Cell one, 1 of 4\n\n what one brought\n"), shown);
        assertEquals(2, shown.split("p previous", -1).length - 1, "the reader is where the reader was: " + shown);
        results.forget(Set.of("one"));
        assertFalse(shown(THREE, "q").contains("p previous"));
    }

    @Test
    void aNumberGoesToThatCellHoweverItIsBegun() throws IOException {
        assertEquals(new Navigation.To("three"), turn(new Keyboard("3\r"), ONE, false));
        assertEquals(new Navigation.To("three"), turn(new Keyboard("/3\r"), ONE, false));
        assertEquals(new Navigation.To("one"), turn(new Keyboard("/one\r"), THREE, false));
        var keyboard = new Keyboard("5\r", "/\r", "q");
        assertEquals(Navigation.QUIT, turn(keyboard, ONE, false));
        assertTrue(keyboard.shown().contains(" No cell of this chapter has \"5\"."), keyboard.shown());
    }

    @Test
    void theListSaysWhatWasSkippedAndWhatWasRunOutOfSight() throws IOException {
        contents.of(CHAPTER);
        contents.run(TWO, true);
        contents.skipped(Set.of("three"));
        var shown = shown(FOUR, "l", "q");
        assertTrue(shown.contains("\n  1 ✓ Cell one ") && shown.contains("\n  2 ○ Cell two ")
            && shown.contains("\n  3 – Cell three ") && shown.contains("\n  4 ▸ Cell four ") && shown.contains(
            "\n – skipped, and not run   ○ run because a later cell needs it\n"), shown);
    }

    private String shown(Cell.Documented cell, String... keys) throws IOException {
        var keyboard = new Keyboard(keys);
        assertEquals(Navigation.QUIT, turn(keyboard, cell, false));
        return keyboard.shown();
    }

    private String keys(Cell.Documented cell, boolean last, ReaderActions.Tool... tools) throws IOException {
        var keyboard = new Keyboard("q");
        assertEquals(Navigation.QUIT, turn(keyboard, cell, last, tools));
        return keyboard.shown().lines().filter(line -> line.contains("⏎")).findFirst().orElseThrow().stripTrailing();
    }

    private Navigation turn(Keyboard keyboard, Cell.Documented cell, boolean last,
                            ReaderActions.Tool... tools) throws IOException {
        contents.of(CHAPTER);
        results.of(CHAPTER);
        contents.shows(ONE, false);
        return keyboard.at(24, screen -> new TerminalPrompt(screen, new ReaderActions() {
            @Override
            public List<Tool> tools(Cell.Documented cell) {
                return List.of(tools);
            }
        }, contents, new TerminalTerms(), results, TerminalStage.SCROLL).ask(cell, last, () -> { }));
    }
}
