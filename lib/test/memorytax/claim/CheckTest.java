package memorytax.claim;

import memorytax.claim.Check.State;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.PerTask;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reading;
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

class CheckTest {
    @Test
    void saysWhatWasMeasuredAndWhatIsAskedAndByHowMuch() {
        var check = Check.of(weighed(913, 913, 10_003)).live(300).threads(8);
        assertEquals("✗ not yet. 913 B live for one task, and 300 B is the limit: 613 B too many, 3.0 times as much. "
            + "10,003 more threads, and 8 is the limit: 9,995 too many, 1,250 times as much.", check.toString());
        assertEquals("✓ solved. 913 B live for one task, and 1,000 B is the limit. 1 more thread, and 8 is the limit.",
            Check.of(weighed(913, 913, 1)).live(1_000).threads(8).toString());
    }

    @Test
    void saysInOneLineByHowMuchItFallsShort() {
        assertEquals("10,003 more threads, allowed are 8",
            Check.of(weighed(913, 913, 10_003)).live(1_000).threads(8).shortfall());
        assertEquals("290 B live for one task, perhaps up to 417 B, allowed are 300 B",
            Check.of(weighed(280, 300, 0)).live(300).shortfall());
        assertEquals("3 buffers lost, allowed are 0", Check.of(weighed(9, 9, 1))
            .below("buffers lost", "", 0, Optional.of(new Measured(3, 3, 3, true))).shortfall());
        assertEquals("", Check.of(weighed(913, 913, 1)).live(1_000).shortfall());
        assertEquals("There is no record of it", Check.of(new Weighings("s", List.of(without(9,
            new Outcome.Skipped("there is no record of it"))))).threads(8).shortfall());
    }

    /// The empty process is a part of it, and each of the forks has to keep to the limit.
    @Test
    void allOfEveryProcessHasToFit() {
        var one = weighed(913, 913, 1);
        var all = Check.of(one).whole(40_000_000);
        assertEquals("✓ solved. 38 MB for the whole process, and 38 MB is the limit.", all.toString());
        var larger = new Weighing(new Contender("yours", "java", "25"), 2_000, Map.of(), 3, Optional.of(reading(19)),
            Optional.of(new Reading(50_000_000, OptionalLong.empty(), 19)), OptionalLong.empty(),
            OptionalLong.of(1), new Outcome.Weighed());
        var some = Check.of(one.and(new Weighings("s", List.of(larger)))).whole(40_000_000);
        assertEquals(State.NOT_YET, some.state());
        assertTrue(some.toString().endsWith("38 MB is the limit, but it may be up to 48 MB: more forks would tell."),
            some.toString());
        var fewer = Check.of(one.and(new Weighings("s", List.of(larger)))).whole(39_999_999);
        assertTrue(fewer.toString().contains("too many"), fewer.toString());
    }

    /// It is meant to fail, and that is no failure of the reader's.
    @Test
    void aMethodAsItCameIsToldSo() {
        var came = Check.of(weighed(913, 913, 1)).live(300).of(attempt(true));
        assertTrue(came.asItCame());
        assertEquals("○ as it came. This is the method as it came. It is meant to fail: now edit it. 913 B live for "
            + "one task, and 300 B is the limit: 613 B too many, 3.0 times as much.", came.toString());
        assertEquals("", came.advice(came.demands().getFirst()));
        var passes = Check.of(weighed(913, 913, 1)).live(1_000).of(attempt(true));
        assertTrue(passes.solved() && !passes.asItCame() && passes.first().isEmpty(), passes.toString());
    }

    @Test
    void anAttemptThatFailsSaysWhatToLookAt() {
        var check = Check.of(weighed(913, 913, 3)).live(300).threads(8).of(attempt(false));
        assertEquals(State.NOT_YET, check.state());
        assertEquals(List.of("Look at what a task refers to while it waits: a thread, frames on a stack, a future, a "
            + "lambda.", ""), check.told().stream().map(check::advice).toList());
        var own = Check.of(weighed(9, 9, 1)).below("buffers lost", "", 0, Optional.of(new Measured(3, 3, 3, true)))
            .look("Look at every way out.");
        assertEquals("Look at every way out.", own.advice(own.demands().getFirst()));
        assertEquals(Optional.empty(), check.explained());
    }

