package memorytax;

import memorytax.measure.plan.Effort;
import memorytax.measure.result.Reports;
import memorytax.measure.runtime.SoakTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Where chapter 6 counts tasks that wait, all of them wait, on a busy machine as well. One run proves little, so this
/// is the part that can be run again and again: `./jbang test --repeat 200 ContextLeakRace`.
class ContextLeakRaceTest {
    private static final int TASKS = 300;
    private static Steps chapter;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(6);
    }

    @Test
    void whatIsForgottenIsLeftAndWhatIsCuredIsNot() throws Exception {
        var served = (SoakTest) chapter.run("served", Effort.quick(1, TASKS));
        assertEquals(List.of(), served.remarks().stream().filter(r -> r.contains("failed")).toList());
        for (var contender : served.contenders()) {
            double left = served.reports().all().stream().filter(w -> w.contender().equals(contender)
                && w.figures().containsKey("requests")).toList().getLast().figures().get("tasks");
            assertEquals(contender.name().endsWith("(forgotten)") ? TASKS : 0, left, contender.name());
        }
        assertTrue(served.contenders().stream().anyMatch(c -> c.name().equals("virtual threads (in a scope)")));
    }

    @Test
    void eachLanguageShowsTheLine() throws Exception {
        var seen = (Reports) chapter.run("seen", Effort.quick(1, TASKS));
        assertSeen(seen, "virtual threads (by jcmd)", "chapter6\\.java:\\d+");
        assumeTrue(seen.here("goroutines (all)") && seen.here("asyncio tasks (all)"), "Go and Python are needed");
        assertSeen(seen, "goroutines (all)", "chapter6\\.go:\\d+");
        assertSeen(seen, "asyncio tasks (all)", "chapter6\\.py:\\d+");
        assumeTrue(seen.remarks().stream().noneMatch(r -> r.contains("goroutineleakprofile")), "of another Go");
        assertSeen(seen, "goroutines (leaked with parent gone)", "chapter6\\.go:\\d+");
        var alive = seen.all().stream().filter(w -> w.contender().name().endsWith("parent alive)")).toList();
        assertEquals(List.of("nowhere"), alive.stream().map(Reports.Report::name).toList(), alive.toString());
        assertEquals(0, alive.getFirst().figures().get("tasks"));
    }

    /// All of them at one line, and none at another.
    private static void assertSeen(Reports seen, String contender, String line) {
        var words = seen.all().stream().filter(w -> w.contender().name().equals(contender)).toList();
        assertEquals(1, words.size(), words.toString());
        assertTrue(words.getFirst().name().matches(line), words.toString());
        assertEquals(TASKS, words.getFirst().figures().get("tasks"), words.toString());
    }
}
