package memorytax.service;

import memorytax.claim.Measured;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import memorytax.service.Costs.Architecture;
import memorytax.service.Estimate.Fit;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a service needs, by arithmetic: with costs that can be worked out in the head.
class EstimatesTest {
    private static final int MB = 1 << 20;

    private static Measured exactly(double value) {
        return new Measured(value, value, value, true);
    }

    private static Curve flat(double value) {
        return Curve.of(new TreeMap<>(Map.of(0, exactly(value), 100, exactly(value))), false);
    }

    private static Architecture of(String name, String runtime, double empty, double task, Optional<Curve> live) {
        return new Architecture(new Contender(name, runtime, "1"), exactly(empty), exactly(0), flat(task), live,
            100_000, !name.equals(Costs.CALLBACKS));
    }

    /// Java takes half as much again as is live.
    static final Costs COSTS = new Costs(List.of(
        of(Costs.VIRTUAL, "java", 50 * MB, 1_500, Optional.of(flat(1_000))),
        of(Costs.PLATFORM, "java", 40 * MB, 30_000, Optional.empty()),
        of(Costs.CALLBACKS, "java", 40 * MB, 100, Optional.of(flat(100))),
        of(Costs.GO, "go", 2 * MB, 3_000, Optional.empty()),
        of(Costs.PYTHON, "python", 20 * MB, 2_000, Optional.empty())));

    /// Processes of 1,000 tasks that take 500 B each, and what they hold: half as much again in Java.
    static Weighings held(int bytes) {
        var all = new ArrayList<Weighing>();
        for (var runtime : List.of("java", "go", "python"))
            for (int holding : bytes == 0 ? new int[]{0} : new int[]{0, bytes})
                for (int fork = 1; fork <= 3; fork++) {
                    double times = runtime.equals("java") ? 1.5 : 1;
                    all.add(weighing(runtime, holding, fork, (long) (1_000 * (500 + times * holding)),
                        1_000L * (500 + holding)));
                }
        return new Weighings("held", all);
    }

    private static Weighing weighing(String runtime, int holding, int fork, long bytes, long live) {
        return new Weighing(new Contender(runtime + " tasks", runtime, "1"), 1_000, Map.of("holding", "" + holding),
            fork, reading(MB), reading(MB + bytes), OptionalLong.of(live), OptionalLong.of(1),
            new Outcome.Weighed());
    }

    private static Optional<Reading> reading(long bytes) {
        return Optional.of(new Reading(bytes, OptionalLong.empty(), 5));
    }

    /// Without garbage.
    private static Estimates estimates(int tasks, int depth, int holding, double limit) {
        return Estimates.of(new Service(tasks, depth, holding, 0, limit), COSTS, held(holding));
    }

    private static Estimate one(Estimates estimates, String name) {
        return estimates.of(name).orElseThrow();
    }

    @Test
    void isTheEmptyProcessAndItsTasksWithWhatTheyHold() {
        var e = estimates(10_000, 30, 1_000, 1 << 30);
        assertEquals(2 * MB + 10_000 * 4_000, one(e, Costs.GO).total().value(), 1);
        assertEquals(20 * MB + 10_000 * 3_000, one(e, Costs.PYTHON).total().value(), 1);
        assertEquals(40 * MB + 10_000 * 31_500, one(e, Costs.PLATFORM).total().value(), 1);
        var java = one(e, Costs.VIRTUAL);
        assertEquals(50 * MB + 10_000 * 2_000, java.need().orElseThrow().value(), 1);
        assertEquals(50 * MB + 10_000 * 2_500, java.total().value(), 1, "the middle of 1 and 1.5 times");
        assertEquals(50 * MB + 10_000 * 2_000, java.total().low(), 1);
        assertEquals(50 * MB + 10_000 * 3_000, java.total().high(), 1);
        assertEquals((int) Math.ceil((20e6 * 1.25) / MB + 16), java.heap());
        assertTrue(one(e, Costs.GO).need().isEmpty() && one(e, Costs.GO).heap() == 0);
    }

