package memorytax.service;

import memorytax.claim.Headline;
import memorytax.claim.Measured;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a service needs in each architecture, and the choice that follows: of those that fit and can wait so deep, the
/// one that needs least.
///
/// @param withGarbage whether what garbage adds is in it
public record Estimates(Service service, List<Estimate> all, boolean withGarbage) {
    /// A JVM that is warmed has so many tasks at once, which hold nothing yet; they need room as well.
    private static final int STARTED = 1_000;

    /// @param held tasks at the top of their stacks that hold something, and some that do not: `holding` says how much
    public static Estimates of(Service service, Costs costs, Weighings held) {
        return new Estimates(service, costs.all().stream().flatMap(a -> of(service, a, held).stream()).toList(),
            false);
    }

    private static Optional<Estimate> of(Service service, Costs.Architecture a, Weighings held) {
        var runtime = a.contender().runtime();
        var weighed = held(held, runtime, Quantity.RESIDENT, service.holding());
        var more = weighed.or(() -> assumed(a, service));
        if (more.isEmpty()) return Optional.empty();
        var live = a.live().flatMap(l -> held(held, runtime, Quantity.LIVE, service.holding())
            .or(() -> assumed(a, service)).map(l.at(service.depth())::plus));
        var each = live.map(l -> roomy(l, Math.max(a.room(), room(held, runtime, service.holding()))))
            .orElseGet(() -> a.task().at(service.depth()).plus(more.get()));
        double heap = live.map(l -> Math.max(l.value() * service.tasks(),
            STARTED * a.live().get().at(service.depth()).value())).orElse(0.0);
        return Optional.of(Estimate.of(a, service, each, live, heap, doubts(a, service, weighed.isEmpty())));
    }

    /// Of a language that this chapter does not weigh, a held byte is one byte.
    private static Optional<Measured> assumed(Costs.Architecture a, Service service) {
        double bytes = service.holding();
        return a.guest() ? Optional.of(new Measured(bytes, bytes, bytes, true)) : Optional.empty();
    }

    private static Set<Doubt> doubts(Costs.Architecture a, Service service, boolean assumed) {
        var doubts = EnumSet.noneOf(Doubt.class);
        if (a.guest() && a.task().points().size() == 1 && service.depth() > 0) doubts.add(Doubt.DEPTH);
        if (assumed) doubts.add(Doubt.BYTES);
        if (a.guest() && service.allocating() > 0) doubts.add(Doubt.GARBAGE);
        return doubts;
    }

    /// What of this nobody has measured: a sentence for all of which the same is so, with their names.
    public String doubts(Doubt... some) {
        var names = new LinkedHashMap<List<Doubt>, List<String>>();
        for (var e : all) names.computeIfAbsent(Stream.of(some).filter(e.doubts()::contains).toList(),
            _ -> new ArrayList<>()).add(e.name());
        names.remove(List.<Doubt>of());
        return names.entrySet().stream().map(e -> " " + Reason.upper(String.join(" and ", e.getValue())) + ": "
            + e.getKey().stream().map(Doubt::words).collect(Collectors.joining("; ")) + ".")
            .collect(Collectors.joining());
    }

    /// The same with the garbage that the service makes; without any nothing is added.
    ///
    /// @param small scale models of it, with heaps that are kept small and as they come
    /// @param jvm   a scale model of it in a JVM whose heap is as it comes, and to scale
    public Estimates with(ServiceRuns small, ServiceRuns jvm) {
        if (service.allocating() == 0) return new Estimates(service, all, true);
        var kept = Headroom.of(service, small);
        var java = Headroom.of(service, jvm);
        return new Estimates(service, all.stream().map(e -> switch (e.of().contender().runtime()) {
            case "java" -> java.java(e, kept);
            case "go" -> kept.go(e);
            case "python" -> kept.python(e);
            default -> e;
        }).toList(), true);
    }

    /// What a heap takes for what is live in it: between no more than that, and `most` times as much. The middle is as
    /// good as any.
    private static Measured roomy(Measured live, double most) {
        return new Measured(live.value() * (1 + most) / 2, live.low(), live.high() * most, live.here(), live.forks())
            .bounds();
    }

    static double room(Weighings held, String runtime, int bytes) {
        return Measured.ratio(held(held, runtime, Quantity.RESIDENT, bytes), held(held, runtime, Quantity.LIVE, bytes))
            .filter(_ -> bytes > 0).map(r -> Math.clamp(r.value(), 1, Costs.ROOMIEST)).orElse(1.0);
    }

