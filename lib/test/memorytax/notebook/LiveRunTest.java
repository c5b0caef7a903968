package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

import static memorytax.notebook.CellState.ASKS;
import static memorytax.notebook.CellState.BLOCKED;
import static memorytax.notebook.CellState.FAILED;
import static memorytax.notebook.CellState.FRESH;
import static memorytax.notebook.CellState.IDLE;
import static memorytax.notebook.CellState.RUNNING;
import static memorytax.notebook.CellState.STALE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter whose cells are run in any order.
@Timeout(60)
class LiveRunTest {
    private static final String SOURCE = """
        import java.util.concurrent.*; import memorytax.notebook.Prediction;
        /// # Live
        void main() { }
        static int twice(int n) { return 2 * n; }
        /// ## Free
        int free() { return twice(1); }
        /// ## Guess
        Prediction guess() { return Prediction.bytes(); }
        /// ## Weighed
        int weighed(Semaphore scale) throws Exception { scale.acquire(); return twice(10); }
        /// ## Drawn
        String drawn(int weighed, Prediction guess) { return weighed + " " + guess; }
        /// ## Weighed again
        int more(Semaphore scale, int weighed) throws Exception { scale.acquire(); return weighed; }
        /// ## Verdict
        String verdict(int more) { return "it is " + more; }
        """;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Semaphore scale = new Semaphore(0);
    private final Semaphore changed = new Semaphore(0);
    @TempDir
    private Path folder;
    private Edition edition;
    private LiveRun live;

    @BeforeEach
    void open() throws Exception {
        edition = new Edition(ChapterSource.read("chapter0", SOURCE), Fixture.compiled(SOURCE, folder));
        live = new LiveRun(new Run(edition, List.of(new Given<>(Semaphore.class, _ -> scale))),
            new Ahead(_ -> false, false), new Listener(), step -> step.takes(Semaphore.class), changed::release);
    }

    @AfterEach
    void close() throws InterruptedException {
        live.close();
    }

    @Test
    void runsByItselfWhatCostsNothing() {
        live.open(Map.of(), Set.of());
        await("free", FRESH);
        assertEquals(List.of(FRESH, ASKS, IDLE, IDLE, IDLE, IDLE), List.copyOf(live.states().values()));
    }

    @Test
    void measuresOnlyWhatIsAskedForAndWhatThatNeeds() {
        scale.release(2);
        live.open(Map.of(), Set.of());
        live.run("more");
        await("verdict", FRESH);
        assertEquals(ASKS, live.states().get("guess"));
        assertEquals(IDLE, live.states().get("drawn"));
        assertEquals(List.of("weighed 20", "more 20", "verdict it is 20"), said("free"));
    }

    @Test
    void waitsForAnAnswerAndThenGoesOn() {
        scale.release();
        live.open(Map.of(), Set.of());
        live.run("weighed");
        await("weighed", FRESH);
        var refused = assertThrows(IllegalStateException.class, () -> live.run("drawn"));
        assertEquals("first answer “Guess”, or pass", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> live.answer("guess", "a lot"));
        assertEquals(ASKS, live.states().get("guess"));
        live.answer("guess", "2 KB");
        await("drawn", FRESH);
        live.answer("guess", "");
        await(s -> heard().contains("drawn 20 passed"));
        assertEquals(List.of("weighed 20", "guess 2 KB", "drawn 20 2 KB", "guess passed", "drawn 20 passed"),
            said("free"));
    }

    @Test
    void takesWhatIsKnownFromAnEarlierRun() {
        scale.release();
        live.open(Map.of("guess", Prediction.bytes().answered("3 KB").named("guess")), Set.of("weighed"));
        await("drawn", FRESH);
        assertEquals(IDLE, live.states().get("more"));
    }

    @Test
    void whatIsStoppedHasNotHappened() {
        live.open(Map.of(), Set.of());
        live.run("more");
        await("weighed", RUNNING);
        live.stop();
        await("weighed", IDLE);
        assertEquals(IDLE, live.states().get("more"));
        assertEquals(List.of(), said("free"));
        scale.release();
        live.run("weighed");
        await("weighed", FRESH);
    }

