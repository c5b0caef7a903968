package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

import static memorytax.notebook.CellState.FRESH;
import static memorytax.notebook.CellState.IDLE;
import static memorytax.notebook.CellState.MEASURED;
import static memorytax.notebook.CellState.RUNNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/// A chapter whose cells are run in any order, and measured before that.
@Timeout(60)
class LiveAheadTest {
    private static final String SOURCE = """
        import java.util.concurrent.*; import memorytax.notebook.Prediction;
        /// # Live
        void main() { }
        /// ## Guess
        Prediction guess() { return Prediction.bytes(); }
        /// ## Weighed
        int weighed(Semaphore scale) throws Exception { scale.acquire(); return 20; }
        /// ## Drawn
        String drawn(int weighed, Prediction guess) { return weighed + " " + guess; }
        /// ## Weighed again
        int more(Semaphore scale, int weighed) throws Exception { scale.acquire(); return weighed + 1; }
        /// ## Verdict
        String verdict(int more) { return "it is " + more; }
        """;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Semaphore scale = new Semaphore(0), changed = new Semaphore(0);
    private final Ahead ahead = new Ahead(step -> step.takes(Semaphore.class), false);
    @TempDir
    private Path folder;
    private LiveRun live;

    @BeforeEach
    void open() throws Exception {
        var edition = new Edition(ChapterSource.read("chapter0", SOURCE), Fixture.compiled(SOURCE, folder));
        live = new LiveRun(new Run(edition, List.of(new Given<>(Semaphore.class, _ -> scale))), ahead, new Listener(),
            step -> step.takes(Semaphore.class), changed::release);
        ahead.tell(new AheadListener() {
            @Override
            public void awaited() {
                changed.release();
            }

            @Override
            public void changed() {
                changed.release();
            }
        });
        live.open(Map.of(), Set.of());
        ahead.turn(true);
    }

    @AfterEach
    void close() throws InterruptedException {
        live.close();
    }

    @Test
    void whatIsMeasuredAheadIsShownWhenItIsAskedFor() {
        scale.release(2);
        await("more", MEASURED);
        await("weighed", MEASURED);
        assertEquals(List.of(), said);
        live.run("more");
        await("verdict", FRESH);
        assertEquals(List.of("weighed 20", "more 21", "verdict it is 21"), said);
        assertEquals(0, scale.availablePermits());
    }

    @Test
    void whoAsksForWhatIsUnderWayHasItAndNobodyElseWaitsForIt() {
        await(_ -> ahead.measuring().equals("Weighed"));
        live.answer("guess", "2 KB");
        await("guess", FRESH); // what measures nothing is not kept waiting
        assertEquals("Weighed", ahead.measuring());
        live.run("weighed");
        await("weighed", RUNNING);
        scale.release();
        await("drawn", FRESH);
        assertEquals(0, scale.availablePermits(), "it was measured once");
    }

    @Test
    void whatIsStoppedIsNotMeasuredAheadEither() {
        await(_ -> ahead.measuring().equals("Weighed"));
        live.run("weighed");
        await(s -> s.get("weighed") == RUNNING && ahead.measuring().isEmpty());
        live.stop();
        await("weighed", IDLE);
        assertFalse(ahead.isBusy());
    }

    private void await(String step, CellState state) {
        await(states -> states.get(step) == state);
    }

    private void await(Predicate<Map<String, CellState>> such) {
        try {
            while (!such.test(live.states())) changed.acquire();
        } catch (InterruptedException e) {
            throw new AssertionError(live.states() + " " + said, e);
        }
    }

    private final class Listener implements Reader {
        @Override
        public void opening(Chapter chapter) { }

        @Override
        public void happened(Cell.Step step, StepOutcome happening) {
            if (happening instanceof StepOutcome.Result(Object value, var _)) said.add(step.name() + " " + value);
        }

        @Override
        public void closing() { }
    }
}
