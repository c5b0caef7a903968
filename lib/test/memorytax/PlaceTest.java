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

/// A reader leaves half way, and comes back: one conversation.
@ExtendWith(BrokenOff.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlaceTest {
    @TempDir
    private static Path folder;
    private static TerminalSession seat;
    private static String weighed;

    @BeforeAll
    static void begin() throws Exception {
        seat = new TerminalSession(folder, TerminalSession.fixture(), 200, 50);
    }

    @AfterAll
    static void end() throws Exception {
        if (seat != null) seat.close();
    }

    @Test
    @Order(1)
    void aLargeScreenShowsWhatFitsAndAsksAtOnce() throws Exception {
        var said = seat.start("--forks", "1");
        assertTrue(said.contains(" The load ───") && said.contains(" How much? ───"), said);
        assertEquals(" your guess ▸", seat.prompt());
        assertTrue(seat.longest(200) > 0);
    }

    @Test
    @Order(2)
    void whoQuitsLeavesAPlace() throws Exception {
        seat.enter("2k", "Your guess: 2 KB");
        seat.press("Enter", "Which");
        seat.enter("2", "Your guess: goroutines");
        seat.press("Enter", "Weigh them.*contender.*virtual threads .* 200 ");
        weighed = seat.written("stepping/weighings.csv");
        seat.terminal.resize(80, 24);
        seat.press("Enter", "Growth.*One process per point");
        seat.longest(200);
        seat.end("q", 0);
        assertTrue(seat.written("notes.properties").contains("stepping.place=said"), seat.written("notes.properties"));
        var end = seat.terminal.screen();
        assertTrue(end.contains(" Go on:   ./jbang stepping   at \"In words\", 6 of 9"), end);
        assertFalse(end.contains("Next:"), end);
    }

    @Test
    @Order(3)
    void theNextStartGoesOnThereAndMeasuresNothingAgain() throws Exception {
        seat.start("--forks", "1");
        var asked = seat.terminal.screen();
        assertTrue(asked.contains(" You stopped before In words, 6 of 9."), asked);
        assertEquals(" ⏎ continue there  s start over", seat.prompt());
        var said = seat.press("Enter", "In words.*There are 2 weighings");
        assertFalse(said.contains("Weigh them") || said.contains("Growth ─"), said);
        seat.press("Enter", "You and the scale.*You said 2 KB");
        assertEquals(weighed, seat.written("stepping/weighings.csv"));
        seat.longest(80);
    }

    @Test
    @Order(4)
    void whoTurnsBackFromThereSeesOnlyWhatWasRead() throws Exception {
        seat.press("b", "In words.*There are 2 weighings");
        assertEquals(weighed, seat.written("stepping/weighings.csv"));
        seat.end("q", 0);
    }

    @Test
    @Order(5)
    void whatIsDamagedIsNamedAndMeasuredAgain() throws Exception {
        Files.writeString(folder.resolve("out/stepping/weighings.csv"), weighed.replace("tasks=", "several="));
        seat.start("--forks", "1");
        var said = seat.press("Enter", "In words.*There are 2 weighings").replace('\n', ' ');
        assertTrue(said.contains(" The earlier cells are measured again: out/stepping/weighings.csv, row 1: params "),
            said);
        assertEquals(weighed.lines().count(), seat.written("stepping/weighings.csv").lines().count());
        assertFalse(seat.written("stepping/weighings.csv").contains("several="));
        seat.longest(80);
        seat.end("q", 0);
    }

    @Test
    @Order(6)
    void whoStartsOverKeepsTheAnswers() throws Exception {
        seat.start("--forks", "1");
        seat.press("s", "A chapter to be read with the keys");
        seat.press("Enter", "The load");
        seat.press("Enter", "How much.*press Enter to keep 2 KB");
        seat.enter("", "Your guess: 2 KB");
        seat.end("q", 0);
    }

    @Test
    @Order(7)
    void whoLeavesAtAQuestionComesBackToIt() throws Exception {
        seat.start("--forks", "1");
        seat.press("s", "A chapter to be read with the keys");
        seat.press("Enter", "The load");
        seat.press("Enter", "How much.*, q to quit");
        seat.terminal.type("q");
        seat.end("Enter", 0);
        var notes = seat.written("notes.properties");
        assertTrue(notes.contains("stepping.place=perTask"), notes);
        assertTrue(seat.terminal.screen().contains(" Go on:   ./jbang stepping   at \"How much?\", 2 of 9"),
            seat.terminal.screen());
    }

    /// Whoever goes to a cell ahead comes back to that cell, and what was skipped is not measured meanwhile.
    @Test
    @Order(8)
    void whoHasGoneAheadComesBackThere() throws Exception {
        seat.start("--forks", "1");
        seat.press("s", "A chapter to be read with the keys");
        seat.press("Enter", "The load");
        Files.delete(folder.resolve("out/stepping/weighings.csv"));
        seat.press("/", "Type words to find");
        var said = seat.enter("areFew", "Are they few.*yours to solve");
        assertTrue(said.contains(" 7 cells are skipped, and not run: l lists them\n"), said);
        assertFalse(Files.exists(folder.resolve("out/stepping/weighings.csv")), "nothing was weighed");
        seat.press("b", "The load");
        said = seat.enter("6", "In words.*There are 2 weighings");
        assertTrue(said.contains(" First, because that cell needs it: Weigh them\n"), said);
        seat.end("q", 0);
        var notes = seat.written("notes.properties");
        assertTrue(notes.contains("stepping.place=youAndTheScale")
            && notes.contains("stepping.skipped=dearer,few,growth,perTask,youAndTheScale"), notes);
        seat.start("--forks", "1");
        seat.press("Enter", "How much.*press Enter to keep 2 KB");
        said = seat.enter("", "You and the scale.*You said 2 KB");
        assertFalse(said.contains("Growth ─"), said);
        said = seat.press("l", "– skipped, and not run");
        assertTrue(said.contains(" 3 – Which?") && said.contains(" 5 – Growth"), said);
        seat.end("q", 0);
    }

    @Test
    @Order(9)
    void resetForgets() throws Exception {
        seat.begin("--reset");
        assertEquals(0, seat.terminal.exit());
        var said = seat.terminal.screen();
        assertTrue(said.contains("stepping: your answers, your place and your exercises are deleted from the notes"),
            said);
        assertFalse(seat.written("notes.properties").contains("stepping."));
        seat.start("--only", "perTask");
        assertTrue(seat.terminal.screen().contains("; press Enter to pass"), seat.terminal.screen());
    }
}
