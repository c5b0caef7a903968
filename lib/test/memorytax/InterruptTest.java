package memorytax;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Ctrl-C, whenever it comes, leaves a terminal that can be used, and no process.
@ExtendWith(BrokenOff.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InterruptTest {
    @TempDir
    private static Path folder;
    private static TerminalSession seat;

    @BeforeAll
    static void begin() throws Exception {
        seat = new TerminalSession(folder, TerminalSession.fixture(), 80, 24);
    }

    @AfterAll
    static void end() throws Exception {
        if (seat != null) seat.close();
    }

    @Test
    @Order(1)
    void endsTheChapterAtAQuestion() throws Exception {
        seat.start("--only", "perTask");
        assertEquals(" your guess ▸", seat.prompt());
        seat.terminal.type("half an ans");
        seat.terminal.await("what is typed", screen -> screen.contains(" ▸ half an ans"));
        seat.end("C-c", 130);
    }

    /// Keys that are pressed meanwhile are not seen, and belong to nobody. The bar says which stage the process is in.
    @Test
    @Order(2)
    void endsTheChapterWhileAChildIsWeighed() throws Exception {
        seat.begin("--only", "weighed", "--tasks", "77", "--forks", "1");
        seat.terminal.await("the child",
            () -> seat.terminal.running().size() == 2 && seat.terminal.lastLine().contains("MB")
                && seat.terminal.lastLine().startsWith(" starting 77 tasks "));
        assertTrue(seat.terminal.screen().contains("0/1  virtual threads × 77, fork 1\n"), seat.terminal.screen());
        seat.terminal.type("echo seen");
        seat.end("C-c", 130);
        assertFalse(seat.terminal.screen().contains("seen"), seat.terminal.screen());
    }

    @Test
    @Order(3)
    void belongsToTheEditorWhileThatIsOpen() throws Exception {
        seat.start("--only", "perTask");
        seat.enter("", "You passed");
        seat.editor("trap 'echo that was for me; exit 1' INT\necho edits\nwhile :; do sleep 1; done");
        seat.look();
        seat.terminal.send("e");
        seat.terminal.await("the editor", screen -> screen.contains("\nedits\n"));
        seat.terminal.send("C-c");
        seat.waits("the prompt again", "that was for me");
        assertTrue(seat.prompt().startsWith(" ⏎ done  r again  e edit"), seat.prompt());
    }

    @Test
    @Order(4)
    void belongsToJShellWhileThatIsOpen() {
        seat.press("j", "takes you back");
        seat.terminal.type("while (true) ");
        seat.terminal.await("what is typed", screen -> screen.contains("stepping> while (true)"));
        seat.terminal.send("C-c");
        seat.enter("6 * 7", "==> 42");
        seat.look();
        seat.terminal.type("{ System.out.println(\"long\"); Thread.sleep(Duration.ofHours(1)); }");
        seat.terminal.send("Enter");
        seat.terminal.await("a snippet that sleeps", screen -> screen.contains("\nlong\n"));
        seat.terminal.send("C-c");
        seat.waits("JShell's prompt", "sleep interrupted");
        seat.look();
        seat.terminal.type("scale(77).sizes(1).java(\"mine\", n -> waiting(n)).weigh()");
        seat.terminal.send("Enter");
        seat.terminal.await("the child", () -> seat.terminal.running().size() == 2);
        seat.terminal.send("C-c");
        seat.waits("JShell's prompt", "the run was interrupted");
        seat.terminal.await("the end of the child", () -> seat.terminal.running().size() == 1);
        seat.enter("/exit", "/exit");
        assertTrue(seat.prompt().startsWith(" ⏎ done  r again  e edit"), seat.prompt());
    }

    @Test
    @Order(5)
    void endsTheChapterAtItsLastPrompt() throws Exception {
        seat.end("C-c", 130);
    }

    /// A terminal without the chapter's file has nothing to edit.
    @Test
    @Order(6)
    void endsTheChapterAtAnyPrompt() throws Exception {
        Files.move(seat.file(), folder.resolve("another.java"));
        seat.start();
        assertEquals(" ⏎ next  j jshell  l list  g terms  / find  a all  q quit", seat.prompt());
        seat.press("Enter", "How much");
        seat.enter("", "You passed");
        seat.end("C-c", 130);
    }

    @Test
    @Order(7)
    void endsTheChapterBeforeItBegins() throws Exception {
        seat.start();
        assertEquals(" ⏎ continue there  s start over", seat.prompt());
        seat.end("C-c", 130);
    }

    @Test
    @Order(8)
    void endsTheChapterWhereItAsksWithWhatToRunAgain() throws Exception {
        seat.start("--only", "weighed", "--forks", "1", "--tasks", "50");
        seat.press("r", "press Enter to run it as before");
        assertEquals(" again with ▸", seat.prompt());
        seat.end("C-c", 130);
    }
}
