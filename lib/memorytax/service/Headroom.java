package memorytax.service;

import memorytax.claim.Measured;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Range;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;

import java.util.Optional;
import java.util.OptionalDouble;

/// What garbage adds to a service, by a scale model of it that was watched: a process with fewer of its tasks. A load
/// that makes garbage asks to be weighed when its tasks are parked, tells the bytes that it made, the CPU time of its
/// collector, and, where its runtime has one, the goal up to which its heap is allowed to grow.
///
/// @param service that is to be planned
/// @param model   of it, as it was run
/// @param reports    by processes of that size, and seen of them
record Headroom(Service service, Service model, Reports reports) {
    /// Names of what a load tells.
    static final String PARKED = "parked", LIVE = "heap", MADE = "made", SPENT = "garbage";
    /// How the name of a contender ends whose heap was kept small, and begins if its limit was said otherwise.
    static final String HEAP = "-Xmx", LIMIT = Costs.GO + " (GOMEMLIMIT";
    /// Below that Go collects no sooner, however little is live.
    private static final double LEAST = 4 << 20;
    private static final double MB = 1 << 20, GB = 1 << 30;

    /// Of those that were watched, the processes of this model. A record may be of another service.
    static Headroom of(Service service, ServiceRuns runs) {
        var model = service.model();
        var same = service.among(runs.watched()).reports();
        return new Headroom(service, model, same.with(model.tasks()));
    }

    /// Its share of the tasks.
    private double share() {
        return (double) model.tasks() / service.tasks();
    }

    /// A JVM as it comes is modelled with its heap to scale, so all that it takes is in proportion.
    Estimate java(Estimate e, Headroom small) {
        var name = Costs.VIRTUAL;
        var flag = e.flag().map(f -> small.excess(Contender.variant(name, HEAP), e.heap(share()) * MB)
            .map(more -> f.with(e.need().orElseThrow().upTo(e.of().empty().value() + e.heap() * MB, more),
                small.gc(Contender.variant(name, HEAP)))).orElse(f));
        var next = next(name);
        if (next.isEmpty()) return e.with(flag);
        double empty = empty(name).orElseThrow(), parked = median(name, PARKED, Watched.TAKEN).orElseThrow();
        if (!e.name().equals(name)) return e.with(e.once(), e.each().plus(next.get().less(parked).atLeast(0)
            .times(1.0 / model.tasks())), gc(name), flag).sure(next.get().forks() > 1);
        double least = e.need().map(n -> (n.value() - e.of().empty().value()) / service.tasks()).orElse(0.0);
        return e.with(e.of().empty(), next.get().less(empty).times(1.0 / model.tasks()).atLeast(least), gc(name), flag)
            .sure(next.get().forks() > 1);
    }

    /// Between which bounds the next run of it lies with 95 %, by Student's t over those that were seen: their mean is
    /// known better, but nobody runs the mean. Where there was but one, nobody knows how wide they are.
    private Optional<Measured> next(String name) {
        return median(name, PARKED, Watched.TAKEN).isEmpty() ? Optional.empty()
            : reports.of(name, Watched.OUTSIDE, Watched.PEAK).map(s -> {
                double half = (s.high() - s.mean()) * Math.sqrt(s.forks() + 1);
                return new Measured(s.mean(), s.mean() - half, s.mean() + half, reports.here(name), s.forks());
            });
    }

    /// Go lets its heap grow to a goal. A run that is short does not get as far, so the goal is the upper bound.
    Estimate go(Estimate e) {
        if (peak(Costs.GO).isEmpty()) return e;
        double live = median(Costs.GO, LIVE, "live_bytes").orElse(0), goal = median(Costs.GO, LIVE, "goal_bytes")
            .orElse(0);
        var grown = grown(Costs.GO).butUpTo(goal - live);
        var limit = reports.contenders().stream().map(c -> c.name()).filter(n -> n.startsWith(LIMIT)).findFirst();
        var flag = e.flag().map(f -> limit.flatMap(n -> peak(n).map(peak -> {
            double over = peak.value() / (Math.floor(e.memory(share())) * MB), said = Math.floor(e.memory(1)) * MB;
            return f.with(e.parked().upTo(said, said * (over - 1)), gc(n));
        })).orElse(f));
        return live < LEAST ? e.with(e.once().plus(grown), e.each(), gc(Costs.GO), flag)
            : e.with(e.once(), e.each().plus(grown.times(1.0 / model.tasks())), gc(Costs.GO), flag);
    }

    /// Python frees garbage at once. What that adds is there however many tasks wait.
    Estimate python(Estimate e) {
        return peak(Costs.PYTHON).isEmpty() ? e : e.with(e.once().plus(grown(Costs.PYTHON)), e.each(),
            OptionalDouble.empty(), Optional.empty());
    }

    /// Bytes beyond its empty process and its heap that a JVM took at the most whose heap was as small as that.
    private Optional<Double> excess(String name, double heap) {
        return peak(name).map(p -> p.value() - empty(name).orElseThrow() - heap);
    }

    /// By how much garbage made it larger.
    private Measured grown(String name) {
        return peak(name).orElseThrow().less(median(name, PARKED, Watched.TAKEN).orElseThrow()).atLeast(0);
    }

    private Optional<Measured> peak(String name) {
        return median(name, PARKED, Watched.TAKEN).isEmpty() ? Optional.empty()
            : reports.median(name, Watched.OUTSIDE, Watched.PEAK).map(s -> Measured.of(s, reports.here(name)));
    }

    private OptionalDouble empty(String name) {
        var more = median(name, PARKED, Watched.MORE);
        return more.isEmpty() ? more : OptionalDouble.of(median(name, PARKED, Watched.TAKEN).orElseThrow()
            - more.getAsDouble());
    }

    private OptionalDouble gc(String name) {
        return gc(reports, name);
    }

    /// CPU time of the collector for each GB of garbage, in ms; empty where nobody told it, or nothing was made.
    static OptionalDouble gc(Reports reports, String name) {
        var spent = reports.median(name, SPENT, "gc_cpu_ms");
        var made = reports.median(name, MADE, "bytes").filter(m -> m.median() > 0);
        return spent.isEmpty() || made.isEmpty() ? OptionalDouble.empty()
            : OptionalDouble.of(spent.get().median() / (made.get().median() / GB));
    }

    private OptionalDouble median(String name, String what, String figure) {
        return reports.median(name, what, figure).map(Range::median).map(OptionalDouble::of)
            .orElse(OptionalDouble.empty());
    }
}
