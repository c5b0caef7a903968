package memorytax.measure.result;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Two figures of several forks each, subtracted.
class ForkValuesTest {
    private static final Contender GO = new Contender("goroutines", "go", "1.26");

    private static ForkValues values(double... values) {
        var byFork = new LinkedHashMap<Integer, Double>();
        for (double value : values) byFork.put(byFork.size() + 1, value);
        return new ForkValues(byFork);
    }

    /// By hand: the means are 20 and 12, s² is 4 and 1, so s²/n is 4/3 and 1/3, and the standard error √(5/3). Degrees
    /// of freedom: (5/3)² / ((16/9)/2 + (1/9)/2) = 50/17 = 2.94. Of these t is 3.219, by adding up Student's density.
    @Test
    void theIntervalIsWelchs() {
        var more = values(18, 20, 22).minus(values(11, 12, 13));
        assertEquals(8, more.mean(), 1e-9);
        assertEquals(3.219 * Math.sqrt(5.0 / 3), more.high() - more.mean(), 0.001);
        assertEquals(more.high() - more.mean(), more.mean() - more.low(), 1e-9);
        assertEquals(3, more.forks());
    }

    /// What 95 % means, also where the one scatters ten times as much, and has fewer forks. The seed is fixed. With
    /// 1.96 standard errors in place of t it would be 82 % of runs for two forks each, and 88 % for three.
    @ParameterizedTest
    @CsvSource({"2, 2, 10", "2, 2, 100", "3, 3, 10", "3, 3, 100", "5, 5, 10", "5, 5, 100", "2, 5, 10", "5, 2, 10",
        "3, 5, 100", "10, 10, 30"})
    void aboutNineteenOfTwentyIntervalsHaveTheTrueDifferenceInThem(int forks, int others, double scatter) {
        var random = new Random(20_251_218);
        int runs = 4_000, within = 0;
        double sum = 0;
        for (int run = 0; run < runs; run++) {
            var more = drawn(random, forks, 1_350, scatter).minus(drawn(random, others, 1_038, 10));
            if (more.low() <= 312 && 312 <= more.high()) within++;
            sum += more.mean();
        }
        double share = (double) within / runs;
        assertTrue(0.90 <= share && share <= 0.99, "the true difference lies in " + 100 * share + " % of them");
        assertEquals(312, sum / runs, 4 * Math.hypot(scatter / Math.sqrt(forks), 10 / Math.sqrt(others))
            / Math.sqrt(runs));
    }

    private static ForkValues drawn(Random random, int forks, double mean, double scatter) {
        return values(DoubleStream.generate(() -> mean + scatter * random.nextGaussian()).limit(forks).toArray());
    }

    /// One process is off by 500 B, and each reading of it with it: of the difference everything is known.
    @Test
    void ofTheSameForksOnlyTheirDifferencesCount() {
        var resident = values(1_000, 1_500, 1_000);
        var same = values(1_100, 1_600, 1_100).minusSameForks(resident);
        assertEquals(new Interval(100, 100, 100, 3), same);
        var apart = values(1_100, 1_600, 1_100).minus(resident);
        assertTrue(apart.low() < 0 && apart.high() > 0, apart::toString);
    }

    @Test
    void ofOneForkNobodyKnowsHowSureItIs() {
        assertEquals(new Interval(50, 50, 50, 1), values(150).minus(values(90, 100, 110)));
        assertEquals(new Interval(0, 0, 0, 2), values(7, 7).minus(values(7, 7, 7)), "no scatter, no width");
    }

    /// The mean of the forks' own slopes is the slope, and a fork with one size has none.
    @Test
    void theirMeanIsTheSlope() {
        var weighed = new Weighings("s", Stream.concat(IntStream.rangeClosed(1, 3).boxed().flatMap(fork -> Stream.of(
            weighing(1_000, fork, 2_700_000 + 9_000L * fork), weighing(10_000, fork, 27_000_000))),
            Stream.of(weighing(1_000, 4, 1))).toList());
        var slopes = ForkValues.slopes(weighed, GO, Quantity.RESIDENT);
        assertEquals(List.of(1, 2, 3), List.copyOf(slopes.byFork().keySet()));
        var slope = weighed.slope("goroutines").orElseThrow();
        assertEquals(slope.value(), slopes.mean().mean(), 1e-6);
        assertEquals(slope.high(), slopes.mean().high(), 1e-6);
        assertEquals(2_709, ForkValues.quotients(weighed, GO, 1_000, Quantity.RESIDENT).byFork().get(1), 1e-6);
        assertEquals(4_000_000, ForkValues.baselines(weighed, GO).mean().mean(), 1e-6);
        assertTrue(ForkValues.slopes(weighed, GO, Quantity.LIVE).isEmpty(), "nobody told what is live");
    }

    private static Weighing weighing(int tasks, int fork, long more) {
        return new Weighing(GO, tasks, Map.of(), fork, reading(4_000_000), reading(4_000_000 + more),
            OptionalLong.empty(), OptionalLong.of(1), new Outcome.Weighed());
    }

    private static Optional<Reading> reading(long bytes) {
        return Optional.of(new Reading(bytes, OptionalLong.empty(), 1));
    }
}
