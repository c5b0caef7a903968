package memorytax;

import memorytax.claim.Bound;
import memorytax.claim.Measured;
import memorytax.scale.Effort;
import memorytax.scale.Outcome;
import memorytax.scale.Watched;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What chapter 4 says of bounds holds in a smaller burst as well.
class WorkerPoolsTest {
    @TempDir
    private static Path folder;
    private static Steps chapter;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(4, folder);
    }

    @Test
    void aBoundIsKeptAndTakesFromThePeakWhereTheHeapFollowsTheNeed() throws Exception {
        var burst = run("burst", Effort.quick(1, 10_000));
        var bound = Bound.of("workers", "most_at_once", burst.told());
        assertEquals(Optional.of(true), bound.kept(), bound.toString());
        assertTrue(bound.free().stream().allMatch(r -> r.most() > 512), bound.toString());
        assumeTrue(burst.here("goroutines, workers") && burst.here("asyncio tasks, workers"),
            "Go and Python are needed");
        for (var language : List.of("goroutines", "asyncio tasks")) {
            double some = Measured.peak(burst.with("workers", 512), language + ", workers").orElseThrow().value();
            double all = Measured.peak(burst, language + ", one each").orElseThrow().value();
            assertTrue(1 << 20 < some && some < all, language + ": " + some + " of " + all);
        }
    }

    @Test
    void whereMemoryIsShortABoundIsWhatKeepsAProcessAlive() throws Exception {
        var slow = run("slowDay", Effort.quick(1));
        assertEquals(List.of("virtual threads, one each: failed", "virtual threads, semaphore: ok"),
            slow.traces().stream().map(t -> t.contender().name() + ": "
                + (t.outcome() instanceof Outcome.Failed ? "failed" : t.outcome())).toList());
        assertTrue(slow.remarks().getFirst().contains("OutOfMemoryError"), slow.remarks().toString());
    }

    private static Watched run(String step, Effort effort) throws Exception {
        return (Watched) chapter.run(step, effort);
    }
}
