package memorytax;

import memorytax.child.kit.Pauses;
import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import memorytax.measure.plan.Effort;
import memorytax.measure.result.Reports;
import memorytax.measure.runtime.IdleCpu;
import memorytax.measure.runtime.PauseTimes;
import memorytax.measure.runtime.Schedules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What chapter 7 says of collectors holds in a small run as well: whom a crowd delays, and whom not.
@Weighs
class PressureTest {
    private static final int CROWD = 50_000;
    private static final Effort FEW = Effort.quick(1, 0, CROWD);
    private static Steps chapter;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(7);
    }

    @Test
    void aFullCollectionStopsForLongerWithACrowdAndOneBesideDoesNot() throws Exception {
        var reports = (PauseTimes) chapter.run("collectors", FEW);
        assertEquals(List.of(), reports.remarks());
        double none = figure(reports.with(0), "Java (G1)", Pauses.FULL, "pause_ms");
        double crowd = figure(reports.with(CROWD), "Java (G1)", Pauses.FULL, "pause_ms");
        assertTrue(crowd > 3 * none, reports.toString());
        assertTrue(figure(reports.with(CROWD), "Java (ZGC)", Pauses.FULL, "longest_ms") < crowd, reports.toString());
        // what is new is copied, what is old is left where it is
        assertTrue(figure(reports.with(CROWD), "Java (G1)", Pauses.OLD, "pause_ms")
            < figure(reports.with(CROWD), "Java (G1)", Pauses.NEW, "longest_ms"), reports.toString());
    }

    @Test
    void goStopsForLessThanItCollectsAndPythonHasSeveralObjectsForATask() throws Exception {
        var reports = (PauseTimes) chapter.run("others", Effort.quick(2, 0, 10_000, 100_000));
        assumeTrue(reports.here("goroutines") && reports.here("asyncio tasks"), "Go and Python are needed");
        assertTrue(figure(reports.with(100_000), "goroutines", Pauses.FULL, "pause_ms")
            < figure(reports.with(100_000), "goroutines", Pauses.FULL, "cycle_ms"), reports.toString());
        assertTrue(figure(reports.with(100_000), "asyncio tasks", Pauses.FULL, "pause_ms")
            > 3 * figure(reports.with(0), "asyncio tasks", Pauses.FULL, "pause_ms"), reports.toString());
        assertEquals(10_000, figure(reports.with(10_000), "asyncio tasks", "tracked", "tasks"), reports.toString());
        var method = chapter.chapter().getDeclaredMethod("verdict", PauseTimes.class, Schedules.class,
            IdleCpu.class);
        var none = new Reports("", List.of());
        method.setAccessible(true);
        var verdicts = ((Verdicts) method.invoke(chapter.instance(), reports, new Schedules(none),
            new IdleCpu(none))).all();
        for (var v : verdicts.subList(0, 2)) assertNotEquals(Verdict.Ruling.NOT_MEASURED, v.ruling(), v.toString());
        assertEquals(Verdict.Ruling.HOLDS_IF, verdicts.getFirst().ruling(), verdicts.toString());
    }

    private static double figure(Reports reports, String contender, String name, String figure) {
        return reports.median(contender, name, figure).orElseThrow(() -> new AssertionError(reports.toString()))
            .median();
    }
}
