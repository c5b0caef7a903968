package memorytax;

import memorytax.measure.plan.Effort;
import memorytax.measure.result.Reach;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Stairs;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What chapter 2 says of stacks holds in a small run as well: who is cheaper, and where, and how it ends.
@Weighs
class StackGrowthTest {
    private static final String GO = "goroutines", PYTHON = "asyncio tasks";
    private static Steps chapter;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(2);
    }

    @Test
    void theCheapestAtTheTopIsNotTheCheapestDeepDown() throws Exception {
        var weighed = (Weighings) chapter.run("weighed", Effort.quick(3, 500, 2_000));
        assumeTrue(weighed.here(GO) && weighed.here(PYTHON), "Go and Python are needed");
        assertEquals(PYTHON, weighed.by("depth").get(0).cheapest(List.of(GO, PYTHON)), weighed.toString());
        assertEquals(GO, weighed.by("depth").get(100).cheapest(List.of(GO, PYTHON)), weighed.toString());
        assertEquals("virtual threads", weighed.by("depth").get(100)
            .cheapest(List.of(GO, "virtual threads")), weighed.toString());
        var reach = Reach.of(weighed, PYTHON, "depth", 20 << 10).orElseThrow();
        assertTrue(reach.at() > 30 && reach.at() < 100, reach.toString());
    }

    @Test
    void aGoroutinesStackDoubles() throws Exception {
        var steps = (Weighings) chapter.run("steps", Effort.quick(2, 500, 4_000));
        assumeTrue(steps.here(GO), "Go is needed");
        assertEquals(Optional.of(true), Stairs.of(steps, GO, "depth").doubling(), steps.toString());
    }

    @Test
    void aVirtualThreadEndsWhereItsCarrierDoesAndGoWithAMessage() throws Exception {
        var reports = (Reports) chapter.run("tooDeep", Effort.quick(1));
        double virtual = frames(reports, "virtual threads"), platform = frames(reports, "platform threads");
        assertTrue(virtual > 0.9 * platform && virtual < 1.1 * platform, reports.toString());
        assertTrue(frames(reports, "virtual threads (-Xss8m)") > 4 * virtual, reports.toString());
        assumeTrue(reports.remarks().stream().noneMatch(r -> r.contains("skipped")), reports.remarks().toString());
        assertTrue(reports.remarks().getLast().contains("goroutine stack exceeds 67108864-byte limit"),
            reports.toString());
    }

    private static double frames(Reports reports, String contender) {
        return reports.of(contender, "overflow", "frames").orElseThrow().mean();
    }
}
