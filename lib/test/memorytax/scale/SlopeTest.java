package memorytax.scale;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

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

    /// Checked by hand with the textbook's formula: six residuals of ±1000 B about the line, four degrees of freedom.
    @Test
    void hasAnIntervalThatNoiseWidens() {
        var noisy = weighings(new long[]{1_000, -1_000, 0}).slope("goroutines").orElseThrow();
        double se = Math.sqrt(4 * 1_000_000.0 / 4 / (6 * 4_500.0 * 4_500.0));
        assertEquals(2.776 * se, noisy.plusMinus(), 0.001);
        assertTrue(noisy.low() < 2_700 && 2_700 < noisy.high());
    }

    @Test
    void needsTwoSizes() {
        var one = new Weighings("s", weighings(new long[]{0, 5, 9}).all().stream().filter(w -> w.tasks() == 1_000).toList());
        assertEquals(Optional.empty(), one.slope("goroutines"));
    }

    @Test
    void ofNobodyIsEmpty() {
        assertEquals(Optional.empty(), weighings(new long[]{0}).slope("fibers"));
    }

    @Test
    void medianStandsBetweenTheForks() {
        var spread = weighings(new long[]{10, -40, 0}).at(GO, 1_000, Quantity.RESIDENT).orElseThrow();
        assertEquals(new Spread(2_700_000, 2_699_960, 2_700_010, 3), spread);
    }

    @Test
    void aFailedForkCountsForNothing() {
        var all = new ArrayList<>(weighings(new long[]{0, 0}).all());
        all.add(new Weighing(GO, 1_000, Map.of(), 3, Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), new Outcome.Failed("died")));
        assertEquals(2_700, new Weighings("s", all).slope("goroutines").orElseThrow().value(), 0.001);
    }

    /// 1,000 and 10,000 tasks of 2,700 B on 4 MB, each fork off by its noise.
    private static Weighings weighings(long[] noise) {
        var all = new ArrayList<Weighing>();
        for (int fork = 1; fork <= noise.length; fork++)
            for (int tasks : List.of(1_000, 10_000)) {
                long base = 4_000_000 + 100_000 * fork;
                all.add(new Weighing(GO, tasks, Map.of(), fork, reading(base), reading(base + 2_700L * tasks + noise[fork - 1]), Optional.empty(), OptionalLong.empty(), OptionalLong.of(1), new Outcome.Weighed()));
            }
        return new Weighings("s", all);
    }

    private static Optional<Reading> reading(long bytes) {
        return Optional.of(new Reading(bytes, OptionalLong.empty(), 1));
    }
}