    @Test
    void whoHasSolvedItIsToldWhy() {
        assertEquals("Because.", Check.of(weighed(913, 913, 1)).live(1_000).of(attempt(false)).explained().orElseThrow()
            .why());
    }

    @Test
    void theLevelStandsBesideTheWord() {
        var check = Check.of(weighed(913, 913, 1)).live(300);
        assertEquals("not yet", check.badge());
        assertEquals("not yet · harder", check.of(attempt(false)).badge());
        assertEquals("as it came · harder", check.of(attempt(true)).badge());
    }

    private static Attempt attempt(boolean asItCame) {
        return new Attempt(asItCame, "A title", "Because.", "static void light() { }", "solutions/chapter0_light.java",
            "harder");
    }

    @Test
    void whatIsNotMetComesFirst() {
        assertEquals(List.of(false, true), Check.of(weighed(913, 913, 9)).live(1_000).threads(8).sentences().stream()
            .map(s -> s.contains("live")).toList());
    }

    @Test
    void ofWhatMustNotBeThereItSaysHowMuchThereIs() {
        var lost = Optional.of(new Measured(312, 310, 314, true));
        assertEquals("✗ not yet. 312 buffers lost, and 0 is the limit: 312 too many.",
            Check.of(weighed(9, 9, 1)).below("buffers lost", "", 0, lost).toString());
    }

    @Test
    void aShareHasAsManyDecimalsAsItsLimit() {
        var twice = Optional.of(new Measured(2.064, 2.064, 2.064, true));
        assertEquals(List.of("2.06 times the time, and 1.25 is the limit: 0.81 too much, 1.7 times as much.",
            "2.1 times the peak, and 0.5 is the limit: 1.6 too much, 4.1 times as much."),
            Check.of(weighed(9, 9, 1)).below("times the time", "", 1.25, twice).below("times the peak", "", 0.5, twice)
                .sentences());
    }

    /// The bytes of the service are the same, and what there is to look at is not.
    @Test
    void aChosenNumberOfTasksIsToldOfTasks() {
        var weighed = new Weighings("s", List.of(point(1_000, 1, 913, 0)));
        for (var limit : List.of("30 MB", "100 MB")) {
            var chosen = Choice.of("yours", limit);
            Check asked = chosen.check(weighed), tasks = chosen.checkTasks(weighed);
            assertEquals(asked.sentences(), tasks.sentences());
            assertTrue(asked.advice(asked.told().getFirst()).matches("Look at what the service takes: .*"), limit);
        }
        assertEquals("Look at what the process takes beside the bytes that its tasks hold.", advice("30 MB", weighed));
        assertEquals("Look at what the limit leaves free: more tasks fit.", advice("100 MB", weighed));
    }

    private static String advice(String limit, Weighings weighed) {
        var check = Choice.of("yours", limit).checkTasks(weighed);
        return check.advice(check.told().getFirst());
    }

    /// The ends of what is allowed are allowed, and a byte beyond them is not.
    @Test
    void soManyBytesAreNotMoreAndNotLess() {
        var live = PerTask.slope(Quantity.LIVE);
        for (int each : List.of(900, 1_000, 1_100))
            assertEquals(State.SOLVED, Check.of(weighed(each, each, 0)).about(1_000, 0.1, live).state(), "" + each);
        assertEquals("✗ not yet. 899 B for one task (one more task, live), and 1,000 B ± 10 % is asked: 101 B too few, "
            + "0.90 times as much.", Check.of(weighed(899, 899, 0)).about(1_000, 0.1, live).toString());
        assertEquals("✗ not yet. 2,048 B for one task (one more task, live), and 1 KB ± 10 % is asked: 1,024 B too "
            + "many, 2.0 times as much.", Check.of(weighed(2_048, 2_048, 0)).about(1_024, 0.1, live).toString());
        assertEquals("100 B for one task (one more task, live), asked are 1,000 B ± 10 %",
            Check.of(weighed(100, 100, 0)).about(1_000, 0.1, live).shortfall());
        assertEquals(State.NOT_CHECKED, Check.of(weighed(9, 9, 0)).about(1_000, 0.1,
            PerTask.divided(Quantity.TOTAL, 77)).state(), "nothing was weighed with 77 tasks");
    }

