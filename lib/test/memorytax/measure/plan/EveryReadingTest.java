package memorytax.measure.plan;

import memorytax.child.Gate;
import memorytax.measure.process.Launch;
import memorytax.measure.process.Peers;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.lang.ref.Reference;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// No word of a child is lost or merged with another, and what is read of it is read at the moment that was meant.
@Timeout(600)
class EveryReadingTest {
    private static final int MB = 1 << 20, MANY = 150_000;

    private static Series series(Progress progress) {
        return new Scale(new Effort(1, List.of(), false), new Nobody(), progress, Archive.NONE, "told").sizes(3);
    }

    static Object stopping(int tasks) {
        for (int i = 0; i < 4; i++) Gate.tell("each stop", "ms", 7);
        Gate.tell("each stop", "ms", 8);
        return "held";
    }

    @Test
    void equalWordsOfOneProcessAreSeveralReadings() {
        var reports = series(Progress.SILENT).java("one", n -> stopping(n)).reports();
        assertEquals(List.of(true, true, true, true, false), reports.each("one", "each stop", f -> f.get("ms") == 7));
        var watched = series(Progress.SILENT).java("one", n -> stopping(n)).watch();
        assertEquals(5, watched.reports().each("one", "each stop", _ -> true).size());
    }

    static Object growing(int tasks) throws InterruptedException {
        Gate.weigh("before");
        var all = new byte[100 * MB];
        Arrays.fill(all, (byte) 1);
        Gate.weigh("after");
        Reference.reachabilityFence(all);
        return all;
    }

    /// Whoever weighs may be slow. The child waits for its answer, and does not grow meanwhile.
    @Test
    void aChildThatAsksToBeWeighedWaitsForAScaleThatIsBusy() {
        var watched = series(new Busy()).java("grows", n -> growing(n)).flags("-Xmn16m", "-Xms300m").watch();
        double before = watched.reports().of("grows", "before", Watched.MORE).orElseThrow().mean();
        double after = watched.reports().of("grows", "after", Watched.MORE).orElseThrow().mean();
        assertTrue(before < 50 * MB && after > before + 90 * MB, watched.reports().toString());
    }

    static Object asWarm(int tasks) throws InterruptedException {
        Gate.weigh("now");
        return "held";
    }

    @Test
    void itIsAnsweredWhereNothingIsNotedDownAndWhileItWarmsUp() {
        var weighed = series(Progress.SILENT).java("asks", n -> asWarm(n)).warmed().weigh();
        assertEquals(List.of(new Outcome.Weighed()), weighed.all().stream().map(Weighing::outcome).toList());
    }

    static Object atOnce(int tasks) {
        var all = new byte[100 * MB];
        Arrays.fill(all, (byte) 1);
        Gate.tell("served", "requests", 1, "tasks", 1);
        return all;
    }

    /// What it takes above the empty process is told from a look at the empty process, not from one at a process that
    /// has begun.
    @Test
    void theEmptyProcessIsLookedAtBeforeItHearsItsOrder() {
        var watched = series(new Busy()).java("grows", n -> atOnce(n)).flags("-Xmn16m", "-Xms300m").watch();
        double more = watched.reports().of("grows", "served", Watched.MORE).orElseThrow().mean();
        assertTrue(more > 90 * MB, watched.reports().toString());
    }

    static Object failingBehindManyWords(int tasks) {
        for (int i = 0; i < MANY; i++) Gate.tell("a word", "ns", i);
        throw new IllegalStateException("in the end it failed");
    }

    @Test
    void aFailureIsHeardHoweverMuchWasSaidBefore() {
        var point = Loads.point(n -> failingBehindManyWords(n), 1);
        assertEquals("failed: IllegalStateException: in the end it failed",
            point.weigh(new Busy()).outcome().toString());
    }

    @Test
    void whatCannotBeKeptEndsAProcessByName() {
        var lines = "i=0; while [ $i -lt 3 ]; do echo MARK name=a x=1; i=$((i+1)); done; echo MARK name=b y=lots; ";
        assertSays("failed: the process reported y=lots, which is not a number",
            script(lines + "echo LOADED tasks=1; read _"));
        assertSays("failed: the process sent more than 100,000 reports",
            script("seq 100001 | sed 's/.*/MARK name=a x=&/'; "
            + "echo LOADED tasks=1; read _"));
    }

    @Test
    void aWordThatNobodyAskedForEndsAProcess() {
        assertSays("failed: the process said UNLOADED when it was expected to say LOADED",
            script("echo UNLOADED; read _"));
        assertSays("failed: the process failed and gave no reason", script("echo FAILED; read _"));
        assertSays("failed: in the last moment", script("echo LOADED tasks=1; echo FAILED reason=in the last moment; "
            + "read _"));
    }

    private static Point script(String lines) {
        var launch = new Launch(List.of("/bin/sh", "-c", "echo READY runtime=sh; read order; " + lines), Map.of());
        return new Point(new Peers.Peer(new Contender("a script", "sh", ""), Optional.of(launch), ""), 1, Map.of(), 1,
            Duration.ofSeconds(20));
    }

    private static void assertSays(String outcome, Point point) {
        assertEquals(outcome, Watch.over(point, Progress.SILENT).trace().outcome().toString());
    }

    /// Takes its time over each reading, as on a machine that has other things to do.
    private static final class Busy implements Progress {
        @Override
        public void point(String what, int done, int all, Optional<Duration> left) {
        }

        @Override
        public void resident(long bytes) {
            try {
                Thread.sleep(Duration.ofMillis(150)); // longer than any child would wait by a clock
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void end() {
        }
    }
}
