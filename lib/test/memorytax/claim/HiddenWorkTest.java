package memorytax.claim;

import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Work that the figure of a check passes over.
class HiddenWorkTest {
    private static final Contender YOURS = new Contender("yours", "java", "25");
    private static final long MEGABYTE = 1 << 20;

    /// Two forks of 2,000 and of 10,000 tasks.
    ///
    /// @param same    live bytes that are there whatever the number of tasks
    /// @param live    bytes of each task
    /// @param outside the heap, bytes of each task
    /// @param before  threads of the empty process
    private static Weighings weighed(long same, long live, long outside, int before) {
        return weighed(same, live, outside, before, 0);
    }

    /// @param more threads for each task
    private static Weighings weighed(long same, long live, long outside, int before, int more) {
        var all = new ArrayList<Weighing>();
        for (int fork = 1; fork <= 2; fork++)
            for (int tasks : new int[]{2_000, 10_000}) {
                long resident = 40 * MEGABYTE + tasks * (live + outside);
                all.add(new Weighing(YOURS, tasks, Map.of(), fork, Optional.of(reading(40 * MEGABYTE, before)),
                    Optional.of(reading(resident, before + more * tasks)), OptionalLong.of(same + tasks * live),
                    OptionalLong.of(1), new Outcome.Weighed()));
            }
        return new Weighings("s", all);
    }

    private static Reading reading(long resident, int threads) {
        return new Reading(resident, OptionalLong.empty(), threads);
    }

    private static Check check(long same, long live, long outside, int before) {
        return Check.of(weighed(same, live, outside, before)).live(300).threads(100);
    }

    @Test
    void anHonestMethodIsSolved() {
        assertTrue(check(2 * MEGABYTE, 133, 400, 22).solved());
    }

    @Test
    void tasksThatAreMadeWhateverTheirNumberAreNoSaving() {
        assertEquals("✗ not yet. That is a trick: your method keeps 11 MB, however many tasks there are, so what one "
            + "more of them needs says nothing. It passes no check.", check(11 * MEGABYTE, 8, 0, 22).toString());
        assertTrue(check(3 * MEGABYTE, 133, 0, 22).solved(), "what a JVM may have of its own");
    }

    @Test
    void memoryOutsideTheHeapIsSeenFromOutside() {
        assertEquals("✗ not yet. That is a trick: your method keeps 20 KB for each task outside the heap, where the "
            + "check does not ask. It passes no check.", check(2 * MEGABYTE, 20, 20 << 10, 22).toString());
    }

    /// A platform thread keeps its stack there, and nobody hides that: the method fails for its threads.
    @Test
    void theStacksOfThreadsAreNoTrick() {
        var check = Check.of(weighed(2 * MEGABYTE, 20, 30 << 10, 22, 1)).live(300).threads(100);
        assertEquals(Optional.empty(), check.trouble());
        assertEquals(Check.State.NOT_YET, check.state());
    }

    @Test
    void threadsThatWereThereBeforeAreNoSaving() {
        var check = check(2 * MEGABYTE, 20, 0, 10_022);
        assertEquals("✗ not yet. That is a trick: the process had 10,022 threads before your method was to start its "
            + "tasks, and these count as well. It passes no check.", check.toString());
    }

    /// A method that does not pass anyway is told by how much.
    @Test
    void nothingIsSuspectedWhereNothingIsGained() {
        assertEquals(Optional.empty(), check(11 * MEGABYTE, 400, 20 << 10, 22).trouble());
    }

    @Test
    void aProcessTellsEachThingOnce() {
        var fair = List.of(told(1, "left", 3), told(2, "left", 3), told(1, "right", 1));
        assertEquals(Optional.empty(), Check.of(new Reports("s", fair)).trouble());
        var twice = List.of(told(1, "left", 3), told(1, "left", -3));
        assertEquals(Optional.of("That is a trick: your method told the scale itself of \"left\", which is for the "
            + "check to tell. It passes no check"), Check.of(new Reports("s", twice)).trouble());
    }

    private static Reports.Report told(int fork, String name, double tasks) {
        return new Reports.Report(YOURS, 500, Map.of(), fork, name, Map.of("tasks", tasks), new Outcome.Weighed());
    }

    @Test
    void aTrickIsToldBeforeAnythingElseThatWentWrong() {
        var all = new ArrayList<>(weighed(0, 1, 0, 20).all());
        all.add(all.getLast().as(new Outcome.Failed("only 5 of 9 tasks ever waited")));
        all.add(all.getFirst().as(new Outcome.Failed("seen", Optional.of(memorytax.child.Trick.FORGED))));
        assertEquals("✗ not yet. That is a trick: seen. It passes no check.",
            Check.of(new Weighings("s", all)).toString());
    }
}
