package memorytax;

import memorytax.knob.Explanation;
import memorytax.knob.Figure;
import memorytax.knob.Knob;
import memorytax.knob.Knobs;
import memorytax.measure.plan.Effort;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The knobs of chapter 10 are turned: a knob that does not reach its runtime would show no difference, and look like
/// one that does nothing.
@Weighs
class OneKnobTest {
    private static Steps chapter;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(10);
    }

    /// With so many tasks that the two megabytes, which a heap on a busy machine may have more at one of the weighings,
    /// are below a hundred bytes a task.
    @Test
    void aJvmIsToldEachFlagAndObeysIt() throws Exception {
        var knobs = (Weighings) chapter.run("javaKnobs", Effort.quick(2, 5_000, 40_000));
        var flags = flags(knobs);
        assertEquals("-Xbatch", flags.get("virtual threads"));
        assertEquals("-Xbatch -XX:+UseCompactObjectHeaders", flags.get("virtual threads (compact headers)"));
        double base = live(knobs, "virtual threads");
        assertTrue(live(knobs, "virtual threads (interpreter)") > 2 * base, knobs.slopes().toString());
        assertTrue(live(knobs, "virtual threads (own queue)") > base + 100, knobs.slopes().toString());
        double placebo = live(knobs, "virtual threads (G1)");
        assertTrue(placebo > 0.7 * base && placebo < 1.3 * base, "G1 is the usual one: " + placebo + ", " + base);
    }

    /// What looks like a saving of Serial's was paid before: its empty process is larger.
    @Test
    void moreOfTheJvmIsPaidBeforeTheFirstTaskWithSerial() throws Exception {
        var knobs = Knobs.of("virtual threads",
            (Weighings) chapter.run("javaKnobs", Effort.quick(2, 1_000, 6_000)));
        var serial = knobs.find("Serial").orElseThrow();
        assertTrue(serial.emptyMore().orElseThrow().value() > 10 << 20, serial.toString());
    }

    @Test
    void pythonObeysTheVariablesThatItIsTold() throws Exception {
        var knobs = (Weighings) chapter.run("pyKnobs", Effort.quick(2, 2_000, 10_000));
        assumeTrue(knobs.here("asyncio tasks"), "no Python here");
        double base = resident(knobs, "asyncio tasks");
        assertTrue(resident(knobs, "asyncio tasks (dev mode)") > 3 * base, knobs.slopes().toString());
        assertTrue(resident(knobs, "asyncio tasks (checked malloc)") > 1.1 * base, knobs.slopes().toString());
        assertEquals(base, resident(knobs, "asyncio tasks (pymalloc)"), 0.05 * base, "that is the usual one");
        assertEquals("PYTHONDEVMODE=1", flags(knobs).get("asyncio tasks (dev mode)"));
        assertEquals("", flags(knobs).get("asyncio tasks"));
        assertEquals("dev mode",
            Knobs.of("asyncio tasks", knobs).biggest(List.of("own queue", "dev mode", "pymalloc")));
        var found = Explanation.of(Figure.of("%d B per asyncio task".formatted(
            Math.round(resident(knobs, "asyncio tasks (dev mode)")))), List.of(knobs));
        assertTrue(found.found(), found.toString());
        assertTrue(found.fitting().getFirst().toString().startsWith("dev mode"), found.fitting().toString());
    }

    @Test
    void goKeepsItsSmallStacks() throws Exception {
        var knobs = (Weighings) chapter.run("goKnobs", Effort.quick(2, 2_000, 10_000));
        assumeTrue(knobs.here("goroutines"), "no Go here");
        double base = resident(knobs, "goroutines");
        for (var knob : Knobs.of("goroutines", knobs).all())
            assertTrue(knob.kind() == Knob.Kind.METHOD || Math.abs(knob.more().value()) < 0.2 * base, knob.toString());
        assertTrue(live(knobs, "goroutines (own queue)") > live(knobs, "goroutines") + 50, knobs.slopes().toString());
        assertEquals("GOGC=25", flags(knobs).get("goroutines (GOGC=25)"));
    }

    private static Map<String, String> flags(Weighings weighed) {
        return weighed.contenders().stream().collect(Collectors.toMap(Contender::name,
            c -> weighed.of(c, Quantity.TOTAL).getFirst().flags()));
    }

    private static double live(Weighings weighed, String contender) {
        return weighed.slope(contender, Quantity.LIVE).orElseThrow().value();
    }

    private static double resident(Weighings weighed, String contender) {
        return weighed.slope(contender).orElseThrow().value();
    }
}
