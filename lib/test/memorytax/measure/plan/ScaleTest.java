package memorytax.measure.plan;

import memorytax.Weighs;
import memorytax.measure.process.Peers;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Weighing;
import org.apache.commons.math3.primes.Primes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The scale on real processes: what must hold on every run.
@Weighs
@Timeout(600)
class ScaleTest {
    private static final Scale SCALE = forks(3);

    private static Scale once() {
        return forks(1);
    }

    private static Scale forks(int forks) {
        return new Scale(new Effort(forks, List.of(), false), nobody(), Progress.SILENT, Archive.NONE, "a step");
    }

    @Test
    void readsAKnownWeightWithinOnePercent() {
        var calibration = SCALE.calibrate();
        assertTrue(calibration.good(), calibration.toString());
    }

    @Test
    void seesThatAWarmedThreadLivesOnLessThanAColdOne() {
        var weighed = once().sizes(2_000, 11_000, 20_000).java("cold", n -> Loads.waiting(n))
            .java("warmed", n -> Loads.waiting(n)).warmed().weigh();
        double cold = weighed.slope("cold", Quantity.LIVE).orElseThrow().value();
        double warm = weighed.slope("warmed", Quantity.LIVE).orElseThrow().value();
        assertTrue(100 < warm && warm < cold && cold < 10_000, "warmed " + warm + ", cold " + cold);
        assertTrue(weighed.slope("warmed").orElseThrow().value() > 0.8 * warm, "what lives is resident");
    }

    @Test
    void aLoadHasTheLibraryThatItNeedsAndTheOthersDoNot() {
        var weighed = once().sizes(1)
            .java("with", n -> Primes.nextPrime(n)).needs(Primes.class)
            .java("without", n -> Primes.nextPrime(n)).weigh();
        assertEquals("ok", weighed.all().getFirst().outcome().toString());
        assertTrue(weighed.all().getLast().outcome().toString().contains("NoClassDefFoundError"), weighed.toString());
    }

    @Test
    void takesTurnsForkBySizeByContender() {
        var order = new ArrayList<String>();
        var progress = new Progress() {
            @Override
            public void point(String what, int done, int all, Optional<java.time.Duration> left) {
                order.add(what);
            }

            @Override
            public void series(List<Point> points) {
                order.add(points.size() + " processes");
            }

            @Override
            public void resident(long bytes) {
            }

            @Override
            public void weighed(Weighing weighing) {
                order.add(weighing.contender().name() + " " + weighing.outcome());
            }

            @Override
            public void end() {
                order.add("end");
            }
        };
        new Scale(new Effort(2, List.of(), false), nobody(), progress, Archive.NONE, "s").sizes(20, 10)
            .java("a", n -> Loads.waiting(n)).java("b", n -> Loads.waiting(n)).upTo(10).weigh();
        assertEquals(List.of("6 processes", "a × 10, fork 1", "a ok", "b × 10, fork 1", "b ok", "a × 20, fork 1",
            "a ok", "a × 10, fork 2", "a ok", "b × 10, fork 2", "b ok", "a × 20, fork 2", "a ok", "end"), order);
    }

    @Test
    void leavesNobodyBehindWhoCameUpBeforeItsTurn() {
        var weighed = SCALE.sizes(10).java("good", n -> Loads.waiting(n)).warmed()
            .java("bad", n -> Loads.throwing(n)).warmed().weigh();
        assertEquals(3, weighed.all().stream().filter(Weighing::here).count());
        assertEquals(2, weighed.all().stream().filter(w -> w.outcome() instanceof Outcome.Failed).count(),
            "after two failures it is not tried again");
        assertEquals(List.of(), Children.of(ScaleTest.class.getName()));
    }

    @Test
    void watchesEveryForkAndKeepsTheTraceOfOne() {
        var watched = SCALE.sizes(1_000).over("depth", 1, 2).java("deep", n -> Loads.marking(n)).watch();
        assertEquals(List.of(Map.of("depth", "1"), Map.of("depth", "2")),
            watched.traces().stream().map(Trace::params).toList());
        var peak = watched.with("depth", 2).peak("deep").orElseThrow();
        double sampled = watched.with("depth", 2).traces().getFirst().peak();
        assertTrue(1 << 20 < sampled && sampled <= 1.05 * peak.high(), "the one in the middle took " + sampled);
        assertEquals(3, peak.forks());
        assertTrue(1 << 20 < peak.low() && peak.low() <= peak.median() && peak.median() <= peak.high(),
            peak.toString());
        assertTrue(watched.seconds("deep").orElseThrow().low() > 0);
    }

    @Test
    void tellsALoadWhatElseItNeedsAndHearsItsMarks() {
        var series = once().sizes(3, 5).java("deep", n -> Loads.marking(n)).with("depth", 30);
        var trace = series.watch().traces().getFirst();
        assertEquals(List.of("depth_30", "loaded"), trace.marks().stream().map(Trace.Mark::name).toList());
        assertEquals(Map.of("depth", "30"), series.weigh().all().getFirst().params());
        var missing = once().sizes(3).java("deep", n -> Loads.marking(n)).weigh().all().getFirst();
        assertTrue(missing.outcome().toString().contains("LOAD needs depth=number"), missing.toString());
    }

