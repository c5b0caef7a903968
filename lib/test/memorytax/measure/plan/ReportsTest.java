package memorytax.measure.plan;

import memorytax.child.Gate;
import memorytax.measure.process.Launch;
import memorytax.measure.result.Contender;
import memorytax.measure.runtime.PauseTimes;
import memorytax.table.PauseTables;
import memorytax.table.Tables;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Loads with a second parameter, and what they tell of themselves.
class ReportsTest {
    private static final Effort ONCE = new Effort(1, List.of(), false);
    private static final Launch NOWHERE = new Launch(List.of("/nowhere/at/all"), Map.of());

    private static Series series(int... tasks) {
        return new Scale(ONCE, new Nobody(), Progress.SILENT, Archive.NONE, "deep").sizes(tasks);
    }

    static Object telling(int tasks) {
        long depth = new Gate(tasks).number("depth");
        Gate.tell("what it was told", "tasks", tasks, "depth", depth, "half", depth / 2.0);
        if (depth == 7) throw new IllegalStateException("seven is too much");
        return "held";
    }

    @Test
    void aProcessTellsFiguresForEachOfItsParameters() {
        var reports = series(10).over("depth", 3, 5, 7).java("one", n -> telling(n))
            .java("other", n -> telling(n)).only("depth", 5).reports();
        assertEquals(List.of("one", "other"), reports.contenders().stream().map(Contender::name).toList());
        assertEquals(Set.of(3, 5, 7), reports.by("depth").keySet());
        assertEquals(1.5, reports.by("depth").get(3).of("one", "what it was told", "half").orElseThrow().mean());
        assertEquals(5, reports.of("other", "what it was told", "depth").orElseThrow().mean());
        assertTrue(reports.by("depth").get(7).of("one", "what it was told", "depth").isEmpty());
        assertEquals(List.of("one: failed: IllegalStateException: seven is too much."), reports.remarks());
        var table = Tables.reports(reports);
        assertEquals(List.of("contender", "with", "what", "tasks", "depth", "half"), table.columnNames());
        assertEquals(List.of("depth 3", "depth 5", "depth 5"), table.stringColumn("with").asList());
    }

    static Object stopping(int tasks) {
        Gate.tell("full", "pause_ms", tasks / 10.0, "longest_ms", tasks, "cycle_ms", tasks, "pauses", 2);
        Gate.tell("each full", "ms", tasks / 10.0);
        return "held";
    }

    @Test
    void processesOfOtherSizesAreNoForksOfTheSamePoint() {
        var reports = series(10, 200).java("one", n -> stopping(n)).reports();
        assertEquals(Set.of(10, 200), reports.bySize().keySet());
        assertEquals(20, reports.with(200).of("one", "full", "pause_ms").orElseThrow().mean());
        assertEquals(Set.of("10 tasks", "200 tasks"), reports.points().keySet());
        assertEquals(List.of(true, false), reports.each("one", "full", f -> f.get("pause_ms") < 5));
        var table = PauseTables.of(new PauseTimes(reports));
        assertEquals(List.of("contender", "stops", "10", "200"), table.columnNames());
        assertEquals(List.of("1.0, 10", "10"), table.stringColumn("10").asList());
        assertEquals(List.of("full", "whole"), table.stringColumn("stops").asList());
    }

    @Test
    void aQuickRunTakesFewerSizesUnlessTheReaderNamesThem() {
        assertEquals(List.of("one × 10, fork 1", "one × 30, fork 1"),
            points(Effort.quick(1), scale -> scale.sizes(10, 20, 30).quick(10, 30).program("one", NOWHERE)));
        assertEquals(List.of("one × 5, fork 1"),
            points(Effort.quick(1, 5), scale -> scale.sizes(10).quick(10).program("one", NOWHERE)));
    }

