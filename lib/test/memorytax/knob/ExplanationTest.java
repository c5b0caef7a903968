package memorytax.knob;

import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.PerTask;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Which readings of made-up processes come to a figure. An empty one has 20,000,000 bytes.
class ExplanationTest {
    private static final int EMPTY = 20_000_000;
    /// 1,000 B for a task as it comes, of which 600 are live, and other figures for two settings.
    private static final Weighings SETTINGS = series("settings", Map.of(),
        of("asyncio tasks", "3.14.0", 1_000, 600, ""), of("asyncio tasks (own queue)", "3.14.0", 4_000, 900, ""),
        of("asyncio tasks (PYTHONMALLOC=debug)", "3.14.0", 2_500, 700, "PYTHONMALLOC=debug"));
    private static final Weighings VERSIONS = series("versions", Map.of(),
        of("asyncio tasks", "3.14.0", 1_000, 600, ""), of("asyncio tasks (3.12)", "3.12.4", 1_400, 800, ""));

    private record One(Contender contender, long each, long live, String flags) {
    }

    private static One of(String name, String version, long each, long live, String flags) {
        return new One(new Contender(name, name.startsWith("asyncio") ? "python" : "java", version), each, live, flags);
    }

    /// Three forks of 1,000 and of 10,000 tasks, which agree to the byte.
    private static Weighings series(String step, Map<String, String> params, One... contenders) {
        var all = new ArrayList<Weighing>();
        for (int fork = 1; fork <= 3; fork++)
            for (int tasks : List.of(1_000, 10_000))
                for (var one : contenders) {
                    long full = EMPTY + one.each * tasks;
                    all.add(new Weighing(one.contender, tasks, params, fork,
                        Optional.of(new Reading(EMPTY, OptionalLong.empty(), 1)),
                        Optional.of(new Reading(full, OptionalLong.of(full), 1)), OptionalLong.of(one.live * tasks),
                        OptionalLong.of(1), new Outcome.Weighed(), one.flags));
                }
        return new Weighings(step, all);
    }

    private static Explanation explain(String text, Weighings... measured) {
        return Explanation.of(Figure.of(text), List.of(measured));
    }

    private static List<String> fitting(Explanation explanation) {
        return explanation.fitting().stream().map(r -> r.what() + ": " + r.how()).toList();
    }

    @Test
    void theTaskAsItComesIsSaidFirstWithTheFactor() {
        var said = explain("10 KB per asyncio task", SETTINGS).sentences();
        assertEquals("One more asyncio task occupies 1,000 B as it comes (measured here). Your figure is 10 times "
            + "that.", said.getFirst());
        assertTrue(explain("1000 B per asyncio task", SETTINGS).sentences().getFirst().endsWith("is the same."));
        assertEquals("What a goroutine costs as it comes was not measured.",
            explain("10 KB per goroutine", SETTINGS).sentences().getFirst());
    }

    /// 10 % of what was measured, and not a byte more.
    @ParameterizedTest
    @CsvSource({"1100, true", "1101, false", "900, true", "899, false"})
    void tenPercentIsTheEdge(int bytes, boolean fits) {
        var resident = PerTask.slope(Quantity.RESIDENT);
        var found = explain(bytes + " B per asyncio task", SETTINGS).fitting();
        assertEquals(fits, found.stream().anyMatch(r -> r.what().equals("as it comes") && r.how().equals(resident)),
            found.toString());
    }

    /// What is in no reading is found in none.
    @Test
    void whatFitsNothingIsSaidWithTheTwoNearest() {
        var none = explain("9 MB per asyncio task", SETTINGS, VERSIONS);
        assertFalse(none.found());
        assertEquals(2, none.nearest().size());
        assertTrue(none.sentences().get(1).startsWith("Nothing that was measured comes within 10 % of 9 MB per asyncio "
            + "task. Nearest: own queue, whole process ÷ 1,000: 23.4 KB (measured here); "), none.toString());
    }

