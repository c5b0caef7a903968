package memorytax.measure.result;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SlopeTest {
    private static final Contender GO = new Contender("goroutines", "go", "1.26");

    @Test
    void isWhatEveryTaskAddsWhateverTheBaseline() {
        var slope = weighings(new long[]{0, 0, 0}).slope("goroutines").orElseThrow();
        assertEquals(2_700, slope.value(), 0.001);
        assertEquals(0, slope.plusMinus(), 0.001);
        assertEquals(3, slope.forks());
    }

    /// By hand: the forks' own slopes are 2,701, 2,699 and 2,700; s = 1, and t with two degrees of freedom is 4.303.
    @Test
    void hasAnIntervalFromHowMuchTheForksDiffer() {
        var noisy = weighings(new long[]{9_000, -9_000, 0}, 10_000).slope("goroutines").orElseThrow();
        assertEquals(2_700, noisy.value(), 0.001);
        assertEquals(4.303 / Math.sqrt(3), noisy.plusMinus(), 0.001);
    }

    /// By hand: the noise of the larger size turns the forks' lines about their smaller one, by 1,000 B at no tasks.
    @Test
    void countsWhatComesWithTheFirstTasksWithAnIntervalOfItsOwn() {
        var exact = started(40_000_000, new long[]{0, 0, 0}).slope("goroutines").orElseThrow();
        assertEquals(2_700, exact.value(), 0.001);
        assertEquals(40_000_000, exact.intercept().mean(), 1);
        assertEquals(exact.intercept().low(), exact.intercept().high(), 1);
        var noisy = started(40_000_000, new long[]{9_000, -9_000, 0}).slope("goroutines").orElseThrow();
        assertEquals(40_000_000, noisy.intercept().mean(), 1);
        assertEquals(4.303 * 1_000 / Math.sqrt(3), noisy.intercept().high() - noisy.intercept().mean(), 1);
        assertEquals(-3_000_000, started(-3_000_000, new long[]{0, 0}).slope("goroutines").orElseThrow().intercept()
            .mean(), 1, "it is not cut off at zero");
    }

    /// 4.2 MB are empty, 40 MB come with the first tasks, and 2,700 B with each.
    @Test
    void isNotAllThatTasksCost() {
        var weighed = started(40_000_000, new long[]{0, 0, 0});
        assertEquals(10_000, weighed.tasksIn(4_200_000 + 40_000_000 + 27_000_000, "goroutines").orElseThrow(), 0.01);
        var end = Forecast.of(weighed, "goroutines", Quantity.RESIDENT, 4_200_000 + 40_000_000 + 2_700_000,
            new Watched("w", List.of(), new Reports("w", List.of()))).orElseThrow();
        assertEquals(1_000, end.requests(), 0.01);
    }

    /// The same, and so many bytes more in every process that has tasks.
    private static Weighings started(long bytes, long[] noise) {
        return new Weighings("s", weighings(noise, 10_000).all().stream().map(w -> new Weighing(w.contender(),
            w.tasks(), w.params(), w.fork(), w.baseline(), reading(w.loaded().get().resident() + bytes),
            w.live(), w.spawnMillis(), w.outcome())).toList());
    }

    @Test
    void ofOneForkComesFromItsPointsAlone() {
        assertEquals(Optional.empty(), weighings(new long[]{0}).slope("goroutines"), "two points have no interval");
        // by hand: the line leaves 2,000 B, 4,000 B and 2,000 B, and t with one degree of freedom is 12.706
        var one = weighings(new long[]{6_000}, 2_000, List.of(1_000, 2_000, 3_000)).slope("goroutines").orElseThrow();
        assertEquals(2_700, one.value(), 0.001);
        assertEquals(12.706 * Math.sqrt(24e6 / 2e6), one.plusMinus(), 0.01);
    }

    /// What 95 % means: of many runs whose forks differ by chance, so many intervals have the true slope in them. The
    /// seed is fixed. An interval by 1.96 standard errors has it in 82 % of runs with three forks, in 88 % with five.
    @Test
    void hasTheTrueSlopeInNineteenOfTwentyIntervals() {
        var random = new Random(20_251_218);
        for (int forks : List.of(2, 3, 5, 10)) {
            int runs = 2_000, within = 0;
            double sum = 0;
            for (int run = 0; run < runs; run++) {
                var noise = LongStream.range(0, forks).map(_ -> Math.round(900_000 * random.nextGaussian())).toArray();
                var slope = weighings(noise, 10_000).slope("goroutines").orElseThrow(); // 100 B is the deviation
                if (slope.low() <= 2_700 && 2_700 <= slope.high()) within++;
                sum += slope.value();
            }
            assertEquals(0.95, (double) within / runs, 0.015, forks + " forks"); // three standard errors
            assertEquals(2_700, sum / runs, 3 * 100 / Math.sqrt(forks * runs), forks + " forks");
        }
    }

    @Test
    void countsTheForksThatCameBack() {
        var weighed = weighings(new long[]{0, 0, 0});
        assertEquals(3, weighed.forks(GO));
        var lost = weighed.all().stream().filter(w -> w.fork() < 3 || w.tasks() < 10_000).toList();
        assertEquals(2, new Weighings("s", lost).forks(GO));
    }

    @Test
    void needsTwoSizes() {
        var one = new Weighings("s", weighings(new long[]{0, 5, 9}).all().stream()
            .filter(w -> w.tasks() == 1_000).toList());
        assertEquals(Optional.empty(), one.slope("goroutines"));
    }

    @Test
    void ofNobodyIsEmpty() {
        assertEquals(Optional.empty(), weighings(new long[]{0}).slope("fibers"));
    }

    @Test
    void medianStandsBetweenTheForks() {
        var spread = weighings(new long[]{10, -40, 0}).at(GO, 1_000, Quantity.RESIDENT).orElseThrow();
        assertEquals(new Range(2_700_000, 2_699_960, 2_700_010, List.of(2_700_010.0, 2_699_960.0, 2_700_000.0)),
            spread);
    }

    @Test
    void aFailedForkCountsForNothing() {
        var all = new ArrayList<>(weighings(new long[]{0, 0}).all());
        all.add(new Weighing(GO, 1_000, Map.of(), 3, Optional.empty(), Optional.empty(),
            OptionalLong.empty(), OptionalLong.empty(), new Outcome.Failed("died")));
        assertEquals(2_700, new Weighings("s", all).slope("goroutines").orElseThrow().value(), 0.001);
    }

    @Test
    void theDearestIsToldWhenAllWereWeighedAndTheirIntervalsDoNotTouch() {
        var all = new ArrayList<>(weighings(new long[]{9_000, -9_000, 0}, 10_000).all());
        all.addAll(others("fibers", 2_699));
        all.addAll(others("ants", 2_000));
        var weighed = new Weighings("s", all);
        assertEquals("goroutines", weighed.dearest(List.of("ants", "goroutines")));
        assertEquals("ants", weighed.dearest(List.of("ants")));
        assertEquals("", weighed.dearest(List.of("fibers", "ants", "goroutines")), "fibers lie in the interval");
        assertEquals("", weighed.dearest(List.of("goroutines", "elephants")), "nobody weighed elephants");
        assertEquals("", weighed.dearest(List.of()));
    }

    /// As many forks and tasks, each of so many bytes.
    private static List<Weighing> others(String name, long bytes) {
        return weighings(new long[]{0, 0, 0}).all().stream().map(w -> new Weighing(new Contender(name, "x", "1"),
            w.tasks(), w.params(), w.fork(), w.baseline(), reading(w.baseline().get().resident() + bytes * w.tasks()),
            w.live(), w.spawnMillis(), w.outcome())).toList();
    }

    /// 1,000 and 10,000 tasks of 2,700 B on 4 MB, each fork off by its noise.
    private static Weighings weighings(long[] noise) {
        return weighings(noise, 0);
    }

    /// The noise only in processes of that many tasks; 0: in all.
    private static Weighings weighings(long[] noise, int where) {
        return weighings(noise, where, List.of(1_000, 10_000));
    }

    private static Weighings weighings(long[] noise, int where, List<Integer> sizes) {
        var all = new ArrayList<Weighing>();
        for (int fork = 1; fork <= noise.length; fork++)
            for (int tasks : sizes) {
                long base = 4_000_000 + 100_000 * fork;
                long more = 2_700L * tasks + (where == 0 || where == tasks ? noise[fork - 1] : 0);
                all.add(new Weighing(GO, tasks, Map.of(), fork, reading(base), reading(base + more),
                    OptionalLong.empty(), OptionalLong.of(1), new Outcome.Weighed()));
            }
        return new Weighings("s", all);
    }

    private static Optional<Reading> reading(long bytes) {
        return Optional.of(new Reading(bytes, OptionalLong.empty(), 1));
    }
}
