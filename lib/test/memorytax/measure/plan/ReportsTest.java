package memorytax.measure.plan;

import memorytax.child.Gate;
import memorytax.measure.result.Contender;
import memorytax.table.Tables;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Loads with a second parameter, and what they tell of themselves.
class ReportsTest {
    private static final Effort ONCE = new Effort(1, List.of(), false);

    private static Series series(int... tasks) {
        return series(ONCE, tasks);
    }

    private static Series series(Effort effort, int... tasks) {
        return new Scale(effort, new Nobody(), Progress.SILENT, Archive.NONE, "deep").sizes(tasks);
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
        var table = Tables.reports(reports);
        assertEquals(List.of("contender", "stops", "10", "200"), table.columnNames());
        assertEquals(List.of("1.0, 10", "10"), table.stringColumn("10").asList());
        assertEquals(List.of("full", "whole"), table.stringColumn("stops").asList());
    }

    @Test
    void aQuickRunTakesFewerSizesUnlessTheReaderNamesThem() {
        var few = series(Effort.quick(1), 10, 20, 30).quick(10, 30).java("one", n -> stopping(n));
        assertEquals(Set.of(10, 30), few.reports().bySize().keySet());
        var named = series(Effort.quick(1, 5), 10).quick(10).java("one", n -> stopping(n));
        assertEquals(Set.of(5), named.reports().bySize().keySet());
    }

    /// How much is left out and how many processes there are has nothing to do with each other.
    @Test
    void aNumberOfForksThatTheReaderNamesAlwaysWinsAndLeavesNothingOut() {
        assertEquals(List.of(2, 2), points(new Effort(2, List.of(), false)));
        assertEquals(List.of(4, 2), points(new Effort(4, List.of(), false)));
        assertEquals(List.of(4, 1), points(Effort.quick(4)));
        assertEquals(List.of(1, 2), points(Effort.DEFAULT));
        assertEquals(List.of(1, 1), points(Effort.QUICK));
        assertEquals(List.of(10, 2), points(Effort.THOROUGH));
    }

    /// How many forks there were of a point that has a cap of one, and how many contenders.
    private static List<Integer> points(Effort effort) {
        var reports = series(effort, 10).java("one", n -> stopping(n)).java("other", n -> stopping(n)).unlessQuick()
            .forks(1).quickForks(1).reports();
        return List.of(reports.forks(reports.contenders().getFirst()), reports.contenders().size());
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
        var series = series(Effort.quick(1), 10).over("depth", 3, 4, 5).quick("depth", 3, 5)
            .java("one", n -> telling(n));
        assertEquals(2, series.reports().all().size());
        var thorough = new Scale(new Effort(2, List.of(), true), new Nobody(), Progress.SILENT, Archive.NONE, "deep");
        assertEquals(2, thorough.sizes(10).with("depth", 3).java("one", n -> telling(n)).forks(1).reports().all()
            .size());
    }

    @Test
    void whatHasOtherParametersIsNoForkOfTheSamePoint() {
        var weighed = series(100, 200).over("depth", 3, 5).java("one", n -> telling(n)).weigh();
        assertEquals(Map.of("depth=3", 2, "depth=5", 2), weighed.variants().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().all().size())));
        assertEquals(1, weighed.by("depth").get(5).forks(weighed.contenders().getFirst()));
        var table = Tables.summary(weighed);
        assertEquals(List.of("depth 3", "depth 5"), table.stringColumn("with").asList());
        assertTrue(table.name().startsWith("One more task: the slope of resident bytes; one fork says nothing of how "
            + "sure it is."), table.name());
        assertFalse(Tables.summary(weighed.by("depth").get(3)).isEmpty());
    }
}