    @Test
    void theSimplestStandsFirst() {
        assertEquals("PYTHONMALLOC=debug: one more task, resident", fitting(explain("2500 B per asyncio task",
            SETTINGS)).getFirst());
        var whole = fitting(explain("3 KB per asyncio task", SETTINGS));
        assertEquals("as it comes: whole process ÷ 10,000", whole.getFirst(), "20,000,000 ÷ 10,000 + 1,000");
        assertEquals(whole.stream().distinct().toList(), whole);
    }

    @Test
    void readingsThatSayTheSameAreOneLine() {
        var same = explain("1000 B per asyncio task", SETTINGS);
        assertEquals(1, fitting(same).stream().filter(r -> r.equals("as it comes: one more task, resident")).count());
        assertFalse(fitting(same).contains("as it comes: one more task, peak"), "the peak is the same");
        assertTrue(same.more() > 0, same.toString());
    }

    @Test
    void atMostEightLinesAreShown() {
        var many = new One[20];
        for (int i = 0; i < many.length; i++) many[i] = of("asyncio tasks (setting " + (char) ('a' + i) + ")", "3.14.0",
            1_000 + i, 600, "");
        var shown = explain("1010 B per asyncio task", series("many", Map.of(), many));
        assertEquals(8, shown.fitting().size());
        assertTrue(shown.toString().endsWith("\n  and " + shown.more() + " more"), shown.toString());
    }

    /// 1,310 tasks: 20,000,000 ÷ 1,310 + 1,000 is 16,267.
    @Test
    void saysAtHowManyTasksTheDivisionGivesIt() {
        assertTrue(explain("16267 B per asyncio task", SETTINGS).notes().contains("Calculated: with 1,310 asyncio "
            + "tasks as they come, the whole process divided by its tasks is exactly this figure."));
        assertEquals(List.of(), explain("900 B per asyncio task", SETTINGS).notes(), "each takes more");
        assertEquals(List.of(), explain("16267 B live per asyncio task", SETTINGS).notes(), "live is no whole process");
    }

    @Test
    void ofANumberOfTasksOnlyThatNumberCounts() {
        var measured = explain("30 MB for 10,000 asyncio tasks", SETTINGS);
        assertTrue(measured.fitting().stream().allMatch(r -> r.how().tasks().orElse(0) == 10_000), measured.toString());
        assertEquals("whole process ÷ 10,000", measured.fitting().getFirst().how().toString());
        assertEquals("measured here", measured.fitting().getFirst().origin());
        var calculated = explain("5000 B per asyncio task, 5,000 tasks", SETTINGS).fitting().stream()
            .filter(r -> !r.how().isSlope()).toList();
        assertEquals("as it comes, whole process ÷ 5,000: 5,000 B (calculated)", calculated.getFirst().toString());
        assertTrue(explain("21000 B per asyncio task", SETTINGS).found(), "at 1,000 tasks");
        assertFalse(explain("21000 B per asyncio task with 10,000 of them", SETTINGS).found(), "not at 10,000");
    }

    @Test
    void whatIsNamedCountsAlone() {
        assertEquals(List.of("as it comes: one more task, live", "as it comes: live ÷ 1,000"),
            fitting(explain("600 B live per asyncio task", VERSIONS)).subList(0, 2));
        assertFalse(explain("1000 B live per asyncio task", VERSIONS).found());
        assertTrue(fitting(explain("1000 B RSS per asyncio task", VERSIONS)).contains(
            "as it comes: one more task, resident"));
        assertEquals(List.of("as it comes: whole process ÷ 10,000"),
            fitting(explain("3000 B per asyncio task, whole process", VERSIONS)).subList(0, 1));
    }

    @Test
    void aSettingThatIsNamedCountsAlone() {
        assertEquals("3.12: one more task, resident",
            fitting(explain("1.4 KB per asyncio task on Python 3.12", SETTINGS, VERSIONS)).getFirst());
        assertEquals(List.of(), fitting(explain("1000 B per asyncio task on Python 3.12", VERSIONS)));
        assertEquals("as it comes: one more task, resident",
            fitting(explain("1000 B per asyncio task on Python 3.14", SETTINGS, VERSIONS)).getFirst());
        assertEquals("own queue: one more task, resident",
            fitting(explain("4 KB per asyncio task, each with its own queue", SETTINGS)).getFirst());
    }

