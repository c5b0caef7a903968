package memorytax.service;

import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import memorytax.service.Estimate.Fit;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/// What garbage adds to a service, by arithmetic: with models that can be worked out in the head.
class HeadroomTest {
    private static final int MB = 1 << 20;
    private static final Service BUSY = new Service(50_000, 0, 4_096, 100 * MB, 400 * MB);

    /// What a load told of itself in a process of so many tasks, and what was seen of it.
    private static List<Reports.Report> watched(String name, int fork, double empty, double parked, double peak) {
        var contender = new Contender(name, "x", "1");
        var params = Map.of("depth", "0", "holding", "4096");
        int tasks = BUSY.model().tasks();
        return List.of(word(contender, tasks, params, fork, "parked", Map.of(Watched.TAKEN, parked, Watched.MORE,
                parked - empty)), word(contender, tasks, params, fork, "heap", Map.of("live_bytes", 80.0 * MB,
                "goal_bytes", 170.0 * MB)), word(contender, tasks, params, fork, "made", Map.of("bytes",
                0.5 * (1 << 30), "millis", 5_000.0)), word(contender, tasks, params, fork, "garbage",
                Map.of("gc_cpu_ms", 500.0)), word(contender, tasks, params, fork, Watched.OUTSIDE,
                Map.of(Watched.PEAK, peak)));
    }

    private static Reports.Report word(Contender c, int tasks, Map<String, String> params, int fork, String name,
                                  Map<String, Double> figures) {
        return new Reports.Report(c, tasks, params, fork, name, figures, new Outcome.Weighed());
    }

    @SafeVarargs
    private static ServiceRuns all(List<Reports.Report>... words) {
        return new ServiceRuns(new Watched("w", List.of(),
            new Reports("w", Stream.of(words).flatMap(List::stream).toList())));
    }

    /// A model has 20,000 of 50,000 tasks, so all that is in proportion is two and a half times as much.
    @Test
    void garbageAddsWhatAModelOfItShows() {
        assertEquals(20_000, BUSY.model().tasks());
        var parked = Estimates.of(BUSY, EstimatesTest.COSTS, EstimatesTest.held(4_096));
        for (var e : parked.all()) assertFalse(e.known() || e.fit() == Fit.YES, e + ": nobody knows");
        double heap = parked.of(Costs.VIRTUAL).orElseThrow().heap(0.4) * MB;
        int limit = (int) parked.of(Costs.GO).orElseThrow().memory(0.4);
        var needs = parked.with(all(watched(Costs.GO, 1, 2 * MB, 140 * MB, 220 * MB),
            watched(Costs.GO + " (GOMEMLIMIT=" + limit + "MiB)", 1, 2 * MB, 140 * MB, 1.01 * limit * MB),
            watched(Costs.VIRTUAL + " (-Xmx)", 1, 50 * MB, 150 * MB, 60 * MB + heap),
            watched(Costs.PYTHON, 1, 20 * MB, 120 * MB, 121 * MB)),
            all(watched(Costs.VIRTUAL, 1, 50 * MB, 160 * MB, 200 * MB),
                watched(Costs.VIRTUAL, 2, 50 * MB, 160 * MB, 220 * MB)));
        var go = one(needs, Costs.GO);
        assertEquals(2 * MB + 50_000 * 7_096.0 + 2.5 * 80 * MB, go.total().value(), 1);
        assertEquals(go.total().value() + 2.5 * 10 * MB, go.total().high(), 1, "the goal is the bound");
        assertEquals(Fit.FLAG, go.fit(), go.toString());
        assertEquals("GOMEMLIMIT=380MiB", go.flag().orElseThrow().words());
        assertEquals(1.01 * 380 * MB, go.flag().orElseThrow().total().high(), 1);
        var java = one(needs, Costs.VIRTUAL);
        assertEquals(50 * MB + 2.5 * 160 * MB, java.total().value(), 1);
        assertEquals(2.5 * 12.706 * 10 * MB * Math.sqrt(3), java.total().high() - java.total().value(), MB, "of two");
        assertEquals(Fit.FLAG, java.fit());
        assertEquals((50.0 + 10 + java.heap()) * MB, java.flag().orElseThrow().total().high(), 1);
        assertEquals(20 * MB + 50_000 * 6_096.0 + MB, one(needs, Costs.PYTHON).total().value(), 1, "it does not grow");
        assertEquals(Costs.PYTHON, needs.choice().orElseThrow().name());
        assertEquals(1_000, java.spent().orElseThrow(), 1e-6);
        assertEquals("9.8 %", needs.percent(1_000));
        assertEquals(Fit.NO, one(needs, Costs.PLATFORM).fit());
    }

    @Test
    void aRunAloneOrOfAnotherServiceMakesNobodySure() {
        var roomy = new Service(50_000, 0, 4_096, 100 * MB, 4e9);
        var parked = Estimates.of(roomy, EstimatesTest.COSTS, EstimatesTest.held(4_096));
        var one = all(watched(Costs.VIRTUAL, 1, 50 * MB, 160 * MB, 200 * MB));
        assertEquals(Fit.EDGE, one(parked.with(all(), one), Costs.VIRTUAL).fit());
        var deeper = new Service(50_000, 7, 4_096, 100 * MB, 4e9);
        var other = Estimates.of(deeper, EstimatesTest.COSTS, EstimatesTest.held(4_096)).with(all(), one);
        assertFalse(one(other, Costs.VIRTUAL).tried());
    }

    @Test
    void whereThereIsNoGarbageNothingIsAdded() {
        var none = Estimates.of(new Service(50_000, 0, 4_096, 0, 400 * MB), EstimatesTest.COSTS,
            EstimatesTest.held(4_096));
        var with = none.with(all(watched(Costs.GO, 1, 2 * MB, 140 * MB, 220 * MB)), all());
        assertEquals(none.all(), with.all());
        assertEquals(Fit.YES, one(with, Costs.GO).fit());
    }

    private static Estimate one(Estimates estimates, String name) {
        return estimates.of(name).orElseThrow();
    }

    @Test
    void littleGarbageComesFasterSoThatTheHeapIsSeenToGrow() {
        assertEquals(0, new Service(50_000, 0, 4_096, 0, 1e9).millis());
        assertEquals(0, new Service(50_000, 0, 4_096, 0, 1e9).kilobytes());
        var little = new Service(50_000, 0, 4_096, 1_024, 1e9);
        assertEquals(3L * 50_000 * 5_120, 1_024.0 * little.kilobytes() * little.millis() / 1_000, 1e6);
        assertEquals(500 * 1_024, new Service(1_000, 0, 0, 500 * MB, 1e9).kilobytes(), "much of it does not");
    }
}
