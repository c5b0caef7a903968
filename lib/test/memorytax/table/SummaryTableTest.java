package memorytax.table;

import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Parts;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntToLongFunction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What stands beside a price.
class SummaryTableTest {
    private static Weighings weighed(String runtime, IntToLongFunction resident, int live, int... sizes) {
        var all = new ArrayList<Weighing>();
        for (int fork = 1; fork <= 3; fork++)
            for (int tasks : sizes) all.add(new Weighing(new Contender("tasks", runtime, "1"), tasks, Map.of(), fork,
                reading(5 << 20), reading((5 << 20) + resident.applyAsLong(tasks)),
                OptionalLong.of((long) live * tasks), OptionalLong.empty(), new Outcome.Weighed()));
        return new Weighings("weighed", all);
    }

    private static Optional<Reading> reading(long bytes) {
        return Optional.of(new Reading(bytes, OptionalLong.empty(), 1));
    }

    /// All forks agree to the byte, and still the price is another one between other sizes: a table of hashes that
    /// doubles at 4,000.
    @Test
    void forksMayAgreeAndThePriceDependOnTheSizesAllTheSame() {
        var table = SummaryTable.of(
            weighed("python", n -> 1_024L * n + (n > 4_000 ? 8L << 20 : 0), 100, 1_000, 4_000, 8_000));
        assertEquals("1,024–3,121", table.stringColumn("over sizes").get(0));
        assertEquals("0", table.stringColumn("one more task").get(0).replaceAll(".*± ", ""));
        assertFalse(SummaryTable.of(weighed("python", n -> 1_024L * n, 100, 1_000, 4_000)).columnNames()
            .contains("over sizes"), "two sizes cannot tell");
    }

    /// A load that throws is no recorded run.
    @Test
    void whereEveryProcessFailedNothingIsSaidToBeRecorded() {
        var failed = new ArrayList<Weighing>();
        for (int tasks : new int[]{1_000, 10_000}) for (var each : weighed("java", n -> 100L * n, 99, tasks).all())
            failed.add(each.as(new Outcome.Failed("the process was killed (signal 9)")));
        failed.replaceAll(w -> new Weighing(w.contender(), w.tasks(), Map.of("depth", "1"), w.fork(), w.baseline(),
            Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), w.outcome()));
        var all = new Weighings("weighed", failed);
        assertEquals("No process came back with a result. All rows: depth 1.", SummaryTable.of(all).name());
        assertEquals("No process came back with a result.", ByValue.of(all, "depth").name());
        failed.replaceAll(w -> w.as(new Outcome.Recorded()));
        assertEquals("Recorded, not measured here. All rows: depth 1.",
            SummaryTable.of(new Weighings("weighed", failed)).name());
    }

    /// A page has room for seven costs beside each other; of eight, each has a row.
    @Test
    void costsThatWouldBeTooManyColumnsAreRows() {
        for (int many : new int[]{7, 8}) {
            var all = new ArrayList<Weighing>();
            for (int who = 0; who < many; who++) for (int depth : new int[]{0, 10})
                for (var each : weighed("python", n -> 1_024L * n, 99, 1_000, 10_000).all())
                    all.add(new Weighing(new Contender("task " + who, "python", "3"), each.tasks(),
                        Map.of("depth", "" + depth), each.fork(), each.baseline(), each.loaded(), OptionalLong.empty(),
                        OptionalLong.empty(), each.outcome()));
            var table = ByValue.of(new Weighings("deep", all), "depth");
            assertEquals(many == 7 ? 2 : 8, table.rowCount());
            assertEquals(many == 7 ? "1,024 B ± 0" : "task 1", table.get(1, many == 7 ? 7 : 0));
            assertEquals(many == 7 ? "depth" : "contender", table.columnNames().getFirst());
            if (many == 8) assertEquals(List.of("contender", "depth 0", "depth 10"), table.columnNames());
        }
    }

    /// Once for all of them, or each by its name.
    @Test
    void recordedPartsAreSaidOnce() {
        var go = new Parts(new Contender("goroutines", "go", "1"), new LinkedHashMap<>(Map.of("stack", 2048.0)));
        var java = new Parts(new Contender("virtual threads", "java", "25"), new LinkedHashMap<>(Map.of("a", 8.0)));
        var said = List.of("goroutines: recorded, not measured here.", "asyncio tasks: no Python on this machine.");
        var alone = new Backpacks("parts", List.of(go), Set.of("goroutines"), said);
        assertEquals(List.of(said.getLast()), Tables.remarks(alone));
        assertTrue(Tables.parts(alone).name().endsWith(" Recorded, not measured here."), Tables.parts(alone).name());
        var beside = new Backpacks("parts", List.of(go, java), Set.of("goroutines"), said);
        assertEquals(said, Tables.remarks(beside));
        assertFalse(Tables.parts(beside).name().contains("ecorded"), Tables.parts(beside).name());
    }

    @Test
    void liveAboveResidentIsNeverLeftWithoutAWord() {
        assertEquals(List.of(), Tables.remarks(weighed("go", n -> 100L * n, 99, 10_000, 400_000)));
        assertEquals(List.of("tasks: live is more than resident, because live counts whole stacks, and some pages "
            + "of large stacks were never touched."),
            Tables.remarks(weighed("go", n -> 100L * n, 130, 10_000, 400_000)));
        assertEquals(List.of("tasks: live is more than resident, because the heap already had free room before the "
            + "tasks came."), Tables.remarks(weighed("java", n -> 100L * n, 130, 10_000, 400_000)));
    }
}