    /// What was not weighed together is not put together, and what was not weighed at all is said.
    @Test
    void noPairIsClaimedThatWasNotMeasured() {
        var pair = explain("1.4 KB per asyncio task, Python 3.12, own queue", SETTINGS, VERSIONS);
        assertTrue(pair.notes().getFirst().startsWith("“own queue” was not measured together with "), pair.toString());
        assertTrue(fitting(pair).stream().noneMatch(r -> r.contains("3.12") && r.contains("queue")));
        var unknown = explain("1000 B per asyncio task, uvloop", SETTINGS);
        assertTrue(unknown.notes().contains("“uvloop” was not measured for this kind of task, so it is left out."));
        assertTrue(unknown.found());
        assertTrue(explain("1 KB per asyncio task on fridays", SETTINGS).notes().contains("Not used: fridays."));
    }

    /// A version stands beside other settings, and 25 is not 250.
    @Test
    void aSettingIsNotTakenForAnother() {
        var go = series("go", Map.of(), of("goroutines", "1.26.8", 3_000, 2_000, ""),
            of("goroutines (GOGC=25)", "1.26.8", 1_000, 900, "GOGC=25"),
            of("goroutines (GOGC=250)", "1.26.8", 1_010, 900, "GOGC=250"));
        assertEquals("GOGC=25: one more task, resident",
            fitting(explain("1010 B per goroutine with GOGC=25 and Go 1.26", go)).getFirst());
        assertEquals("GOGC=250: one more task, resident",
            fitting(explain("1000 B per goroutine with GOGC=250", go)).getFirst());
        assertEquals("“Go 1.2” was not measured for this kind of task, so it is left out.",
            explain("1000 B per goroutine on Go 1.2", go).notes().getFirst());
    }

    @Test
    void aJvmIsColdOrWarmed() {
        var java = series("java", Map.of(), of("virtual threads", "25", 1_000, 600, "-Xbatch"),
            of("virtual threads (cold)", "25", 1_050, 900, ""));
        assertEquals("cold: one more task, resident", fitting(explain("1000 B per cold vthread", java)).getFirst());
        assertEquals("as it comes: one more task, resident",
            fitting(explain("1050 B per vthread, warmed up", java)).getFirst());
    }

    /// A parameter that is not zero is a change; what belongs to two values of it is not one slope.
    @Test
    void aParameterIsAChange() {
        var deep = series("deep", Map.of("depth", "0"), of("asyncio tasks", "3.14.0", 1_000, 600, ""))
            .and(series("deep", Map.of("depth", "100"), of("asyncio tasks", "3.14.0", 9_000, 600, "")));
        for (var text : List.of("9000 B per asyncio task", "9000 B per asyncio task, 100 deep"))
            assertEquals("depth 100: one more task, resident", fitting(explain(text, deep)).getFirst());
        assertEquals("as it comes: one more task, resident",
            fitting(explain("1000 B per asyncio task", deep)).getFirst());
    }

    @Test
    void whatIsReservedCountsForPlatformThreadsAlone() {
        var threads = new ArrayList<Weighing>();
        for (int fork = 1; fork <= 3; fork++)
            for (int tasks : List.of(100, 1_000))
                threads.add(new Weighing(new Contender("platform threads", "java", "25"), tasks, Map.of(), fork,
                    Optional.of(reserving(0)), Optional.of(reserving(tasks)), OptionalLong.empty(), OptionalLong.of(1),
                    new Outcome.Recorded()));
        var found = explain("1 MB per thread", new Weighings("threads", threads));
        assertEquals("as it comes, one more task, reserved: 1.0 MB (recorded)", found.fitting().getFirst().toString());
    }

    private static Reading reserving(int tasks) {
        return new Reading(EMPTY + tasks * 20_000L, OptionalLong.empty(), 1, Reading.Kernel.UNKNOWN, 0, 0,
            OptionalLong.of(3_000_000_000L + tasks * (1L << 20)), OptionalLong.empty());
    }
}
