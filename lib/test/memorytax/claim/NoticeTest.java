package memorytax.claim;

import memorytax.scale.Contender;
import memorytax.scale.Outcome;
import memorytax.scale.Spread;
import memorytax.scale.Told;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// What is said of several forks holds in all of them.
class NoticeTest {
    private static Optional<Measured> between(double low, double high) {
        return Optional.of(new Measured((low + high) / 2, low, high, true, 3));
    }

    @Test
    void isSaidOnlyWhereTheForksAgree() {
        assertEquals("✓ a is less.", Notice.less("a is less", between(1, 2), between(3, 4)).toString());
        assertEquals("✗ Not so here: a is less.", Notice.less("a is less", between(5, 6), between(3, 4)).toString());
        assertEquals("– Could not be told here: a is less.",
            Notice.less("a is less", between(1, 3.5), between(3, 4)).toString());
        assertEquals(Optional.empty(), Notice.less("a is less", Optional.empty(), between(3, 4)).seen());
        assertEquals(Optional.of(true), Notice.less("half", between(1, 2), 0.5, between(5, 6)).seen());
        assertEquals(Optional.empty(), Notice.less("half", between(1, 2.6), 0.5, between(5, 6)).seen());
    }

    @Test
    void theLeastIsNamedOnlyWhenAllAreThereAndApart() {
        var one = Optional.of(new Spread(1.5, 1, 2, 3));
        assertEquals("a", Spread.least(Map.of("a", one, "b", Optional.of(new Spread(3.5, 3, 4, 3)))));
        assertEquals("", Spread.least(Map.of("a", one, "b", Optional.of(new Spread(2.5, 2, 3, 3)))));
        assertEquals("", Spread.least(Map.of("a", one, "b", Optional.empty())));
    }

    @Test
    void aBoundIsBrokenByOneProcessThatHadMore() {
        assertEquals("In 2 processes with bounds of 8 and 64 none ever had more at once; without one it was 900 to 900",
            bound(7, 64).toString());
        assertEquals(Optional.of(true), bound(7, 64).kept());
        assertEquals("1 of 2 processes had more at once than their bound; without one it was 900 to 900",
            bound(9, 64).toString());
        assertEquals(Optional.of(false), bound(9, 64).kept());
        assertEquals(Optional.empty(), Bound.of("workers", "most", "seen", new Told("s", List.of())).kept());
    }

    /// Records of an older code have no onlooker, and say nothing of one.
    @Test
    void aBoundIsBrokenWhereAnOnlookerSeesMoreThanTheJobsCount() {
        var seen = new Told.Word(word("8", 8).contender(), 10, Map.of("workers", "8"), 1, "burst",
            Map.of("most", 8.0, "seen", 7.0), new Outcome.Weighed());
        var kept = Bound.of("workers", "most", "seen", new Told("s", List.of(seen)));
        assertEquals("In 1 processes with bounds of 8 none ever had more at once, by the count of its jobs and by that "
            + "of its runtime", kept.toString());
        var more = new Told.Word(seen.contender(), 10, seen.params(), 2, "burst", Map.of("most", 8.0, "seen", 9.0),
            new Outcome.Weighed());
        var broken = Bound.of("workers", "most", "seen", new Told("s", List.of(seen, more)));
        assertEquals(Optional.of(false), broken.kept());
    }

    private static Bound bound(double eight, double sixtyFour) {
        return Bound.of("workers", "most", "seen", new Told("s", List.of(word("8", eight), word("64", sixtyFour),
            word("0", 900))));
    }

    private static Told.Word word(String workers, double most) {
        return new Told.Word(new Contender("c", "go", ""), 10, Map.of("workers", workers), 1, "burst",
            DoubleStream.of(most).boxed().collect(java.util.stream.Collectors.toMap(_ -> "most", m -> m)),
            new Outcome.Weighed());
    }
}
