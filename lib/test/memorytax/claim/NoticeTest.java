package memorytax.claim;

import memorytax.measure.result.Chance;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// What is said of several forks holds in all of them.
class NoticeTest {
    private static Optional<Measured> between(double low, double high) {
        return range(low, high, 3);
    }

    private static Optional<Measured> range(double low, double high, int forks) {
        return Optional.of(new Measured((low + high) / 2, low, high, true, forks, Extent.RANGE));
    }

    private static Optional<Measured> interval(double low, double high, int forks) {
        return Optional.of(new Measured((low + high) / 2, low, high, true, forks));
    }

    @Test
    void isSaidOnlyWhereTheForksAgree() {
        assertEquals("✓ a is less (by chance: 1 in 20).",
            Notice.less("a is less", between(1, 2), between(3, 4)).toString());
        assertEquals("✗ Not so here: a is less (by chance: 1 in 20).",
            Notice.less("a is less", between(5, 6), between(3, 4)).toString());
        assertEquals("– Cannot be decided here: a is less.",
            Notice.less("a is less", between(1, 3.5), between(3, 4)).toString());
        assertEquals(Optional.empty(), Notice.less("a is less", Optional.empty(), between(3, 4)).seen());
        assertEquals(Optional.of(true), Notice.less("half", between(1, 2), 0.5, between(5, 6)).seen());
        assertEquals(Optional.empty(), Notice.less("half", between(1, 2.6), 0.5, between(5, 6)).seen());
        assertEquals("✓ a is less (by chance: 1 in 100 or less).",
            Notice.less("a is less", interval(1, 2, 2), interval(3, 4, 2)).toString());
    }

    /// Two forks lie below two others once in six times by chance, and one process proves nothing.
    @Test
    void fewForksEarnNoTickHoweverFarTheyAreApart() {
        assertEquals("– Seen in few processes, which may be chance: a is less (by chance: 1 in 6).",
            Notice.less("a is less", range(1, 2, 2), range(1e9, 2e9, 2)).toString());
        assertEquals("– Seen in one process, which proves nothing: a is less.",
            Notice.less("a is less", range(1, 1, 1), range(1e9, 2e9, 5)).toString());
        assertEquals("– Seen in one process, which proves nothing: a is less.",
            Notice.less("a is less", interval(1, 1, 1), interval(1e9, 2e9, 5)).toString());
        assertEquals("– Not seen in the one process: a is less.",
            Notice.less("a is less", range(1e9, 1e9, 1), range(1, 2, 5)).toString());
        assertEquals("– Seen in few processes, which may be chance: a is more (by chance: 1 in 8).",
            Notice.above("a is more", range(5, 6, 3), 1).toString());
        assertEquals("✓ a is more (by chance: 1 in 32).", Notice.above("a is more", range(5, 6, 5), 1).toString());
    }

    /// What is said of chance is what chance does: forks of one and the same kind, drawn again and again.
    @Test
    void theChanceIsThatOfForksWhichDoNotDiffer() {
        var random = new Random(42);
        int rounds = 40_000, below = 0, least = 0;
        for (int i = 0; i < rounds; i++) {
            double[][] all = new double[3][];
            for (int k = 0; k < 3; k++) all[k] = random.doubles(3).sorted().toArray();
            if (all[0][2] < all[1][0]) below++;
            for (int k = 0; k < 3; k++)
                if (all[k][2] < all[(k + 1) % 3][0] && all[k][2] < all[(k + 2) % 3][0]) least++;
        }
        assertEquals(Chance.below(3, 3), (double) below / rounds, 0.005);
        assertEquals(Chance.least(3, 3, 3), (double) least / rounds, 0.005);
    }

    @Test
    void theLeastIsNamedOnlyWhenAllAreThereAndApartAndNotByChance() {
        assertEquals("a", Measured.least(Map.of("a", range(1, 2, 5), "b", range(3, 4, 5))));
        assertEquals("", Measured.least(Map.of("a", range(1, 2, 5), "b", range(2, 3, 5))));
        assertEquals("", Measured.least(Map.of("a", range(1, 2, 5), "b", Optional.empty())));
        assertEquals("", Measured.least(Map.of("a", range(1, 2, 3), "b", range(3, 4, 3))), "once in ten times");
        assertEquals("", Measured.least(Map.of("a", interval(1, 1, 1), "b", interval(3, 4, 5))), "one process");
        assertEquals("a", Measured.least(Map.of("a", interval(1, 2, 3), "b", interval(3, 4, 3))));
    }

    @Test
    void aBoundIsBrokenByOneProcessThatHadMore() {
        assertEquals("Of 2 processes with bounds of 8 and 64 none ever had more at once than its bound; processes "
            + "without a bound had 900 to 900", bound(7, 64).toString());
        assertEquals(Optional.of(true), bound(7, 64).kept());
        assertEquals("1 of 2 processes had more at once than their bound; processes without a bound had 900 to 900",
            bound(9, 64).toString());
        assertEquals(Optional.of(false), bound(9, 64).kept());
        assertEquals(Optional.empty(), Bound.of("workers", "most", "seen", new Reports("s", List.of())).kept());
    }

    /// Records of an older code have no onlooker, and say nothing of one.
    @Test
    void aBoundIsBrokenWhereAnOnlookerSeesMoreThanTheJobsCount() {
        var seen = new Reports.Report(word("8", 8).contender(), 10, Map.of("workers", "8"), 1, "burst",
            Map.of("most", 8.0, "seen", 7.0), new Outcome.Weighed());
        var kept = Bound.of("workers", "most", "seen", new Reports("s", List.of(seen)));
        assertEquals("Of 1 process with bounds of 8 none ever had more at once than its bound, by the count of its "
            + "jobs and by that of its runtime", kept.toString());
        var more = new Reports.Report(seen.contender(), 10, seen.params(), 2, "burst", Map.of("most", 8.0, "seen", 9.0),
            new Outcome.Weighed());
        var broken = Bound.of("workers", "most", "seen", new Reports("s", List.of(seen, more)));
        assertEquals(Optional.of(false), broken.kept());
    }

    private static Bound bound(double eight, double sixtyFour) {
        return Bound.of("workers", "most", "seen", new Reports("s", List.of(word("8", eight), word("64", sixtyFour),
            word("0", 900))));
    }

    private static Reports.Report word(String workers, double most) {
        return new Reports.Report(new Contender("c", "go", ""), 10, Map.of("workers", workers), 1, "burst",
            DoubleStream.of(most).boxed().collect(java.util.stream.Collectors.toMap(_ -> "most", m -> m)),
            new Outcome.Weighed());
    }
}
