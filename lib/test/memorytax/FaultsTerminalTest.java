package memorytax;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Terminals of odd sizes, and what can happen to a chapter while a reader sits in front of it.
class FaultsTerminalTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"20,10", "20,60", "300,80", "300,6", "40,24"})
    void ofAnOddSize(int width, int height) throws Exception {
        try (var seat = new TerminalSession(folder, TerminalSession.fixture(), width, height)) {
            seat.begin("--all", "--forks", "1", "--only", "growth");
            assertEquals(0, seat.terminal.exit(), seat.terminal.screen());
            assertEquals("", seat.terminal.stderr());
            seat.longest(Math.max(width, 40)); // no line is for less
        }
    }

    /// A window that is pulled about while a chart is drawn and a child is weighed.
    @Test
    void thatChangesItsSize() throws Exception {
        try (var seat = new TerminalSession(folder, TerminalSession.fixture(), 80, 24)) {
            seat.begin("--all", "--forks", "3", "--only", "growth");
            for (int i = 0; i < 40; i++) seat.terminal.resize(20 + i * 37 % 180, 6 + i * 11 % 50);
            assertEquals(0, seat.terminal.exit(), seat.terminal.screen());
            assertEquals("", seat.terminal.stderr());
        }
    }

    @Test
    void whoseChapterIsDeleted() throws Exception {
        try (var seat = new TerminalSession(folder, TerminalSession.fixture(), 80, 24)) {
            seat.start();
            Files.delete(seat.file());
            seat.press("Enter", "How much");
            seat.enter("", "You passed");
            seat.end("q", 0);
        }
    }
}
