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
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A reader goes through a chapter with the keys, from its first cell to its last: one conversation.
@ExtendWith(BrokenOff.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SteppingTest {
    private static final String KEYS = " ⏎ next  b back  r again  e edit  j jshell  l list  g terms  a all  q quit";
    @TempDir
    private static Path folder;
    private static TerminalSession seat;

    /// The last row without those keys that it can do without where it is narrow.
    private static String keys() {
        return seat.prompt().replace("  p previous", "").replace("  / find", "").replaceFirst("  \\?$", "");
    }

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
    void thereIsNoWayBackFromTheFirstCellAndNothingToRunInAnExhibit() throws Exception {
        var said = seat.start("--forks", "1");
        assertTrue(said.contains("\n Small steps\n") && said.contains(" The load ───"), said);
        assertEquals(" ⏎ next  e edit  j jshell  l list  g terms  / find  a all  q quit", seat.prompt());
    }

    @Test
    @Order(2)
    void aBadAnswerIsALineAndTheQuestionComesAgain() {
        seat.press("Enter", "How much.*bytes, like 800 B or 1.5 KB; press Enter to pass");
        assertEquals(" your guess ▸", seat.prompt());
        var said = seat.enter("many", "many");
        assertEquals(" \"many\" is not an answer here; allowed: more than zero bytes, like 800 B or\n 1.5 KB",
            said.replaceFirst(" your guess ▸ many\n", ""));
        seat.enter("1 KB", "Your guess: 1 KB");
        assertEquals(KEYS, keys());
    }

    @Test
    @Order(3)
    void enterAlonePasses() {
        seat.press("Enter", "Which.*1 virtual threads, 2 goroutines; press Enter to pass");
        seat.enter("", "You passed");
    }

    @Test
    @Order(4)
    void aStepIsWeighedAndTheNextDrawsIt() throws Exception {
        seat.press("Enter", "Weigh them.*contender.*virtual threads .* 200 ");
        assertEquals(KEYS, keys());
        assertEquals(3, seat.written("stepping/weighings.csv").lines().count());
        assertTrue(seat.written("stepping/machine.csv").endsWith("live,no\n"), seat.written("stepping/machine.csv"));
        seat.press("Enter", "Growth.*● virtual threads.*One process per point.*A picture of it");
    }

    @Test
    @Order(5)
    void backShowsTheResultAgainAndRunsNothing() throws Exception {
        var weighed = seat.written("stepping/weighings.csv");
        seat.press("b", "Weigh them.*contender.*virtual threads .* 200 ");
        seat.press("b", "Which.*You passed");
        seat.press("Enter", "Weigh them.*contender.*virtual threads .* 200 ");
        assertEquals(weighed, seat.written("stepping/weighings.csv"));
    }

    @Test
    @Order(6)
    void againTakesOtherNumbersAndSaysWhatItDoesNotUnderstand() throws Exception {
        seat.press("r", "Type tasks=1000,5000 or forks=7 or both; press Enter");
        assertEquals(" again with ▸", seat.prompt());
        var said = seat.enter("forks=2 task=100", "task=100");
        assertEquals(" again with ▸ forks=2 task=100\n"
            + " \"task=100\" is not allowed; allowed: tasks=N,N… and forks=N", said);
        seat.enter("forks=0", "forks: \"0\" is not a whole number from 1 to 100");
        seat.enter("forks=2 tasks=100,300", "Weigh them.*virtual threads .* 300 ");
        var rows = seat.written("stepping/weighings.csv").lines().skip(1).toList();
        assertEquals(4, rows.size(), "two sizes, two forks: " + rows);
    }

    @Test
    @Order(7)
    void afterTheWindowGrewLinesAreAsWideAsItIs() {
        assertTrue(seat.longest(80) > 70);
        seat.terminal.resize(200, 50);
        seat.press("Enter", "Growth.* 300\n");
        assertTrue(seat.longest(200) > 80, "a chart takes the room that there is");
        seat.press("Enter", "In words.*There are 4 weighings");
    }

    @Test
    @Order(8)
    void theListSaysWhatIsReadAndWhereOneIs() {
        var said = seat.press("l", "areFew");
        for (var line : List.of(" 1 ✓ The load ", " 5 ✓ Growth ", " 6 ▸ In words ", " 7   You and "))
            assertTrue(said.contains("\n " + line), line + " is not in " + said);
        assertEquals(KEYS, keys());
    }

    @Test
    @Order(9)
    void theTermsOfTheCellComeBeforeThoseOfEarlierCells() {
        seat.press("g", "from earlier cells.* slope  .*workbook --glossary");
        assertEquals(KEYS, keys());
    }

    @Test
    @Order(10)
    void whatIsTypedIsFoundOrGoneBackTo() {
        seat.press("/", "Type words to find");
        var said = seat.enter("GROWTH", "/ find|Growth");
        assertTrue(said.contains("  5 ✓ Growth"), said);
        assertEquals(KEYS, keys());
        seat.press("/", "Type words to find");
        seat.enter("5", "Growth ─.* 300\n");
        seat.press("Enter", "In words.*There are 4 weighings");
        assertEquals(KEYS, keys());
    }

    @Test
    @Order(11)
    void anEditorThatChangesNothingLeadsBackToThePrompt() throws Exception {
        seat.editor("echo \"the editor, $(stty -a | grep -ow -e '-*echo' -e '-*icanon' | xargs)\"");
        seat.press("e", "the editor, (echo icanon|icanon echo)\n");
        assertEquals(KEYS, keys());
    }

    @Test
    @Order(12)
    void whatAnEditTouchesIsRunAgainAndNothingElse() throws Exception {
        var weighed = seat.written("stepping/weighings.csv");
        seat.editor("sed -i 's/\"There are \"/\"Behold \"/' $1");
        var said = seat.press("e", "In words.*Behold 4 weighings");
        assertFalse(said.contains("Weigh them") || said.contains("Growth"), said);
        assertEquals(weighed, seat.written("stepping/weighings.csv"));
    }

    @Test
    @Order(13)
    void whatDoesNotCompileIsShownInPlaceAndNothingIsLost() throws Exception {
        seat.editor("sed -i 's/\"Behold \"/Behold/' $1");
        var said = seat.press("e", "Your change does not compile");
        for (var part : List.of("stepping.java:", "cannot find symbol", "return Behold + "))
            assertTrue(said.contains(part), part + " is not in " + said);
        assertEquals(KEYS, keys());
        seat.press("b", "Growth.* 300\n");
        seat.press("Enter", "In words.*Behold 4 weighings");
        seat.editor("sed -i 's/Behold/\"There are \"/' $1");
        seat.press("e", "In words.*There are 4 weighings");
    }

    @Test
    @Order(14)
    void jshellHasTheResultsAndWeighsTheLoads() {
        seat.press("j", "are\\s+variables: perTask, dearer, weighed, growth,\\s+said\\.");
        seat.enter("said.length() + weighed.all().size()", "==> 26");
        seat.enter("scale(50).sizes(1).java(\"mine\", n -> waiting(n)).weigh().all().size()", "==> 3");
        seat.enter("/exit", "/exit");
        assertEquals(KEYS, keys());
        assertTrue(seat.terminal.stty().containsAll(List.of("-echo", "-icanon")), "keys do not land in the picture");
    }

    @Test
    @Order(15)
    void anExerciseIsTriedOnRequest() throws Exception {
        seat.press("Enter", "You and the scale.*You said 1 KB");
        seat.press("Enter", "Are they few.*yours to solve");
        assertEquals(" ⏎ done  b back  r try  e edit  j jshell  l list  g terms  q quit", keys());
        seat.press("r", "○ as it came.*It is meant to fail: now edit it.*10\\d more threads, and 20 is the limit");
        assertEquals(" ⏎ done  b back  r try  e edit  j jshell  h hint  s solution  l list  g terms  q quit", keys());
        assertFalse(seat.written("notes.properties").contains("stepping.exercise"), "nothing was tried yet");
    }

    @Test
    @Order(16)
    void hintsComeOneAtATimeAndThenNoMore() {
        seat.press("h", "Hint 1 of 3.*The first hint");
        seat.press("h", "Hint 2 of 3.*The second hint");
        assertTrue(seat.prompt().contains("  h hint  s solution  "), seat.prompt());
        seat.press("h", "Hint 3 of 3.*The third hint");
        assertTrue(seat.prompt().contains("  j jshell  s solution  "), seat.prompt());
    }

    @Test
    @Order(17)
    void theSolutionIsShownToWhoAsksTwice() {
        var said = seat.press("s", "Ask again, and you will see");
        assertFalse(said.contains("post.deliver"), said);
        seat.press("s", "Nobody waits.*post.deliver.task, letter -> post.answer");
    }

    @Test
    @Order(18)
    void anAttemptThatFailsSaysByHowMuchAndWhatToLookAt() throws Exception {
        seat.editor("sed -i 's/post.answer(task, letter.join())/"
            + "letter.thenAccept(l -> post.answer(task, l)).join()/' $1");
        seat.press("e", "✗ not yet.*10\\d more threads, and 20 is the limit.*"
            + "Look at how often the method starts a thread");
        assertTrue(seat.written("notes.properties").contains("stepping.exercise.areFew=tried"));
    }

    @Test
    @Order(19)
    void theSolutionInTheReadersPlaceSolvesItAndIsExplained() throws Exception {
        seat.editor("""
            sed -i -e '/Thread.ofPlatform/,/^        });/d' -e \
            's/int task = i;/int task = i; post.deliver(task, letter -> post.answer(task, letter));/' $1""");
        seat.press("e", "Yours: few threads.*post.deliver.*Are they few.*✓ solved.*"
            + "Your method passes.*Nobody waits.*The thread that delivers.*"
            + "What it costs, where you meet it, and our code: the key s");
        assertFalse(seat.prompt().contains("h hint"), seat.prompt());
        seat.longest(200);
    }

    @Test
    @Order(20)
    void theEndLeavesTheTerminalAsItWas() throws Exception {
        seat.end("q", 0);
        assertTrue(seat.terminal.screen().contains("\n Written: out/stepping.html, "), seat.terminal.screen());
        assertTrue(seat.written("notes.properties").contains("stepping.exercise.areFew=solved"));
    }
}
