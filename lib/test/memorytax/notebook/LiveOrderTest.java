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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// What somebody wants done while a chapter's cells are run: it takes its turn with them.
@Timeout(60)
class LiveOrderTest {
    private static final String SOURCE = """
        import java.util.concurrent.*;
        /// # Live
        void main() { }
        /// ## Weighed
        int weighed(Semaphore scale) throws Exception { scale.acquire(); return 1; }
        """;
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Semaphore scale = new Semaphore(0);
    @TempDir
    private Path folder;
    private LiveRun live;

    @BeforeEach
    void open() throws Exception {
        var edition = new Edition(ChapterSource.read("chapter0", SOURCE), Fixture.compiled(SOURCE, folder));
        live = new LiveRun(new Run(edition, List.of(new Given<>(Semaphore.class, _ -> {
            heard.add("weighs");
            return scale;
        }))), new Ahead(_ -> false, false), new Listener(), step -> step.takes(Semaphore.class), () -> { });
        live.open(Map.of(), Set.of());
        hears("closing");
    }

    @AfterEach
    void close() throws InterruptedException {
        live.close();
    }

    @Test
    void neverRunsBesideAStep() throws InterruptedException {
        live.run("weighed");
        hears("weighs");
        live.between(new Order("order"));
        scale.release();
        hears("weighed 1", "order begins");
        live.run("weighed");
        scale.release(2);
        hears("order ends", "weighs", "weighed 1");
    }

    @Test
    void isEndedOrTakenBackWhenAllIsStopped() throws InterruptedException {
        live.between(new Order("first"));
        hears("first begins");
        live.between(new Order("second"));
        live.stop();
        hears("second is stopped", "first is stopped", "first ends");
        live.run("weighed");
        scale.release();
        hears("weighs", "weighed 1");
    }

    @Test
    void writesNothingWhenOnlyAnOrderWasRun() throws InterruptedException {
        live.between(new Order("order"));
        scale.release();
        hears("order begins", "order ends");
        scale.release();
        live.run("weighed");
        hears("weighs", "weighed 1", "closing");
    }

    private void hears(String... said) throws InterruptedException {
        for (var each : said) assertEquals(each, heard.take());
    }

    /// Waits for the scale, as a step does.
    private final class Order implements LiveOrder {
        private final String name;
        private final Semaphore stopped = new Semaphore(0);
        private boolean over;

        Order(String name) {
            this.name = name;
        }

        @Override
        public void run() {
            heard.add(name + " begins");
            while (!scale.tryAcquire() && !stopped.tryAcquire()) Thread.onSpinWait();
            over = true;
            heard.add(name + " ends");
        }

        @Override
        public void stop() {
            if (over) return;
            heard.add(name + " is stopped");
            stopped.release();
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
