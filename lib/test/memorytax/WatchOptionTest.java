package memorytax;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A reader saves the file, and the chapter follows: one conversation.
@ExtendWith(BrokenOff.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WatchOptionTest {
    private static final String WATCHING = "Watching: save the file, and the cells that your change affects run again";
    @TempDir
    private static Path folder;
    private static TerminalSession seat;
    private static String weighed;

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
    void allIsRunAndThenTheFileIsWatched() throws Exception {
        seat.start("--watch", "--forks", "1");
        seat.enter("1 KB", "Which");
        seat.enter("v", "In words.*There are 2 weighings.*" + WATCHING);
        weighed = seat.written("stepping/weighings.csv");
    }

    @Test
    @Order(2)
    void whatASaveTouchesIsRunAgainAndNothingElse() throws Exception {
        var said = saved("There are ", "Behold ", "In words.*Behold 2 weighings.*" + WATCHING);
        assertFalse(said.contains("Weigh them") || said.contains("Growth"), said);
        assertEquals(weighed, seat.written("stepping/weighings.csv"));
    }

    @Test
    @Order(3)
    void aSaveThatDoesNotCompileIsShownAndTheNextOneIsTaken() throws Exception {
        var said = saved("\"Behold \"", "Behold", "Your change does not compile.*" + WATCHING);
        assertTrue(said.contains("cannot find symbol"), said);
        seat.terminal.resize(200, 50);
        said = saved("Behold", "\"Look: \"", "In words.*Look: 2 weighings.*" + WATCHING);
        assertFalse(said.contains("compile"), said);
        assertEquals(weighed, seat.written("stepping/weighings.csv"));
        seat.longest(200);
    }

    @Test
    @Order(4)
    void keysGoOnWorkingAndCtrlCEndsIt() throws Exception {
        seat.press("l", "Growth .*▸ Are they few");
        seat.end("C-c", 130);
    }

    private static String saved(String from, String to, String expected) throws Exception {
        seat.look();
        seat.save(from, to);
        return seat.waits("what is touched", expected);
    }
}
