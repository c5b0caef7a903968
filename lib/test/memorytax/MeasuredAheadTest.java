package memorytax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What measures is measured while its reader reads, and nobody sees anything of it before.
@ExtendWith(BrokenOff.class)
class MeasuredAheadTest {
    private static final String SAYS = "The next cells are measured while you read (w: stop that).";
    @TempDir
    private Path folder;

    @Test
    void theSecondCellThatMeasuresIsThereWhenTheReaderArrives() throws Exception {
        try (var seat = seat()) {
            var said = seat.start("--forks", "1");
            assertTrue(said.contains(" " + SAYS + "\n"), said);
            seat.terminal.await("the end of all that can be measured",
                () -> loads() == 4 && seat.terminal.running().size() == 1);
            assertTrue(seat.prompt().startsWith(" ⏎ next "), "nothing was drawn over it: " + seat.prompt());
            assertFalse(Files.exists(folder.resolve("out/ahead/weighings.csv")), "nobody has seen a result");
            seat.press("Enter", "How much");
            seat.enter("1 KB", "Your guess: 1 KB");
            seat.press("Enter", "Weigh them.*virtual threads .* 100 ");
            assertFalse(seat.written("ahead/weighings.csv").contains("others"));
            seat.press("Enter", "Weigh others.*other threads .* 120 ");
            assertEquals(4, loads(), "each was weighed once");
            assertEquals(5, seat.written("ahead/weighings.csv").lines().count());
            seat.press("?", "w  stops measuring the next cells while you read");
            seat.press("w", "Cells are measured when you come to them \\(w: while you read\\)");
            seat.end("q", 0);
        }
    }

    @Test
    void whoLeavesMeanwhileLeavesNoProcess() throws Exception {
        try (var seat = seat()) {
            seat.start("--tasks", "77", "--forks", "1");
            seat.terminal.await("the process", () -> seat.terminal.running().size() == 2 && loads() == 1);
            assertFalse(seat.terminal.screen().contains("0/1"), seat.terminal.screen());
            seat.end("q", 0);
        }
    }

    @Test
    void whoArrivesMeanwhileSeesTheBarAndCtrlCEndsIt() throws Exception {
        try (var seat = seat()) {
            seat.start("--tasks", "77", "--forks", "1");
            seat.press("Enter", "How much");
            seat.enter("", "You passed");
            seat.terminal.await("the process", () -> seat.terminal.running().size() == 2 && loads() == 1);
            seat.terminal.send("Enter");
            seat.terminal.await("the bar", () -> seat.terminal.screen().contains("0/1  virtual threads × 77, fork 1\n")
                && seat.terminal.lastLine().startsWith(" starting 77 tasks "));
            seat.end("C-c", 130);
            assertEquals(1, loads());
        }
    }

    /// A Ctrl-C in the editor would reach it, too.
    @Test
    void nothingIsMeasuredWhileAnEditorHasTheTerminal() throws Exception {
        try (var seat = seat()) {
            seat.start("--tasks", "77", "--forks", "1");
            seat.terminal.await("the process", () -> seat.terminal.running().size() == 2 && loads() == 1);
            seat.editor("ps -t $(tty | sed s,/dev/,,) -o comm= | grep -c '^java$' > seen.txt; echo was here");
            seat.press("e", "was here");
            assertEquals("1", Files.readString(folder.resolve("seen.txt")).strip(), "the chapter itself");
            seat.terminal.await("the process again", () -> loads() == 2);
            seat.end("q", 0);
        }
    }

    @Test
    void withoutItNothingIsMeasuredBeforeTheReaderArrives() throws Exception {
        try (var seat = seat()) {
            var said = seat.start("--no-ahead", "--forks", "1");
            assertFalse(said.contains(SAYS), said);
            seat.press("Enter", "How much");
            seat.enter("", "You passed");
            assertEquals(0, loads());
            seat.press("w", "The next cells are measured while you read");
            seat.terminal.await("all that can be measured", () -> loads() == 4);
            seat.end("q", 0);
        }
    }

    private TerminalSession seat() throws IOException {
        return new TerminalSession(folder, House.root().resolve("lib/test/fixtures/ahead.java"), 80, 30);
    }

    /// How many processes have begun their load.
    private long loads() {
        try (var lines = Files.lines(folder.resolve("loads.txt"))) {
            return lines.count();
        } catch (IOException e) {
            return 0;
        }
    }
}