    @Test
    void soManyBytesLieBeyondDoubtWithinWhatIsAllowed() {
        var live = PerTask.slope(Quantity.LIVE);
        for (var pair : List.of(List.of(1_080, 1_090), List.of(905, 915))) {
            var check = Check.of(weighed(pair.getFirst(), pair.getLast(), 0)).about(1_000, 0.1, live);
            assertEquals(State.NOT_YET, check.state(), check.toString());
            assertTrue(check.toString().matches(".* but it may be (up to 1,149|as little as 846) B: more forks would "
                + "tell\\."), check.toString());
        }
    }

    /// The same processes, divided by their tasks.
    @Test
    void theWholeProcessIsDividedByItsTasks() {
        var check = Check.of(weighed(9, 9, 0)).about(40_000, 0.1, PerTask.divided(Quantity.TOTAL, 1_000));
        assertEquals("✓ solved. 39 KB for one task (whole process ÷ 1,000), and 39 KB ± 10 % is asked.",
            check.toString());
    }

    @Test
    void isSolvedOnlyBeyondDoubt() {
        var check = Check.of(weighed(280, 300, 0)).live(300);
        assertEquals(State.NOT_YET, check.state());
        assertEquals("✗ not yet. 290 B live for one task, and 300 B is the limit, but it may be up to 417 B: "
            + "more forks would tell.", check.toString());
    }

    @Test
    void tasksThatDidNotWaitAreToldSoWhateverTheyWeigh() {
        var all = new ArrayList<>(weighed(3, 3, 0).all());
        all.add(without(500, new Outcome.Failed("IllegalStateException: only 250 of 500 tasks ever waited")));
        all.add(without(1_000, new Outcome.Failed("IllegalStateException: only 500 of 1,000 tasks ever waited")));
        var check = Check.of(new Weighings("s", all)).live(300);
        assertEquals("✗ not yet. Only 500 of 1,000 tasks ever waited.", check.toString());
    }

    @Test
    void whatWasNotWeighedIsNeitherSolvedNorNot() {
        var point = without(9, new Outcome.Skipped("there is no record of it"));
        var skipped = Check.of(new Weighings("s", List.of(point)));
        assertEquals("– not checked. There is no record of it.", skipped.threads(8).toString());
        var one = Check.of(new Weighings("s", weighed(9, 9, 1).all().subList(0, 1))).live(300);
        assertEquals(State.NOT_CHECKED, one.state(), one.toString());
        assertEquals(State.NOT_CHECKED, Check.of(new Weighings("s", List.of())).state());
    }

    /// Two forks of two sizes, with so many bytes for a task in the one fork and in the other.
    private static Weighings weighed(int one, int other, int threads) {
        return new Weighings("s", List.of(point(1_000, 1, one, threads), point(2_000, 1, one, threads),
            point(1_000, 2, other, threads), point(2_000, 2, other, threads)));
    }

    private static Weighing point(int tasks, int fork, long each, int threads) {
        return new Weighing(new Contender("yours", "java", "25"), tasks, Map.of(), fork, Optional.of(reading(19)),
            Optional.of(reading(19 + threads)), OptionalLong.of(5_000 + tasks * each),
            OptionalLong.of(1), new Outcome.Weighed());
    }

    private static Weighing without(int tasks, Outcome outcome) {
        return new Weighing(new Contender("yours", "java", "25"), tasks, Map.of(), 1, Optional.of(reading(19)),
            Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), outcome);
    }

    private static Reading reading(int threads) {
        return new Reading(40_000_000, OptionalLong.empty(), threads);
    }
}
