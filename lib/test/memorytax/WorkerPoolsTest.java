package memorytax;

import memorytax.child.Load;
import memorytax.child.kit.Burst;
import memorytax.claim.Bound;
import memorytax.claim.Measured;
import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import memorytax.peers.Toolchains;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What chapter 4 says of bounds holds in a smaller burst as well.
@Weighs
class WorkerPoolsTest {
    private static final int RIGHT = 0, NO_PERMIT = 1, EARLY = 2, LOSES_COUNT = 3;
    private static Steps chapter;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(4);
    }

    @Test
    void aBoundIsKeptAndTakesFromThePeakWhereTheHeapFollowsTheNeed() throws Exception {
        var burst = run("burst", Effort.quick(1, 10_000));
        var bound = bound(burst.reports());
        assertEquals(Optional.of(true), bound.kept(), bound.toString());
        assertTrue(!bound.free().isEmpty() && bound.free().stream().allMatch(r -> r.most() > 512), bound.toString());
        for (var word : burst.reports().all()) if (word.figures().containsKey("seen_at_once"))
            assertTrue(word.figures().get("seen_at_once") > 0, "nobody was seen: " + burst.reports());
        assumeTrue(burst.here("goroutines (workers)") && burst.here("asyncio tasks (workers)"),
            "Go and Python are needed");
        for (var language : List.of("goroutines", "asyncio tasks")) {
            double some = Measured.peak(burst.with("workers", 512), language + " (workers)").orElseThrow().value();
            double all = Measured.peak(burst, language + " (one each)").orElseThrow().value();
            assertTrue(1 << 20 < some && some < all, language + ": " + some + " of " + all);
        }
    }

    @Test
    void whereMemoryIsShortABoundIsWhatKeepsAProcessAlive() throws Exception {
        var slow = run("slowDay", Effort.quick(1));
        assertEquals(List.of("virtual threads (one each): failed", "virtual threads (semaphore): ok"),
            slow.traces().stream().map(t -> t.contender().name() + ": "
                + (t.outcome() instanceof Outcome.Failed ? "failed" : t.outcome())).toList());
        assertTrue(slow.remarks().getFirst().contains("OutOfMemoryError"), slow.remarks().toString());
    }

    /// Pools that are broken, each in another way. `begins` and `ends` are what a job says itself.
    static Object broken(int jobs, int how) throws Exception {
        var burst = new Burst(jobs);
        var turns = new Semaphore(burst.workers());
        for (int i = 0; i < jobs; i++)
            Thread.startVirtualThread(() -> {
                if (how != NO_PERMIT) turns.acquireUninterruptibly();
                burst.begins();
                if (how == EARLY) turns.release();
                if (how == LOSES_COUNT) { // it says that it has ended, and holds what it has for longer
                    burst.ends("");
                    turns.release();
                }
                burst.waits(how == LOSES_COUNT ? 2_000 : 20);
                if (how == LOSES_COUNT) return;
                burst.ends("");
                if (how == RIGHT) turns.release();
            });
        return burst.done();
    }

    @Test
    void aPoolThatIsBrokenIsFoundOut() {
        assertEquals(Optional.of(true), bound(pool(n -> broken(n, RIGHT))).kept());
        assertEquals(Optional.of(false), bound(pool(n -> broken(n, NO_PERMIT))).kept());
        assertEquals(Optional.of(false), bound(pool(n -> broken(n, EARLY))).kept());
        var lost = pool(n -> broken(n, LOSES_COUNT));
        assertTrue(lost.of("pool", "burst", "most_at_once").orElseThrow().mean() <= 8, lost.toString());
        assertEquals(Optional.of(false), bound(lost).kept(), "the jobs themselves do not notice: " + lost);
    }

    private static Reports pool(Load load) {
        var reports = new Scale(Effort.quick(1), new Toolchains(_ -> Optional.empty()), Progress.SILENT,
            Archive.NONE, "pool").sizes(300).with("workers", 8).java("pool", load).reports();
        assertEquals(List.of(), reports.remarks());
        return reports;
    }

    private static Bound bound(Reports reports) {
        return Bound.of("workers", "most_at_once", "seen_at_once", reports);
    }

    private static Watched run(String step, Effort effort) throws Exception {
        return (Watched) chapter.run(step, effort);
    }
}