    @Test
    void whatIsHeldCostsInProportionWhereItWasNotWeighedAtThatSize() {
        assertEquals(2_000, Estimates.held(held(1_000), "go", Quantity.RESIDENT, 2_000).orElseThrow().value(), 1e-6);
        assertEquals(0, Estimates.held(held(1_000), "go", Quantity.RESIDENT, 0).orElseThrow().value());
        assertTrue(Estimates.held(held(0), "go", Quantity.RESIDENT, 2_000).isEmpty());
        assertTrue(Estimates.held(held(1_000), "rust", Quantity.RESIDENT, 1_000).isEmpty());
        assertTrue(Estimates.of(new Service(1, 0, 5, 0, 1e9), COSTS, held(0)).all().isEmpty(), "nothing is made up");
    }

    /// What the kernel charges for sockets is no part of the process, and the limit counts it.
    @Test
    void theLimitCountsTheSocketsAsWell() {
        var go = COSTS.of(Costs.GO).orElseThrow();
        var costs = new Costs(List.of(new Architecture(go.contender(), go.empty(), go.start(), go.task(), go.live(),
            go.most(), true, exactly(1_000))), WaitsFor.CLIENT);
        double process = 2 * MB + 10_000 * 3_000, sockets = 10_000 * 1_000;
        var service = new Service(10_000, 0, 0, 0, process + sockets - 1, WaitsFor.CLIENT);
        var e = one(Estimates.of(service, costs, held(0)), Costs.GO);
        assertEquals(process, e.total().value(), 1);
        assertEquals(process + sockets, e.all().value(), 1);
        assertEquals(9_999, e.most());
        assertTrue(e.fit() == Estimate.Fit.NO, e.fit().toString());
    }

    @Test
    void takesTheLeastThatFitsAndCanWait() {
        var deep = estimates(100_000, 30, 0, 400 * MB);
        assertEquals(Fit.YES, one(deep, Costs.VIRTUAL).fit());
        assertEquals(Fit.NO, one(deep, Costs.PLATFORM).fit());
        assertFalse(one(deep, Costs.CALLBACKS).waits());
        assertEquals(Costs.VIRTUAL, deep.choice().orElseThrow().name());
        assertEquals(Costs.CALLBACKS, estimates(100_000, 0, 0, 400 * MB).choice().orElseThrow().name());
        assertEquals("**Virtual threads** take 169 MB, and your limit is 400 MB. Of the 3 architectures that fit and "
            + "can wait so deep, they take the least. Asyncio tasks are next: they take 211 MB, 1.2 times as much.",
            deep.reason());
        assertEquals(Costs.VIRTUAL, deep.least(List.of(Costs.VIRTUAL, Costs.GO)));
        assertEquals("", deep.least(List.of(Costs.VIRTUAL, "nobody")));
    }

    @Test
    void whatOverlapsIsATie() {
        var e = estimates(50_000, 30, 0, 400 * MB);
        assertEquals("**Virtual threads** take 110 MB, and your limit is 400 MB. Of the 3 architectures that fit and "
            + "can wait so deep, they take the least. But this is a tie: the bounds of asyncio tasks (115 MB) overlap "
            + "with theirs.", e.reason());
        assertEquals("", e.least(List.of(Costs.VIRTUAL, Costs.PYTHON)), "cannot be told apart");
    }

    @Test
    void fitsPerhapsOrWithASmallHeapOrNot() {
        assertEquals(Fit.EDGE, one(estimates(100_000, 30, 0, 160 * MB), Costs.VIRTUAL).fit());
        var heap = estimates(100_000, 30, 0, 190 * MB);
        assertEquals(Fit.FLAG, one(heap, Costs.VIRTUAL).fit());
        assertEquals("-Xmx136m", heap.heap(Costs.VIRTUAL));
        assertTrue(heap.reason().startsWith("**Virtual threads** take 186 MB with -Xmx136m, and your limit is "
            + "190 MB. No other architecture that can wait so deep is sure to fit."), heap.reason());
        var none = estimates(100_000, 30, 0, 100 * MB);
        assertTrue(none.choice().isEmpty());
        assertEquals("No architecture is sure to fit into 100 MB. Virtual threads come nearest: they take 169 MB. Give "
            + "them more memory, or at most about 41,943 tasks.", none.reason());
        assertThrows(IllegalStateException.class, () -> none.heap(Costs.GO));
    }