    @Test
    void aResultStaysWhereItsNextRunIsStopped() {
        scale.release(2);
        live.open(Map.of(), Set.of());
        live.run("more");
        await("verdict", FRESH);
        live.run("weighed");
        await("weighed", RUNNING);
        live.stop();
        await("weighed", FRESH);
        assertEquals(FRESH, live.states().get("more"));
        assertEquals(FRESH, live.states().get("verdict"));
    }

    @Test
    void whatRestsOnANewResultIsStale() {
        scale.release(3);
        live.open(Map.of(), Set.of());
        live.run("more");
        await("verdict", FRESH);
        live.run("weighed");
        await(s -> said("free").size() == 4 && s.get("weighed") == FRESH);
        assertEquals(STALE, live.states().get("more"));
        assertEquals(STALE, live.states().get("verdict"));
    }

    @Test
    void anEditRunsAgainWhatCostsNothingAndMakesTheRestStale() throws Exception {
        scale.release();
        live.open(Map.of("guess", Prediction.bytes().answered("3 KB").named("guess")), Set.of("weighed"));
        await("drawn", FRESH);
        live.take(edited("2 * n", "3 * n"));
        await("weighed", STALE);
        await(s -> said().contains("free 3"));
        assertEquals(STALE, live.states().get("drawn"));
        scale.release();
        live.run("weighed");
        await(s -> said().contains("drawn 30 3 KB"));
    }

    @Test
    void anEditOfWhatRunsStopsIt() throws Exception {
        live.open(Map.of(), Set.of());
        live.run("weighed");
        await("weighed", RUNNING);
        live.take(edited("2 * n", "3 * n"));
        await("weighed", IDLE);
        assertFalse(said().stream().anyMatch(s -> s.startsWith("weighed")), said().toString());
    }

    @Test
    void aFailureIsSaidAndBlocksWhatNeedsIt() throws Exception {
        scale.release(2);
        live.open(Map.of(), Set.of());
        await("free", FRESH);
        live.take(edited("return twice(10)", "if (true) throw new Exception(); return twice(10)"));
        live.run("more");
        await("weighed", FAILED);
        await("more", BLOCKED);
        live.take(edited("return weighed;", "return weighed + 1;"));
        scale.release();
        live.run("more");
        await("verdict", FRESH);
    }

    @Test
    void writesWhenNothingIsLeftToDo() {
        live.open(Map.of(), Set.of());
        await(_ -> heard().contains("closing"));
        assertTrue(heard().indexOf("free 2") < heard().indexOf("closing"));
        assertThrows(IllegalArgumentException.class, () -> live.run("nowhere"));
    }

    private Edition edited(String old, String now) throws Exception {
        var source = SOURCE.replace(old, now);
        assertFalse(source.equals(SOURCE));
        var file = Files.writeString(folder.resolve("chapter0.java"), source);
        return edition.now(file);
    }

    private List<String> heard() {
        return List.copyOf(heard);
    }

    /// The results, in the order in which they came.
    private List<String> said(String... without) {
        return heard().stream().filter(h -> !h.equals("closing") && List.of(without).stream().noneMatch(h::startsWith))
            .toList();
    }

    private void await(String step, CellState state) {
        await(states -> states.get(step) == state);
    }

    private void await(Predicate<Map<String, CellState>> such) {
        try {
            while (!such.test(live.states())) changed.acquire();
        } catch (InterruptedException e) {
            throw new AssertionError(live.states() + " " + heard(), e);
        }
    }

    private final class Listener implements Reader {
        @Override
        public void opening(Chapter chapter) { }

        @Override
        public void happened(Cell.Step step, StepOutcome happening) {
            if (happening instanceof StepOutcome.Result(Object value, var _)) heard.add(step.name() + " " + value);
        }

        @Override
        public void closing() {
            heard.add("closing");
        }

    }
}
