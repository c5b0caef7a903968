package memorytax;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

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

    /// What may have become of a chapter's file, by a slip or by an editor that saves it in two steps.
    enum Broken {
        DELETED, EMPTY, CUT, TEXT, ZEROS, FOLDER;

        void to(Path file) throws IOException {
            var bytes = Files.readAllBytes(file);
            switch (this) {
                case DELETED -> Files.delete(file);
                case EMPTY -> Files.write(file, new byte[0]);
                case CUT -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
                case TEXT -> Files.writeString(file, "this is no Java\n");
                case ZEROS -> Files.write(file, new byte[bytes.length]);
                case FOLDER -> {
                    Files.delete(file);
                    Files.createDirectory(file);
                }
            }
        }
    }

    /// It goes on as it was when it began.
    @ParameterizedTest
    @EnumSource
    void whoseChapterIsBroken(Broken broken) throws Exception {
        try (var seat = new TerminalSession(folder, TerminalSession.fixture(), 80, 24)) {
            seat.start();
            broken.to(seat.file());
            seat.press("Enter", "How much");
            seat.enter("", "You passed");
            seat.end("q", 0);
        }
    }

    /// The next save that is a chapter again is taken.
    @ParameterizedTest
    @EnumSource
    void whoseChapterIsBrokenWhileItIsWatched(Broken broken) throws Exception {
        try (var seat = new TerminalSession(folder, TerminalSession.fixture(), 80, 60)) {
            seat.start("--watch", "--only", "said", "--forks", "1");
            seat.waits("the end", "There are 2 weighings.*Watching: save the file");
            var source = seat.source();
            seat.look();
            broken.to(seat.file());
            if (broken == Broken.CUT || broken == Broken.TEXT) seat.waits("what is wrong", "does not compile");
            else LockSupport.parkNanos(500_000_000); // nothing is said, so nothing can be waited for
            seat.look();
            Files.deleteIfExists(seat.file());
            Files.writeString(seat.file(), source.replace("There are ", "Behold "));
            seat.waits("the chapter", "Behold 2 weighings.*Watching: save the file");
            seat.end("C-c", 130);
        }
    }

    @Test
    void thatIsClosedWhileAChildIsWeighed() throws Exception {
        try (var seat = weighing()) {
            seat.terminal.hangUp();
            Misfortune.isWhole(folder);
        }
    }

    /// Ctrl-Z, and `fg`: the shell can be used meanwhile.
    @Test
    void thatIsWantedForSomethingElse() throws Exception {
        try (var seat = weighing()) {
            seat.terminal.send("C-z");
            seat.terminal.await("the shell", () -> seat.terminal.lastLine().equals("ready$"));
            seat.terminal.type("echo $((6 * 7))");
            seat.terminal.send("Enter");
            seat.terminal.await("what the shell says", () -> seat.terminal.screen().contains("42\n"));
            seat.terminal.type("clear; fg; echo \"ended=$?\"");
            seat.terminal.send("Enter");
            seat.terminal.await("the chapter", () -> seat.terminal.lastLine().contains("77 tasks"));
            seat.terminal.send("C-c");
            seat.terminal.await("the end", () -> seat.terminal.screen().contains("ended=130\nready$"));
            seat.terminal.await("the end of all children", () -> seat.terminal.running().isEmpty());
        }
    }

    private TerminalSession weighing() throws IOException {
        var seat = new TerminalSession(folder, TerminalSession.fixture(), 80, 24);
        seat.begin("--only", "weighed", "--tasks", "77", "--forks", "1");
        seat.terminal.await("the child", () -> seat.terminal.running().size() == 2
            && seat.terminal.lastLine().startsWith(" starting 77 tasks "));
        return seat;
    }
}