    @Test
    void soManyFit() {
        var e = estimates(1, 0, 0, 32 * MB);
        assertEquals(30 * MB / 3_000, one(e, Costs.GO).most());
        assertEquals(0, one(e, Costs.VIRTUAL).most());
        assertEquals(62 * MB / 3_000, e.fitting(Costs.GO, 64 * MB).orElseThrow().value());
    }

    @Test
    void whatLiesOutsideIsExtrapolated() {
        assertFalse(one(estimates(100_000, 100, 0, 1e9), Costs.GO).extrapolated());
        assertTrue(one(estimates(100_001, 100, 0, 1e9), Costs.GO).extrapolated());
        assertTrue(one(estimates(1, 101, 0, 1e9), Costs.GO).extrapolated());
        assertFalse(one(estimates(1, 101, 0, 1e9), Costs.CALLBACKS).extrapolated(), "it has no depth");
    }

    @Test
    void memoryCostsMoney() {
        var offer = Offer.usual();
        assertEquals(0.004445 * 730, offer.month(1 << 30), 1e-9);
        assertTrue(offer.source().contains("https://"), offer.source());
        assertEquals(5, offer.at(2.5).month(2L << 30), 1e-9);
        assertEquals(0.8 * (32L << 30), offer.on(32L << 30).room(), 1);
    }

    /// 40 MB come with the first threads: a thousand of 30,000 B take 40 + 40 + 29 MB, not 69.
    @Test
    void whatComesWithTheFirstTasksCounts() {
        var a = new Architecture(new Contender(Costs.PLATFORM, "java", "1"), exactly(40 * MB),
            new Measured(40 * MB, 34 * MB, 46 * MB, true), flat(30_000), Optional.empty(), 10_000, true);
        var costs = new Costs(List.of(a));
        var whole = costs.whole(Costs.PLATFORM, 1_000, 0).orElseThrow();
        assertEquals(80 * MB + 30e6, whole.value(), 1);
        assertEquals(6 * MB, whole.high() - whole.value(), 1, "and is as sure as it is");
        var e = one(Estimates.of(new Service(1_000, 0, 0, 0, 1e9), costs, held(0)), Costs.PLATFORM);
        assertEquals(whole.value(), e.total().value(), 1);
        assertEquals((int) (20 * MB / 30_000.0), e.most(100 * MB));
    }

    @Test
    void aTrialIsHeldAgainstItsOwnServiceAlone() {
        var e = estimates(1_000, 30, 0, 1e9);
        double predicted = one(e, Costs.GO).total().value();
        var run = new ArrayList<Reports.Report>();
        for (int depth : new int[]{30, 100})
            for (int fork = 1; fork <= 2; fork++)
                run.add(new Reports.Report(new Contender(Costs.GO, "go", "1"), 1_000, Map.of("depth", "" + depth,
                    "holding",
                    "0", "allocating", "0"), fork, Watched.OUTSIDE, Map.of(Watched.PEAK,
                    predicted * (depth == 30 ? 1.1 : 9)), new Outcome.Weighed()));
        var trials = Trial.of(e,
            new ServiceRuns(new Watched("tried", List.of(), new Reports("tried", run))));
        assertEquals(0.1, trials.getFirst().off().orElseThrow(), 1e-6);
        assertEquals("Every contender came out within 15 % of the prediction.", Trial.agreement(0.15, trials));
        assertTrue(Trial.agreement(0.05, trials).startsWith("Not as predicted: goroutines: "));
        assertEquals("None of these processes was run.", Trial.agreement(0.15, List.of()));
        var wide = new Trial("x", new Measured(100, 50, 150, true), Optional.of(exactly(140)));
        assertTrue(Trial.agreement(0.15, List.of(wide)).startsWith("Between the predicted bounds, but more than 15 %"));
    }
}