    @Test
    void obeysTheReadersSizes() {
        var effort = new Effort(1, List.of(7, 3), false);
        var weighed = new Scale(effort, nobody(), Progress.SILENT, Archive.NONE, "s").sizes(1_000)
            .java("a", n -> Loads.waiting(n)).weigh();
        assertEquals(List.of(3, 7), weighed.sizes());
    }

    static AutoCloseable endingWell(int tasks) {
        return () -> { };
    }

    static AutoCloseable losing(int tasks) {
        return () -> {
            throw new IllegalStateException("one of " + tasks + " is lost");
        };
    }

    @Test
    void whatIsProvenHasToEndWell() {
        var weighed = once().sizes(4).java("well", n -> endingWell(n)).java("lost", n -> losing(n)).proven().weigh();
        var outcomes = weighed.all().stream().map(w -> w.contender().name() + " " + w.outcome()).distinct().toList();
        assertEquals(List.of("well ok", "lost failed: IllegalStateException: one of 4 is lost"), outcomes);
    }

    @Test
    void passesFlagsToTheChild() {
        var weighed = SCALE.sizes(200).java("small heap", n -> new byte[n << 20]).flags("-Xmx64m").weigh();
        assertTrue(weighed.all().getFirst().outcome().toString().contains("Java heap space"), weighed.all().toString());
        assertEquals(2, weighed.all().size(), "a point that failed twice is not tried again");
    }

    @Test
    void aLoadThatNeverSaysThatItWaitsIsNotTriedAgain() {
        var weighed = SCALE.sizes(10, 20).java("silent", n -> Loads.silent(n)).java("fine", n -> Loads.waiting(n))
            .weigh();
        assertEquals(1, weighed.all().stream().filter(w -> w.contender().name().equals("silent")).count());
        assertEquals(6, weighed.all().stream().filter(w -> w.outcome() instanceof Outcome.Weighed).count());
    }

    @Test
    void saysWhyAContenderIsNotThereAtAll() {
        var weighed = once().sizes(50).java("a", n -> Loads.waiting(n)).upTo(10).go("g", "g.go").weigh();
        assertEquals(List.of("skipped: it is weighed with at most 10 tasks", "skipped: no Go on this machine"),
            weighed.all().stream().map(w -> w.outcome().toString()).toList());
        assertThrows(IllegalArgumentException.class, () -> SCALE.sizes(1).go("g", "g.go").warmed());
    }

    @Test
    void takesOneTaskApart() throws Exception {
        var parts = once().sizes(5_000).java("threads", n -> Loads.waiting(n)).warmed().parts().of("threads")
            .orElseThrow();
        assertTrue(parts.bytes().containsKey("StackChunk") && parts.bytes().containsKey("VirtualThread"),
            parts.toString());
        assertTrue(parts.sum() > 300 && parts.sum() < 3_000, parts.toString());
    }

    @Test
    void saysWhoCouldNotBeTakenApart() {
        assertEquals(List.of("g: no Go on this machine."), SCALE.sizes(10).go("g", "g.go").parts().remarks());
        assertEquals(Set.of(), SCALE.sizes(10).go("g", "g.go").parts().recorded());
    }

    @Test
    void watchesAProcessWhileItWorks() {
        var trace = once().sizes(20_000).java("threads", n -> Loads.waiting(n)).watch().traces().getFirst();
        assertEquals("ok", trace.outcome().toString());
        assertEquals(List.of("loaded"), trace.marks().stream().map(Trace.Mark::name).toList());
        assertTrue(trace.samples().getLast().resident() > trace.samples().getFirst().resident(),
            trace.samples().toString());
    }

    @Test
    void saysWhyALoadCannotTravel() {
        var captured = new Object();
        var e = assertThrows(IllegalArgumentException.class,
            () -> SCALE.sizes(1).java("x", _ -> captured.toString()).weigh());
        assertTrue(e.getMessage().contains("serialized"), e.getMessage());
        var e2 = assertThrows(IllegalArgumentException.class,
            () -> SCALE.sizes(1).java("x", n -> this.instance(n)).weigh());
        assertTrue(e2.getMessage().contains("static"), e2.getMessage());
    }

    private Object instance(int n) {
        return n;
    }

    private static Peers nobody() {
        return new Peers() {
            @Override
            public List<Peer> program(String runtime, String name, String file) {
                var contender = new Contender(name, runtime, "");
                var language = runtime.equals("go") ? "Go" : "Python";
                return List.of(new Peer(contender, Optional.empty(), "no " + language + " on this machine"));
            }

            @Override
            public Optional<String> version(String runtime) {
                return Optional.empty();
            }
        };
    }
}
