package memorytax.knob;

import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

import static memorytax.knob.Weighed.BASE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class KnobsTest {
    private static Weighed weighed() {
        return new Weighed(3).with(BASE, 1_000).with(BASE + " (Serial)", 970, 30_000_000).with(BASE + " (-Xint)", 2_400)
            .with(BASE + " (-Xss)", 1_001).with("goroutines", 2_700);
    }

    private static List<String> names(Knobs knobs) {
        return knobs.all().stream().map(Knob::name).toList();
    }

    /// By hand: s is 2 on either side, so the standard error is √(8/3), and t of four degrees of freedom is 2.776.
    @Test
    void eachOtherContenderOfTheBasesKindIsAChangeAndTheLargestComesFirst() {
        var knobs = Knobs.of(BASE, weighed().weighings());
        assertEquals(List.of("-Xint", "Serial", "-Xss"), names(knobs));
        var serial = knobs.find("Serial").orElseThrow();
        assertEquals(-30, serial.more().value(), 0.01);
        assertEquals(2.776 * Math.sqrt(8.0 / 3), serial.more().high() - serial.more().value(), 0.01);
        assertEquals(970, serial.cost().value(), 0.01);
        assertEquals(970 * 0.75, serial.live().orElseThrow().value(), 0.01);
        assertEquals(-30 * 0.75, serial.liveMore().orElseThrow().value(), 0.01);
        assertEquals(-10_000_000, serial.emptyMore().orElseThrow().value(), 1);
        assertEquals(Knob.Kind.SETTING, serial.kind());
        assertEquals(1_000, knobs.baseCost().orElseThrow().value(), 0.01);
        assertEquals(serial, knobs.find(BASE + " (Serial)").orElseThrow());
        assertEquals(Optional.empty(), knobs.find("ZGC"));
    }

    @Test
    void aDifferenceWhoseIntervalContainsZeroIsNotSeen() {
        var knobs = Knobs.of(BASE, weighed().weighings());
        assertEquals("-30 B (±5)", knobs.find("Serial").orElseThrow().said());
        var same = knobs.find("-Xss").orElseThrow();
        assertFalse(same.seen());
        assertEquals("no difference seen", same.said());
        assertEquals("no difference seen (±5 B)", Knob.said(same.more()));
        var alone = Knobs.of(BASE, new Weighed(1).with(BASE, 1_000).with(BASE + " (-Xint)", 2_400).weighings());
        assertEquals(List.of(), names(alone), "two processes have no slope");
    }

    @Test
    void theBiggestIsToldWhenItIsSeenAndItsIntervalTouchesNoOther() {
        var knobs = Knobs.of(BASE, weighed().with(BASE + " (heap)", 1_031).weighings());
        assertEquals("-Xint", knobs.biggest(List.of("Serial", "-Xint", "-Xss")));
        assertEquals(BASE + " (-Xint)", knobs.biggest(List.of("Serial", BASE + " (-Xint)")), "as it was asked for");
        assertEquals("", knobs.biggest(List.of("Serial", "heap")), "30 B less and 31 B more, both ± 5 B");
        assertEquals("Serial", knobs.biggest(List.of("-Xss", "Serial")), "a saving counts as much");
        assertEquals("", knobs.biggest(List.of("-Xss")), "no difference was seen");
        assertEquals("", knobs.biggest(List.of("-Xint", "ZGC")), "ZGC was not weighed");
        assertEquals("", knobs.biggest(List.of()));
    }

    @Test
    void aContenderCountsOnceAndFurtherSeriesAreHeldAgainstTheSameBase() {
        var versions = new Weighed(3).version("21").recorded().with(BASE + " (JDK 21)", 1_200).weighings();
        var waits = new Weighed(3).with(BASE, 5_000).with(BASE + " (sleep)", 1_100).with(BASE + " (Serial)", 9_000)
            .weighings();
        var knobs = Knobs.of(BASE, weighed().weighings()).and(versions).and(Knob.Kind.WAIT, waits);
        assertEquals(List.of("-Xint", "JDK 21", "sleep", "Serial", "-Xss"), names(knobs));
        assertEquals(100, knobs.more("sleep").orElseThrow().value(), 0.01);
        assertEquals(970, knobs.cost("Serial").orElseThrow().value(), 0.01);
        assertEquals(List.of(Knob.Kind.VERSION, Knob.Kind.WAIT), List.of(knobs.find("JDK 21").orElseThrow().kind(),
            knobs.find("sleep").orElseThrow().kind()));
        assertFalse(knobs.here("JDK 21"));
        assertTrue(knobs.here("sleep"));
        assertEquals(List.of("A difference below 1,049 B may be what the process takes for itself.",
            "JDK 21: recorded, not measured here."), knobs.remarks());
    }

    /// By hand: 40 MB and 0.3 MB stand on 1,000 tasks of 1,000 B, and the peak is 0.5 MB above that.
    @Test
    void methodsReadTheSameProcesses() {
        var methods = Knobs.methods(BASE, weighed().weighings());
        assertEquals(List.of("whole process ÷ 1,000", "whole process ÷ 2,000", "growth ÷ 1,000", "live",
            "growth ÷ 2,000", "charged", "PSS", "peak"), names(methods));
        assertEquals(40_300, methods.more("whole process ÷ 1,000").orElseThrow().value(), 0.01);
        assertEquals(300, methods.more("growth ÷ 1,000").orElseThrow().value(), 0.01);
        assertEquals(1_150, methods.cost("growth ÷ 2,000").orElseThrow().value(), 0.01);
        assertEquals(-250, methods.more("live").orElseThrow().value(), 0.01);
        assertEquals(10, methods.more("charged").orElseThrow().value(), 0.01);
        assertEquals("no difference seen", methods.find("PSS").orElseThrow().said());
        var growth = methods.more("growth ÷ 1,000").orElseThrow();
        assertEquals(growth.low(), growth.high(), 0.01, "what is off in a fork is off in both readings of it");
    }

    @Test
    void whatWasNotToldIsNoMethodAndHasNoLiveDifference() {
        var mute = new Weighed(3).mute().with(BASE, 1_000).with(BASE + " (Serial)", 970).weighings();
        assertFalse(names(Knobs.methods(BASE, mute)).contains("live"));
        assertEquals(Optional.empty(), Knobs.of(BASE, mute).find("Serial").orElseThrow().liveMore());
    }

    @Test
    void settingsAndMethodsAreRankedTogetherWhereTheyHaveOneBase() {
        var weighed = weighed().weighings();
        var both = Knobs.of(BASE, weighed).and(Knobs.methods(BASE, weighed));
        assertEquals(List.of("whole process ÷ 1,000", "whole process ÷ 2,000", "-Xint", "growth ÷ 1,000", "live",
            "growth ÷ 2,000", "Serial", "charged", "-Xss", "PSS", "peak"), names(both));
        var e = assertThrows(IllegalArgumentException.class, () -> both.and(Knobs.of("goroutines", weighed)));
        assertEquals("the changes are held against \"virtual threads\", and these against \"goroutines\": both need "
            + "the same base", e.getMessage());
    }

    @Test
    void withoutABaseOrWithoutASlopeThereIsNothingToTell() {
        var none = Knobs.of("fibers", weighed().weighings());
        assertEquals(List.of(), none.all());
        assertEquals(Optional.empty(), none.baseCost());
        assertEquals("", none.biggest(List.of("Serial")));
        assertEquals(List.of(), Knobs.methods("fibers", weighed().weighings()).all());
        assertEquals(List.of(), Knobs.of(BASE, new Weighings("s", List.of())).remarks());
        var failed = weighed().weighings().all().stream().filter(w -> !w.contender().name().contains("Xint")
            || w.tasks() == 1_000).toList();
        var knobs = Knobs.of(BASE, new Weighings("s", failed));
        assertEquals(List.of("-Xint"), knobs.missing());
        assertTrue(knobs.remarks().contains("-Xint: no slope, because too few of its processes came back."));
    }
}