    /// What so many bytes cost that a task holds, in a runtime: the difference of processes with and without, by the
    /// number of their tasks. Where they were not weighed as many, but others were, in proportion.
    public static Optional<Measured> held(Weighings held, String runtime, Quantity quantity, int bytes) {
        if (bytes == 0) return Optional.of(new Measured(0, 0, 0, true));
        var name = held.contenders().stream().filter(c -> c.runtime().equals(runtime)).findFirst();
        var weighed = held.by("holding").keySet();
        int at = weighed.contains(bytes) ? bytes : weighed.stream().mapToInt(v -> v).max().orElse(0);
        return at == 0 ? Optional.empty() : name.flatMap(c -> Measured.extra(
            each(held.with("holding", at), c, quantity), each(held.with("holding", 0), c, quantity)))
            .map(m -> m.times((double) bytes / at));
    }

    /// Of a process the share of each task, at the largest size of this contender.
    private static Optional<Measured> each(Weighings weighed, Contender c, Quantity quantity) {
        int tasks = weighed.of(c, quantity).stream().mapToInt(Weighing::tasks).max().orElse(0);
        return weighed.mean(c.name(), tasks, quantity).map(s -> Measured.of(s, weighed.here(c)).times(1.0 / tasks));
    }

    /// The one of that name.
    public Optional<Estimate> of(String name) {
        return all.stream().filter(e -> e.name().equals(name)).findFirst();
    }

    /// The flag that keeps the heap of that one small: `-Xmx560m`.
    public String heap(String name) {
        return heap(name, service);
    }

    /// The same for a model of the service.
    public String heap(String name, Service model) {
        return of(name).map(e -> e.heap(share(model))).filter(h -> h > 0).map(Flag::heap)
            .orElseThrow(() -> new IllegalStateException("it is not known how many bytes of " + name + " are live"));
    }

    /// What `GOMEMLIMIT` keeps goroutines below: `380MiB`.
    public String goLimit() {
        return goLimit(service);
    }

    /// The same for a model of the service. Where nothing is known of goroutines it is no limit.
    public String goLimit(Service model) {
        return of(Costs.GO).map(e -> Flag.limit(e.memory(share(model)))).orElse("off");
    }

    private double share(Service model) {
        return (double) model.tasks() / service.tasks();
    }

    /// So many tasks of the service would fit into so many bytes; empty where nobody knows what garbage adds.
    public Optional<Measured> fitting(String name, double bytes) {
        return of(name).filter(Estimate::tried).map(e -> e.fitting(bytes));
    }

    /// Bytes that its process is going to take, at the most; 0 where that is not known.
    public double most(String name) {
        return of(name).map(e -> e.all().high()).orElse(0.0);
    }

    /// The same with its flag.
    public double mostWithFlag(String name) {
        return of(name).flatMap(e -> e.flag().map(f -> e.withSockets(f).high())).orElse(0.0);
    }

    /// Those that fit and can wait so deep, the cheapest first.
    List<Estimate> fitting() {
        return all.stream().filter(Estimate::waits)
            .filter(e -> e.fit() == Estimate.Fit.YES || e.fit() == Estimate.Fit.FLAG)
            .sorted(Comparator.comparingDouble(e -> e.paid().value())).toList();
    }

    /// The one to take; empty where of none the whole interval fits.
    public Optional<Estimate> choice() {
        return fitting().stream().findFirst();
    }

    /// Of these names the one that needs least as it comes, its whole interval below the others'; empty where two
    /// overlap, or one is missing.
    public String least(List<String> names) {
        var some = names.stream().flatMap(n -> of(n).stream())
            .sorted(Comparator.comparingDouble(e -> e.total().value())).toList();
        boolean clear = some.size() == names.size() && some.size() > 1 && some.stream().allMatch(Estimate::known)
            && some.getFirst().total().high() < some.get(1).total().low();
        return clear ? some.getFirst().name() : "";
    }

    /// Whether all of what one of them rests on was measured on this machine.
    public boolean here(String name) {
        return of(name).map(e -> e.total().here()).orElse(true);
    }

    /// The choice, and why, in two sentences; and one about each that may fit, where nobody knows whether it does.
    public String reason() {
        return new Reason(this).text();
    }

    /// Of one core at the rate of the service, where a GB of garbage takes so many ms.
    public String percent(double gc) {
        double share = 100 * gc / 1_000 * service.allocating() / (1 << 30);
        return String.format(Locale.ROOT, share < 9.95 ? "%.1f %%" : "%,.0f %%", share);
    }

    /// A line for each.
    @Override
    public String toString() {
        return Stream.concat(Stream.of(service.toString()), all.stream().map(Estimate::toString))
            .collect(Collectors.joining("\n"));
    }

    /// What the architecture takes that is to be chosen; a dash where none fits.
    public Headline headline() {
        return choice().map(e -> {
            boolean flag = e.fit() == Estimate.Fit.FLAG;
            return new Headline(e.name(), Bytes.of(e.paid().value()), "for your service, with " + e.name()
                + (flag ? " and " + e.flag().orElseThrow() + ". Calculated: the upper bound."
                : ". Calculated: the middle of the bounds.")
                + "\nNo architecture that fits and can wait so deep takes less.",
                e.paid().here());
        }).orElse(new Headline("", "–", "No architecture is sure to fit into your limit.", true));
    }
}
