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

import static memorytax.notebook.CellState.FRESH;
import static memorytax.notebook.CellState.IDLE;
import static memorytax.notebook.CellState.RUNNING;
import static memorytax.notebook.CellState.STALE;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// A chapter whose cells run programs in other languages: those change, and the chapter's own code does not.
@Timeout(60)
class LiveRunTouchTest {
    private static final String SOURCE = """
        import java.util.concurrent.*;
        /// # Live
        void main() { }
        /// ## Weighed
        int weighed(Semaphore scale) throws Exception { scale.acquire(); return 20; }
        /// ## Weighed again
        int more(Semaphore scale, int weighed) throws Exception { scale.acquire(); return weighed; }
        /// ## Verdict
        String verdict(int more) { return "it is " + more; }
        """;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Semaphore scale = new Semaphore(0), changed = new Semaphore(0);
    @TempDir
    private Path folder;
    private LiveRun live;

    @BeforeEach
    void open() throws Exception {
        var edition = new Edition(ChapterSource.read("chapter0", SOURCE), Fixture.compiled(SOURCE, folder));
        live = new LiveRun(new Run(edition, List.of(new Given<>(Semaphore.class, _ -> scale))),
            new Ahead(_ -> false, false), new Listener(),
            step -> step.takes(Semaphore.class), changed::release);
        live.open(Map.of(), Set.of());
    }

    @AfterEach
    void close() throws InterruptedException {
        live.close();
    }

    @Test
    void whatRunsTheProgramIsStaleAndWhatRestsOnIt() throws Exception {
        scale.release(2);
        live.run("more");
        await(FRESH, FRESH, FRESH);
        heard.clear();
        live.touch(Set.of("more"));
        await(FRESH, STALE, STALE);
        live.touch(Set.of("weighed"));
        await(STALE, STALE, STALE);
        while (heard.size() < 4) changed.acquire();
        assertEquals(List.of("changed", "forgotten [more, verdict]", "changed", "forgotten [weighed, more, verdict]"),
            heard);
    }

    /// Before the worker has heard of the change.
    @Test
    void whoRunsACellAtOnceGetsWhatItNeedsAnew() throws Exception {
        scale.release(4);
        live.run("more");
        await(FRESH, FRESH, FRESH);
        heard.clear();
        live.touch(Set.of("weighed"));
        live.run("more");
        await(FRESH, FRESH, FRESH);
        assertEquals(List.of("weighed 20", "more 20", "verdict it is 20"),
            heard.stream().filter(h -> h.contains("20")).toList());
    }

    @Test
    void whatRunsIsStopped() throws Exception {
        live.run("weighed");
        await(RUNNING, IDLE, IDLE);
        live.touch(Set.of("weighed"));
        await(IDLE, IDLE, IDLE);
    }

    private void await(CellState... expected) throws InterruptedException {
        while (!List.copyOf(live.states().values()).equals(List.of(expected))) changed.acquire();
    }

    private final class Listener implements Reader {
        @Override
        public void opening(Chapter chapter) { }

        @Override
        public void changed(Chapter chapter) {
            heard.add("changed");
        }

        @Override
        public void forgotten(Set<String> cells) {
            heard.add("forgotten " + cells);
        }

        @Override
        public void happened(Cell.Step step, StepOutcome happening) {
            if (happening instanceof StepOutcome.Result(Object value, var _)) heard.add(step.name() + " " + value);
        }

        @Override
        public void closing() { }
    }
}
