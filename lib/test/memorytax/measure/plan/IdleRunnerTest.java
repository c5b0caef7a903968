package memorytax.measure.plan;

import memorytax.Weighs;
import memorytax.child.Gate;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Watched;
import memorytax.peers.Toolchains;
import org.junit.jupiter.api.Test;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Processes that are left alone, and one that is weighed when it asks for it.
@Weighs
class IdleRunnerTest {
    private static Series series(int... tasks) {
        var nobody = new Toolchains(_ -> Optional.empty());
        return new Scale(Effort.quick(1), nobody, Progress.SILENT, Archive.NONE, "idle").sizes(tasks);
    }

    static Object looking(int tasks) {
        Thread.ofPlatform().daemon().start(() -> {
            while (true) Thread.onSpinWait();
        });
        return tasks;
    }

    static Object growing(int megabytes) throws InterruptedException {
        Gate.weigh("before");
        var all = new byte[megabytes << 20];
        Arrays.fill(all, (byte) 1);
        Gate.weigh("after that");
        Reference.reachabilityFence(all);
        return all;
    }

    @Test
    void whoWaitsTakesNothingAndWhoLooksTakesTheTimeAndWhoFailsIsNamed() {
        var reports = series(10, 100).java("waits", n -> Loads.waiting(n)).java("looks", n -> looking(n)).tasks(10)
            .java("throws", n -> Loads.throwing(n)).tasks(10).idle(10, 1).reports();
        assertEquals(List.of("10 tasks", "100 tasks"), List.copyOf(reports.names()));
        double waits = reports.of("waits", "100 tasks", "core_percent").orElseThrow().mean();
        double looks = reports.of("looks", "10 tasks", "core_percent").orElseThrow().mean();
        assertTrue(looks > 0 && waits < looks / 3, reports.toString());
        double seconds = reports.of("looks", "10 tasks", "seconds").orElseThrow().mean();
        assertTrue(seconds >= 1 && seconds < 10, reports.toString()); // a quick one: not ten
        assertEquals(List.of("throws: failed: IllegalStateException: no room for 10."), reports.remarks());
    }

    static AutoCloseable telling(int tasks) {
        return () -> Gate.tell("last words", "late", tasks);
    }

    static AutoCloseable complaining(int tasks) {
        return () -> {
            throw new IllegalStateException("it did not end well");
        };
    }

    @Test
    void whatItTellsAtTheEndIsHeardWhereItsTasksAreEnded() {
        var idle = series(10).java("tells", n -> telling(n)).java("complains", n -> complaining(n)).proven()
            .idle(10, 1);
        assertEquals(10, idle.reports().of("tells", "last words", "late").orElseThrow().mean());
        assertTrue(idle.millis("tells").isPresent() && idle.millis("nobody").isEmpty(), idle.toString());
        assertEquals(List.of("complains: failed: IllegalStateException: it did not end well."), idle.remarks());
        var left = series(10).java("complains", n -> complaining(n)).idle(10, 1);
        assertEquals(List.of(), left.remarks());
    }

    @Test
    void whatDoesNotFitBesideTheOthersIsSkipped() {
        var reports = series(1_000, 2_000_000_000).java("waits", n -> Loads.waiting(n)).idle(10, 1).reports();
        assertEquals(List.of("1,000 tasks"), List.copyOf(reports.names()));
        assertTrue(reports.remarks().getFirst().startsWith("waits: skipped: with 2,000,000,000 tasks, it needs about "),
            reports.remarks().toString());
    }

    @Test
    void aProcessIsWeighedWhenItAsksForIt() {
        var watched = series(100).java("a load", n -> growing(n)).watch();
        double before = watched.reports().of("a load", "before", Watched.TAKEN).orElseThrow().mean();
        double after = watched.reports().of("a load", "after that", Watched.TAKEN).orElseThrow().mean();
        assertEquals(100, (after - before) / (1 << 20), 20);
        assertEquals(List.of("before", "after_that"), watched.traces().getFirst().marks().stream()
            .map(Trace.Mark::name).filter(m -> !m.equals("loaded")).toList());
        var moved = watched.from("after_that", 0).traces().getFirst();
        assertEquals(0, moved.marks().getFirst().millis());
        assertEquals("after_that", moved.marks().getFirst().name());
    }
}
