package memorytax;

import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import memorytax.fork.Pauses;
import memorytax.scale.Effort;
import memorytax.scale.Told;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What chapter 7 says of collectors holds in a small run as well: whom a crowd delays, and whom not.
class PressureTest {
    private static final int CROWD = 50_000;
    private static final Effort FEW = Effort.quick(1, 0, CROWD);
    @TempDir
    private static Path folder;
    private static Steps chapter;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(7, folder);
    }

    @Test
    void aFullCollectionStopsForLongerWithACrowdAndOneBesideDoesNot() throws Exception {
        var told = (Told) chapter.run("collectors", FEW);
        assertEquals(List.of(), told.remarks());
        double none = figure(told.with(0), "Java, G1", Pauses.FULL, "pause_ms");
        double crowd = figure(told.with(CROWD), "Java, G1", Pauses.FULL, "pause_ms");
        assertTrue(crowd > 3 * none, told.toString());
        assertTrue(figure(told.with(CROWD), "Java, ZGC", Pauses.FULL, "longest_ms") < crowd, told.toString());
        // what is new is copied, what is old is left where it is
        assertTrue(figure(told.with(CROWD), "Java, G1", Pauses.OLD, "pause_ms")
            < figure(told.with(CROWD), "Java, G1", Pauses.NEW, "longest_ms"), told.toString());
    }

    @Test
    void goStopsForLessThanItCollectsAndPythonHasSeveralObjectsForATask() throws Exception {
        var told = (Told) chapter.run("others", Effort.quick(2, 0, 10_000, 100_000));
        assumeTrue(told.here("goroutines") && told.here("asyncio tasks"), "Go and Python are needed");
        assertTrue(figure(told.with(100_000), "goroutines", Pauses.FULL, "pause_ms")
            < figure(told.with(100_000), "goroutines", Pauses.FULL, "cycle_ms"), told.toString());
        assertTrue(figure(told.with(100_000), "asyncio tasks", Pauses.FULL, "pause_ms")
            > 3 * figure(told.with(0), "asyncio tasks", Pauses.FULL, "pause_ms"), told.toString());
        assertEquals(10_000, figure(told.with(10_000), "asyncio tasks", "tracked", "tasks"), told.toString());
        var method = chapter.chapter().getDeclaredMethod("verdict", Told.class, Told.class, Told.class);
        var none = new Told("", List.of());
        method.setAccessible(true);
        var verdicts = ((Verdicts) method.invoke(chapter.instance(), told, none, none)).all();
        for (var v : verdicts.subList(0, 2)) assertNotEquals(Verdict.Ruling.NOT_MEASURED, v.ruling(), v.toString());
        assertEquals(Verdict.Ruling.HOLDS_IF, verdicts.getFirst().ruling(), verdicts.toString());
    }

    private static double figure(Told told, String contender, String name, String figure) {
        return told.median(contender, name, figure).orElseThrow(() -> new AssertionError(told.toString())).median();
    }
}
