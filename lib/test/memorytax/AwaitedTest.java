package memorytax;

import memorytax.child.Gate;
import memorytax.child.Median;
import memorytax.child.kit.Waiting;
import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Weighings;
import memorytax.peers.Toolchains;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.LockSupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What chapter 1 says of waits holds in a small run as well: which wait costs more, and that the ranking turns.
@Weighs
class AwaitedTest {
    private static final String GO = "goroutines (own queue)", PYTHON = "asyncio tasks (own queue)";
    private static Steps chapter;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(1);
    }

    @Test
    void withAQueueEachAnAsyncioTaskCostsMoreThanAGoroutine() {
        var weighed = scale(2, 1_000, 10_000).sizes().go("goroutines", "chapter1.go").go(GO, "chapter1.go")
            .python("asyncio tasks", "chapter1.py").python(PYTHON, "chapter1.py").weigh();
        assumeTrue(weighed.here(GO) && weighed.here(PYTHON), "Go and Python are needed");
        assertTrue(resident(weighed, PYTHON) > 2 * resident(weighed, "asyncio tasks"), weighed.toString());
        assertTrue(resident(weighed, PYTHON) < 10 * resident(weighed, "asyncio tasks"), weighed.toString());
        assertTrue(resident(weighed, GO) < 1.3 * resident(weighed, "goroutines"), weighed.toString());
        assertEquals("goroutines", weighed.dearest(List.of("goroutines", "asyncio tasks")), weighed.toString());
        assertEquals(PYTHON, weighed.dearest(List.of(GO, PYTHON)), weighed.toString());
    }

    /// Of three processes, because any one may have thrown compiled code away just before: of what is left then, tasks
    /// wait in frames of the interpreter.
    @Test
    void aVirtualThreadKeepsMoreTheDeeperItsWaitBlocks() {
        var weighed = scale(3, 1_000, 10_000).sizes()
            .java("parked", n -> Waiting.of(n, () -> LockSupport.park())).warmed()
            .java("gate", n -> gate(n)).warmed()
            .java("own queue", n -> Waiting.of(n, () -> new ArrayBlockingQueue<>(1).take())).warmed().weigh();
        double parked = live(weighed, "parked"), gate = live(weighed, "gate"), queue = live(weighed, "own queue");
        assertTrue(300 < parked && parked < gate && gate < queue && queue < 3_000, weighed.toString());
    }

    /// Most of them run the same code, compiled: none of their tasks waits in frames of the interpreter.
    @Test
    void warmedProcessesAgreeAboutWhatIsLive() {
        var weighed = scale(5, 10_000).sizes().java("gate", n -> gate(n)).warmed().weigh();
        long least = weighed.all().stream().mapToLong(w -> w.live().orElseThrow()).min().orElseThrow();
        assertTrue(live(weighed, "gate", 10_000) - least < 100 * 10_000, weighed.all().toString());
    }

    /// Those too that a quick run leaves out.
    @Test
    void everyLoadOfTheChapterWaits() throws Exception {
        var own = (Weighings) chapter.run("awaited", Effort.quick(1, 500));
        assertWeighed(own);
        assertEquals(3, own.contenders().stream().filter(c -> c.name().endsWith("(own queue)")).count());
        assertWeighed(scale(1, 500).sizes().go("goroutines (nothing)", "chapter1.go")
            .go("goroutines (timer)", "chapter1.go").go("goroutines (queue or context)", "chapter1.go")
            .python("asyncio tasks (nothing)", "chapter1.py").python("asyncio tasks (timer)", "chapter1.py")
            .java("timer", n -> Waiting.of(n, () -> Thread.sleep(Duration.ofHours(1)))).warmed().weigh());
    }

    @Test
    void whatDoesNotWaitIsNotWeighed() {
        var weighed = scale(1, 500).sizes().java("hasty", n -> Waiting.of(n, () -> { })).weigh();
        assertTrue(weighed.all().getFirst().outcome() instanceof Outcome.Failed(String why, var _)
            && why.contains("does not wait"), weighed.all().toString());
    }

    private static void assertWeighed(Weighings weighed) {
        for (var w : weighed.all()) {
            if (w.outcome() instanceof Outcome.Skipped(String why) && why.startsWith("no ")) continue; // no Go here
            assertTrue(w.here(), w.toString());
        }
    }

    /// The gate of the chapter.
    private static Gate gate(int tasks) throws Exception {
        var gate = new Gate(tasks);
        for (int i = 0; i < tasks; i++)
            Thread.startVirtualThread(() -> {
                gate.here();
                gate.await();
            });
        return gate.full();
    }

    private static double resident(Weighings weighed, String contender) {
        return weighed.slope(contender).orElseThrow(() -> new AssertionError(weighed.toString())).value();
    }

    /// One more task, from the medians of two sizes.
    private static double live(Weighings weighed, String contender) {
        return (live(weighed, contender, 10_000) - live(weighed, contender, 1_000)) / 9_000;
    }

    private static double live(Weighings weighed, String contender, int tasks) {
        return Median.of(weighed.all().stream()
            .filter(w -> w.contender().name().startsWith(contender) && w.tasks() == tasks)
            .mapToDouble(w -> w.live().orElseThrow(() -> new AssertionError(w.toString()))).toArray());
    }

    private static Scale scale(int forks, Integer... tasks) {
        return new Scale(Effort.quick(forks, tasks), Toolchains.beside(chapter.chapter()),
            Progress.SILENT, Archive.NONE, "awaited");
    }
}
