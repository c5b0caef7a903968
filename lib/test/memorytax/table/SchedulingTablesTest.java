package memorytax.table;

import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Watched;
import memorytax.measure.runtime.Pinning;
import memorytax.measure.runtime.ReturnedMemory;
import memorytax.measure.runtime.Schedules;
import memorytax.measure.runtime.ThreadLimits;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SchedulingTablesTest {
    private final List<Reports.Report> words = new ArrayList<>();

    private void reports(String contender, int fork, String name, Object... figures) {
        var map = new LinkedHashMap<String, Double>();
        for (int i = 0; i < figures.length; i += 2)
            map.put(figures[i].toString(), ((Number) figures[i + 1]).doubleValue());
        words.add(new Reports.Report(new Contender(contender, "java", "25"), 1, Map.of("ms", "1000"), fork, name, map,
            new Outcome.Weighed()));
    }

    private Reports all() {
        return new Reports("step", words);
    }

    private String end(String contender) {
        return Exhaustion.end(new ThreadLimits(all()), contender);
    }

    @Test
    void sharedSaysWhatRanElsewhereAndHowMuchFasterThatIs() {
        for (int fork = 1; fork <= 3; fork++)
            reports("goroutines", fork, "work", "seconds", 0.5, "carriers", 2, "elsewhere_percent", 40 + fork);
        var table = SchedulingTables.shared(new Schedules(all()));
        assertEquals("2.0", table.stringColumn("speedup").get(0));
        assertEquals("42 % (41 to 43)", table.stringColumn("run elsewhere").get(0));
        assertEquals("42 % (41 to 43)", SchedulingTables.elsewhere(new Schedules(all()), "goroutines"));
        assertEquals("an unknown share", SchedulingTables.elsewhere(new Schedules(all()), "nobody"));
    }

    @Test
    void aCarrierIsKeptWhereAllForksSaySo() {
        for (int fork = 1; fork <= 2; fork++) {
            reports("virtual threads", fork, "from C", "waited_ms", 200.3, "of_ms", 200.2, "pinned", 1);
            reports("virtual threads", fork, "sleeps", "waited_ms", 190, "of_ms", 191, // on a machine that is very busy
                "pinned", 0);
            reports("virtual threads", fork, "now and then", "waited_ms", 150 * fork, "of_ms", 200, "pinned", 0);
        }
        assertEquals(Optional.of(true), new Pinning(all()).keeps("virtual threads", "from C"));
        assertEquals(Optional.of(false), new Pinning(all()).keeps("virtual threads", "sleeps"));
        assertEquals(Optional.empty(), new Pinning(all()).keeps("virtual threads", "now and then"));
        assertEquals("from C", new Pinning(all()).keeper("virtual threads", List.of("from C", "sleeps")));
        assertEquals("", new Pinning(all()).keeper("virtual threads", List.of("from C", "now and then")));
        assertEquals(List.of("kept", "free", "not clear"),
            SchedulingTables.kept(new Pinning(all())).stringColumn("the carrier is").asList());
    }

    @Test
    void theLimitThatIsReachedIsNamed() {
        reports("platform threads", 1, "threads", "started", 32_434, "refused", 1, "full", 0, "virtual", 1_000,
            "again", 50, "again_ms", 9);
        reports("platform threads", 1, "pid max", "limit", 32_768, "in_use", 32_468);
        reports("platform threads", 1, "max map count", "limit", 65_530, "in_use", 64_900);
        reports("platform threads", 1, "cgroup pids.max", "limit", 100_000, "in_use", 32_500);
        assertEquals("After 32,434 threads the system refused to start another one. The limit that was reached is "
            + "pid_max, 32,768. At that moment 1,000 virtual threads could still be started, and ran. Then some "
            + "threads were ended, and 9 ms later 50 new threads could be started.", end("platform threads"));
        assertEquals(List.of("pid_max", "max_map_count", "cgroup pids.max"),
            Exhaustion.limits(new ThreadLimits(all())).stringColumn("limit").asList());
    }

    @Test
    void aLimitThatIsFarAwayIsNotNamedAndACapIsNoLimit() {
        reports("platform threads", 1, "threads", "started", 3_000, "refused", 1, "full", 0, "virtual", 0, "again", 0);
        reports("platform threads", 1, "pid max", "limit", 32_768, "in_use", 3_100);
        assertTrue(end("platform threads").contains("None of the limits that can be read here"));
        words.clear();
        reports("platform threads", 1, "threads", "started", 3_000, "refused", 0, "full", 0, "virtual", 0, "again", 0);
        assertTrue(end("platform threads").contains("That is the limit of this run, not of the system."));
        assertEquals("No process reported how many threads it started.", end("nobody"));
    }

    @Test
    void whatIsGivenBackIsOfWhatTheTasksTook() {
        reports("goroutines", 1, "all wait", Watched.TAKEN, 110 << 20, Watched.MORE, 100 << 20);
        reports("goroutines", 1, "asked", Watched.TAKEN, 35 << 20, Watched.MORE, 25 << 20);
        var table = SchedulingTables.givenBack(
            new ReturnedMemory(new Watched("step", List.<Trace>of(), all())));
        assertEquals(List.of("contender", "all wait", "asked", "given back"), table.columnNames());
        assertEquals("35 MB", table.stringColumn("asked").get(0));
        assertEquals("75 %", table.stringColumn("given back").get(0));
    }
}