    /// How much is left out and how many processes there are has nothing to do with each other.
    @Test
    void aNumberOfForksThatTheReaderNamesAlwaysWinsAndLeavesNothingOut() {
        assertEquals(List.of(2, 2), forksAndContenders(new Effort(2, List.of(), false)));
        assertEquals(List.of(4, 2), forksAndContenders(new Effort(4, List.of(), false)));
        assertEquals(List.of(4, 1), forksAndContenders(Effort.quick(4)));
        assertEquals(List.of(1, 2), forksAndContenders(Effort.DEFAULT));
        assertEquals(List.of(1, 1), forksAndContenders(Effort.QUICK));
        assertEquals(List.of(10, 2), forksAndContenders(Effort.THOROUGH));
    }

    /// How many forks there were of a point that has a cap of one, and how many contenders.
    private static List<Integer> forksAndContenders(Effort effort) {
        var points = points(effort, scale -> scale.sizes(10).program("one", NOWHERE).program("other", NOWHERE)
            .unlessQuick().forks(1).quickForks(1));
        var names = points.stream().map(point -> point.split(" ")[0]).toList();
        return List.of(Collections.frequency(names, "one"), Set.copyOf(names).size());
    }

    /// Those that a series has: what is to be started is not there.
    private static List<String> points(Effort effort, Function<Scale, Series> series) {
        var points = new ArrayList<String>();
        var progress = new Progress() {
            @Override
            public void point(String what, int done, int all, Optional<Duration> left) {
                points.add(what);
            }

            @Override
            public void resident(long bytes) {
            }

            @Override
            public void end() {
            }
        };
        series.apply(new Scale(effort, new Nobody(), progress, Archive.NONE, "deep")).reports();
        return points;
    }

    static Object warm(int tasks) {
        rounds++;
        Gate.tell("it ran", "times", rounds, "depth", new Gate(tasks).number("depth"),
            "warms", new Gate(tasks).warmsUp() ? 1 : 0);
        return "held";
    }

    private static int rounds;

    @Test
    void aLoadThatIsWarmedKnowsItsParametersBeforehand() {
        var reports = series(10).over("depth", 3, 5).java("one", n -> warm(n)).warmed().reports();
        assertEquals(List.of(), reports.remarks());
        reports.by("depth").forEach((depth, part) ->
            assertEquals((double) depth, part.of("one", "it ran", "depth").orElseThrow().mean()));
        assertEquals(0, reports.all().getLast().figures().get("warms"));
        assertTrue(reports.all().getLast().figures().get("times") > 1, reports.toString());
    }

    @Test
    void aQuickRunTakesFewerValuesAndAThoroughOneMoreForks() {
        assertEquals(List.of("one × 10, depth 3, fork 1", "one × 10, depth 5, fork 1"), points(Effort.quick(1),
            scale -> scale.sizes(10).over("depth", 3, 4, 5).quick("depth", 3, 5).program("one", NOWHERE)));
        assertEquals(List.of("one × 10, depth 3, fork 1", "one × 10, depth 3, fork 2"),
            points(new Effort(2, List.of(), true),
                scale -> scale.sizes(10).with("depth", 3).program("one", NOWHERE).forks(1)));
    }

    @Test
    void whatHasOtherParametersIsNoForkOfTheSamePoint() {
        var weighed = series(100, 200).over("depth", 3, 5).java("one", n -> telling(n)).weigh();
        assertEquals(Map.of("depth=3", 2, "depth=5", 2), weighed.variants().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().all().size())));
        assertEquals(1, weighed.by("depth").get(5).forks(weighed.contenders().getFirst()));
        var table = Tables.summary(weighed);
        assertEquals(List.of("depth 3", "depth 5"), table.stringColumn("with").asList());
        assertTrue(table.name().startsWith("One more task: the slope of resident bytes. One fork cannot show how "
            + "sure it is."), table.name());
        assertFalse(Tables.summary(weighed.by("depth").get(3)).isEmpty());
    }
}
