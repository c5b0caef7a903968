package memorytax;

import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import memorytax.scale.Effort;
import memorytax.scale.Interval;
import memorytax.scale.Told;
import memorytax.scale.Watched;
import memorytax.table.Scheduling;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What chapter 7 says of schedulers holds in a small run as well: who runs what, what keeps a carrier, what idles,
/// what comes back, and where it ends.
class SchedulerTest {
    private static final String LOOP = "asyncio tasks, parked", LOOKS = "asyncio tasks, one looks";
    @TempDir
    private static Path folder;
    private static Steps chapter;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(7, folder);
    }

    @Test
    void whatIsHandedToOneIsSharedAndOneLoopKeepsItAndTheVerdictSaysSo() throws Exception {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "there is nobody else");
        var stealing = (Told) run("stealing", 2_000);
        assertElsewhere(stealing, "virtual threads, handed to one", 10, 100);
        assertElsewhere(stealing, "platform threads, shared out", 0, 0);
        var idle = (Told) run("idle", 1_000);
        assumeTrue(stealing.here("goroutines, handed to one") && idle.here(LOOP), "Go and Python are needed");
        assertElsewhere(stealing, "goroutines, handed to one", 10, 100);
        assertElsewhere(stealing, "asyncio tasks, handed to one", 0, 0);
        double waits = told(idle, LOOP, "1,000 tasks", "core_percent");
        double looks = told(idle, LOOKS, "1,000 tasks", "core_percent");
        assertTrue(looks > 0 && waits < looks / 5, idle.toString()); // how much it gets is for the machine to say
        var method = chapter.chapter().getDeclaredMethod("verdict", Told.class, Told.class, Told.class);
        var none = new Told("", List.of());
        method.setAccessible(true);
        var verdict = ((Verdicts) method.invoke(chapter.instance(), none, stealing, idle)).all().stream()
            .filter(v -> v.claim().id().equals("go-steal")).findFirst().orElseThrow();
        assertEquals(Verdict.Ruling.REFUTED, verdict.ruling(), verdict.toString());
    }

    @Test
    void aNativeFrameKeepsTheCarrierAndSynchronizedDoesNot() throws Exception {
        var pins = (Told) run("pins", 1);
        assertEquals(List.of(), pins.remarks());
        for (var name : List.of("sleeps", "sleeps in synchronized", "in Object.wait", "waits for synchronized"))
            assertEquals(Optional.of(false), Scheduling.keeps(pins, "virtual threads", name), pins.toString());
        for (var name : List.of("sleeps in a static block", "sleeps below a call from C"))
            assertEquals(Optional.of(true), Scheduling.keeps(pins, "virtual threads", name), pins.toString());
        assertEquals(Optional.of(true), pins.always("virtual threads", "sleeps in synchronized", "pinned", 0));
        assertEquals("sleeps below a call from C", Scheduling.keeper(pins, "virtual threads",
            List.of("in Object.wait", "sleeps below a call from C")));
    }

    @Test
    void someOfItComesBackWhenAsked() throws Exception {
        var afterwards = (Watched) run("afterwards", 20_000);
        assertEquals(List.of(), afterwards.remarks().stream().filter(r -> r.contains("failed")).toList());
        for (var c : afterwards.contenders()) {
            if (!afterwards.here(c.name())) continue;
            double wait = told(afterwards.told(), c.name(), "all wait", Watched.MORE);
            double asked = told(afterwards.told(), c.name(), "asked", Watched.MORE);
            assertTrue(wait > 5 << 20 && asked < 0.9 * wait, c.name() + ": " + afterwards.told());
        }
        assertEquals(afterwards.traces().size(), afterwards.from("all_ended", 300).traces().size());
    }

    @Test
    void threadsComeAndGoAgain() throws Exception {
        var crowded = (Told) run("crowded", 300);
        assertEquals(300, told(crowded, "platform threads", "threads", "started"), crowded.toString());
        assertTrue(Scheduling.end(crowded, "platform threads").contains("that is the cap of this run"));
    }

    private static void assertElsewhere(Told stealing, String contender, double low, double high) {
        double share = told(stealing, contender, "work", "elsewhere_percent");
        assertTrue(share >= low && share <= high, contender + ": " + stealing);
    }

    private static double told(Told told, String contender, String name, String figure) {
        return told.of(contender, name, figure).map(Interval::mean).orElseThrow(() ->
            new AssertionError(contender + " did not tell: " + told));
    }

    private static Object run(String step, int tasks) throws Exception {
        return chapter.run(step, Effort.quick(1, tasks));
    }
}
