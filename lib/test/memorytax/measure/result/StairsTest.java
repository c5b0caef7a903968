package memorytax.measure.result;

import memorytax.table.Tables;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntUnaryOperator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Costs over a parameter: where they jump, and where they reach a size.
class StairsTest {
    private static final int[] DEPTHS = {0, 10, 20, 22, 25, 40, 50, 60};

    /// Three forks that differ a little.
    private static Weighings weighed(IntUnaryOperator perTask) {
        var all = new ArrayList<Weighing>();
        for (int depth : DEPTHS)
            for (int tasks : new int[]{1_000, 2_000})
                for (int fork = 1; fork <= 3; fork++)
                    all.add(weighing(depth, tasks, fork, (long) tasks * (perTask.applyAsInt(depth) + fork)));
        return new Weighings("s", all);
    }

    private static Weighing weighing(int depth, int tasks, int fork, long bytes) {
        var empty = new Reading(1 << 20, OptionalLong.empty(), 5);
        var full = new Reading((1 << 20) + bytes, OptionalLong.empty(), 5);
        return new Weighing(new Contender("tasks", "go", "1"), tasks, Map.of("depth", "" + depth), fork,
            Optional.of(empty), Optional.of(full), OptionalLong.empty(), OptionalLong.of(1),
            new Outcome.Weighed());
    }

    @Test
    void aStackThatDoublesHasStepsThatDoubleAlsoWhereOneWasWeighedOnItsEdge() {
        var weighed = weighed(depth -> 600 + (depth < 20 ? 2_048 : depth < 25 ? 3_000 : depth < 50 ? 4_096 : 8_192));
        var stairs = Stairs.of(weighed, "tasks", "depth");
        assertEquals(Optional.of(true), stairs.doubling());
        assertEquals("+2,048 B between 10 and 25, +4,096 B between 40 and 50", stairs.toString());
        assertTrue(stairs.steps().getFirst().low() < 2_048 && stairs.steps().getFirst().high() > 2_048);
        assertEquals(2, Tables.stairs(stairs).rowCount());
    }

    @Test
    void aLineHasNoStepsAndReachesASizeWhereItShould() {
        var weighed = weighed(depth -> 10_000 + 100 * depth);
        assertTrue(Stairs.of(weighed(depth -> 10_000 + depth), "tasks", "depth").steps().isEmpty());
        assertTrue(Stairs.of(weighed, "nobody", "depth").doubling().isEmpty());
        var reach = Reach.of(weighed, "tasks", "depth", 13_000).orElseThrow();
        assertEquals(30, reach.nearest());
        assertEquals(100, reach.each(), 0.001);
        assertTrue(reach.low() < reach.at() && reach.at() < reach.high(), reach.toString());
        assertFalse(Reach.of(weighed, "tasks", "depth", 1 << 20).isPresent(), "it was not weighed so far out");
    }

    @Test
    void anIntervalNarrowerThanTheLastDigitIsLeftOut() {
        var narrow = Reach.of(weighed(depth -> 10_000 + 100 * depth), "tasks", "depth", 13_000).orElseThrow();
        assertEquals("One task takes 13 KB at depth 30.0, and 100 B more for each further step of depth",
            narrow.toString());
        var wide = Reach.of(weighed(depth -> 10_000 + depth), "tasks", "depth", 10_030).orElseThrow();
        assertEquals("One task takes 9.8 KB at depth 28.0 (95 % interval 25.5–30.5), and 1 B more for each further "
            + "step of depth", wide.toString());
    }

    @Test
    void aTableHasARowForEachValue() {
        var table = Tables.byValue(weighed(depth -> 10_000 + 100 * depth));
        assertEquals(List.of("depth", "tasks"), table.columnNames());
        assertEquals(List.of("0", "10", "20", "22", "25", "40", "50", "60"), table.stringColumn("depth").asList());
        assertTrue(table.stringColumn("tasks").get(1).startsWith("11,002 B ± "), table.toString());
        assertTrue(table.name().contains("3 forks"), table.name());
    }
}
