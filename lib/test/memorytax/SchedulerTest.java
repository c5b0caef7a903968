package memorytax;

import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import memorytax.measure.plan.Effort;
import memorytax.measure.result.Interval;
import memorytax.measure.result.Reported;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import memorytax.measure.runtime.IdleCpu;
import memorytax.measure.runtime.PauseTimes;
import memorytax.measure.runtime.Pinning;
import memorytax.measure.runtime.ReturnedMemory;
import memorytax.measure.runtime.Schedules;
import memorytax.measure.runtime.ThreadLimits;
import memorytax.table.Exhaustion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What chapter 7 says of schedulers holds in a small run as well: who runs what, what keeps a carrier, what idles,
/// what comes back, and where it ends.
@Weighs
class SchedulerTest {
    private static final String LOOP = "asyncio tasks (parked)", LOOKS = "asyncio tasks (one looks)";
    private static Steps chapter;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(7);
    }

    @Test
    void whatIsHandedToOneIsSharedAndOneLoopKeepsItAndTheVerdictSaysSo() throws Exception {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "there is nobody else");
        var stealing = (Schedules) run("stealing", 2_000);
        // how much the other carrier gets is for the machine to say
        assertElsewhere(stealing, "virtual threads (handed to one)", 1, 100);
        assertElsewhere(stealing, "platform threads (shared out)", 0, 0);
        var idle = (IdleCpu) run("idle", 1_000);
        assumeTrue(stealing.here("goroutines (handed to one)") && idle.here(LOOP), "Go and Python are needed");
        assertElsewhere(stealing, "goroutines (handed to one)", 1, 100);
        assertElsewhere(stealing, "asyncio tasks (handed to one)", 0, 0);
        double waits = reports(idle, LOOP, "1,000 tasks", "core_percent");
        double looks = reports(idle, LOOKS, "1,000 tasks", "core_percent");
        assertTrue(looks > 0 && waits < looks / 5, idle.toString()); // how much it gets is for the machine to say
        var method = chapter.chapter().getDeclaredMethod("verdict", PauseTimes.class, Schedules.class,
            IdleCpu.class);
        var none = new PauseTimes(new Reports("", List.of()));
        method.setAccessible(true);
        var verdict = ((Verdicts) method.invoke(chapter.instance(), none, stealing, idle)).all().stream()
            .filter(v -> v.claim().id().equals("go-steal")).findFirst().orElseThrow();
        assertEquals(Verdict.Ruling.REFUTED, verdict.ruling(), verdict.toString());
    }

    @Test
    void aNativeFrameKeepsTheCarrierAndSynchronizedDoesNot() throws Exception {
        var pins = (Pinning) run("pins", 1);
        assertEquals(List.of(), pins.remarks());
        for (var name : List.of("sleeps", "sleeps in synchronized", "in Object.wait", "waits for synchronized"))
            assertEquals(Optional.of(false), pins.keeps("virtual threads", name), pins.toString());
        for (var name : List.of("sleeps in a static block", "sleeps below a call from C"))
            assertEquals(Optional.of(true), pins.keeps("virtual threads", name), pins.toString());
        assertEquals(Optional.of(0.0), pins.pinned("virtual threads", "sleeps in synchronized"));
        assertEquals("sleeps below a call from C", pins.keeper("virtual threads",
            List.of("in Object.wait", "sleeps below a call from C")));
    }

    @Test
    void someOfItComesBackWhenAsked() throws Exception {
        var afterwards = (ReturnedMemory) run("afterwards", 20_000);
        assertEquals(List.of(), afterwards.remarks().stream().filter(r -> r.contains("failed")).toList());
        for (var c : afterwards.contenders()) {
            if (!afterwards.here(c.name())) continue;
            double wait = reports(afterwards, c.name(), "all wait", Watched.MORE);
            double asked = reports(afterwards, c.name(), "asked", Watched.MORE);
            assertTrue(wait > 5 << 20 && asked < 0.9 * wait, c.name() + ": " + afterwards.reports());
        }
        assertEquals(afterwards.watched().traces().size(), afterwards.watched().from("all_ended", 300).traces().size());
    }

    @Test
    void threadsComeAndGoAgain() throws Exception {
        var crowded = (ThreadLimits) run("crowded", 300);
        assertEquals(300, reports(crowded, "platform threads", "threads", "started"), crowded.toString());
        assertTrue(Exhaustion.end(crowded, "platform threads").contains("That is the limit of this run"));
    }

    private static void assertElsewhere(Schedules stealing, String contender, double low, double high) {
        double share = reports(stealing, contender, "work", "elsewhere_percent");
        assertTrue(share >= low && share <= high, contender + ": " + stealing);
    }

    private static double reports(Reported told, String contender, String name, String figure) {
        return told.reports().of(contender, name, figure).map(Interval::mean).orElseThrow(() ->
            new AssertionError(contender + " did not tell: " + told));
    }

    private static Object run(String step, int tasks) throws Exception {
        return chapter.run(step, Effort.quick(1, tasks));
    }
}
