package memorytax.service;

import memorytax.claim.Measured;
import memorytax.measure.process.Guest;
import memorytax.measure.process.Guests;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Findings;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Weighings;
import memorytax.record.Results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What chapters 1 and 2 have found of each architecture: the empty process, and one more task by its depth. Of tasks
/// that are connections, what chapter 9 has found, and of the reader's guests, what chapter 11 has.
///
/// @param missing guests of which there is no run of chapter 11
public record Costs(List<Architecture> all, WaitsFor waitsFor, List<String> missing) implements Findings {
    /// Contenders of earlier chapters, by whose costs a service is calculated.
    public static final String VIRTUAL = "virtual threads", PLATFORM = "platform threads", CALLBACKS = "callbacks",
        GO = "goroutines", PYTHON = "asyncio tasks";
    /// What stands in the place of callbacks where there are clients, here and in chapter 9.
    public static final String SELECTOR = "selector";

    /// More room than so many times what is live is not believed of a heap: few forks may say anything.
    static final double ROOMIEST = 2;
    private static final NavigableMap<Integer, Slope> NONE = new TreeMap<>();

    /// One way to keep many tasks waiting.
    ///
    /// @param empty   bytes of the process without a task
    /// @param start   bytes that come with the first tasks and no more after them: the intercept of the slopes
    /// @param task    bytes of one more task: resident, and of platform threads with what the kernel holds for them
    /// @param live    bytes of it that a heap has to hold; empty where there is no heap that could be limited
    /// @param most    tasks that were weighed in one process
    /// @param stacked whether a task has frames that wait; a callback has none
    /// @param socket  bytes that the kernel charges for the socket of one task, beside the process; 0 where it has none
    public record Architecture(Contender contender, Measured empty, Measured start, Curve task, Optional<Curve> live,
                               int most, boolean stacked, Measured socket) {
        /// Of tasks without a socket.
        public Architecture(Contender contender, Measured empty, Measured start, Curve task, Optional<Curve> live,
                            int most, boolean stacked) {
            this(contender, empty, start, task, live, most, stacked, new Measured(0, 0, 0, true));
        }

        /// As it stands in tables.
        public String name() {
            return contender.name();
        }

        /// Whether it is no architecture of this chapter, but one that the reader has asked for.
        public boolean guest() {
            return Guest.of(contender.name()).isPresent();
        }

        /// Whether all of it comes from this machine.
        public boolean here() {
            return empty.here() && task.points().values().stream().allMatch(Measured::here);
        }

        /// Bytes of the process with so many tasks at that depth: calculated.
        public Measured whole(int tasks, int depth) {
            return base().plus(task.at(depth).times(tasks));
        }

        /// Bytes of the process with its tasks, less what each of them costs: what a calculation begins with.
        public Measured base() {
            return empty.plus(start);
        }

        /// How many times as much as is live its heap took at the most, over the depths.
        double room() {
            return live.map(l -> l.points().keySet().stream().filter(task.points()::containsKey)
                .mapToDouble(d -> task.points().get(d).value() / l.points().get(d).value()).max().orElse(1))
                .map(most -> Math.clamp(most, 1, ROOMIEST)).orElse(1.0);
        }

        /// Whether one task at that depth, and so many of them, lie within what was weighed.
        public boolean covers(Service service) {
            return service.tasks() <= most && (!stacked || task.reaches(service.depth()));
        }
    }

    /// Without guests.
    public Costs(List<Architecture> all, WaitsFor waitsFor) {
        this(all, waitsFor, List.of());
    }

    /// Of tasks that wait for a signal.
    public Costs(List<Architecture> all) {
        this(all, WaitsFor.SIGNAL);
    }

    /// The same with tasks of chapter 11 that the reader has asked for.
    public static Costs of(Results results, Service service, Guests guests) {
        var costs = of(results, service);
        var field = new FieldCosts(results).of(guests);
        return new Costs(Stream.concat(costs.all.stream(), field.stream()).toList(), costs.waitsFor,
            guests.all().stream().map(Guest::load).filter(n -> field.stream().noneMatch(a -> a.name().equals(n)))
                .toList());
    }

    /// Of what the tasks of a service are, by the reader's chapters, or ours.
    public static Costs of(Results results, Service service) {
        var tasks = of(results);
        return service.connected() ? new Costs(Connections.of(results).each(tasks.all), WaitsFor.CLIENT) : tasks;
    }

    /// By the reader's chapters, or ours.
    public static Costs of(Results results) {
        var java = results.of(2, "weighed", VIRTUAL, PLATFORM);
        var go = results.of(2, "weighed", GO).and(results.of(2, "steps", GO));
        var python = results.of(2, "weighed", PYTHON);
        return new Costs(Stream.of(
            architecture(results, "virtual threads (warmed)", VIRTUAL, byDepth(java, VIRTUAL, Quantity.RESIDENT),
                byDepth(java, VIRTUAL, Quantity.LIVE), true),
            architecture(results, PLATFORM, PLATFORM, paid(java, PLATFORM), NONE, true),
            callbacks(results),
            architecture(results, GO, GO, byDepth(go, GO, Quantity.RESIDENT), NONE, true),
            architecture(results, PYTHON, PYTHON, byDepth(python, PYTHON, Quantity.RESIDENT), NONE, true)
        ).flatMap(Optional::stream).toList());
    }

    private static Optional<Architecture> callbacks(Results results) {
        var name = "scheduled callbacks";
        var idle = results.of(1, "weighed", name);
        return architecture(results, name, CALLBACKS, top(idle, name, Quantity.RESIDENT),
            top(idle, name, Quantity.LIVE), false);
    }

    /// @param idle what it is called in chapter 1
    /// @param task its slopes, by depth
    private static Optional<Architecture> architecture(Results results, String idle, String name,
                                                       NavigableMap<Integer, Slope> task,
                                                       NavigableMap<Integer, Slope> live, boolean stacked) {
        var first = results.of(1, "weighed", idle);
        if (task.isEmpty()) return Optional.empty();
        return Measured.empty(first, idle).map(empty -> {
            var known = first.contenders().getFirst();
            return new Architecture(new Contender(name, known.runtime(), known.version()), empty,
                start(List.copyOf(task.values())), curve(task, name.equals(GO)),
                live.isEmpty() ? Optional.empty() : Optional.of(curve(live, false)), first.sizes().getLast(), stacked);
        });
    }

    /// What comes with the first tasks has nothing to do with how deep they wait: in all our runs the intervals of the
    /// depths overlap (platform threads: 42 MB ± 6 at the top, 32 ± 11 a thousand frames down). So it is their mean.
    static Measured start(List<Slope> slopes) {
        var sum = new Measured(0, 0, 0, true);
        for (var slope : slopes) sum = sum.plus(Measured.of(slope.intercept(), slope.here()));
        return sum.times(1.0 / slopes.size());
    }

    private static NavigableMap<Integer, Slope> top(Weighings weighed, String name, Quantity quantity) {
        return weighed.slope(name, quantity).map(s -> new TreeMap<>(Map.of(0, s))).orElseGet(TreeMap::new);
    }

    static NavigableMap<Integer, Slope> byDepth(Weighings weighed, String name, Quantity quantity) {
        var slopes = new TreeMap<Integer, Slope>();
        weighed.slopesBy("depth", quantity).forEach((depth, all) -> all.stream()
            .filter(s -> s.contender().name().equals(name)).forEach(s -> slopes.putIfAbsent(depth, s)));
        return slopes;
    }

    /// With what the kernel holds for it, which a container's limit counts as well; of platform threads that is as much
    /// again. Of others it is some bytes, and of older runs nobody knows it.
    private static NavigableMap<Integer, Slope> paid(Weighings weighed, String name) {
        var resident = byDepth(weighed, name, Quantity.RESIDENT);
        var charged = byDepth(weighed, name, Quantity.CHARGED);
        return charged.size() < resident.size() ? resident : charged;
    }

    private static Curve curve(NavigableMap<Integer, Slope> slopes, boolean stairs) {
        var points = new TreeMap<Integer, Measured>();
        slopes.forEach((depth, slope) -> points.put(depth, Measured.of(slope)));
        return Curve.of(points, stairs);
    }

    /// The one of that name.
    public Optional<Architecture> of(String name) {
        return all.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /// Bytes of a process with so many tasks at that depth: calculated.
    public Optional<Measured> whole(String name, int tasks, int depth) {
        return of(name).map(a -> a.whole(tasks, depth));
    }

    /// How many times as much the one takes as the other, with so many tasks at that depth: calculated.
    public Optional<Measured> ratio(String over, String under, int tasks, int depth) {
        return Measured.ratio(whole(over, tasks, depth), whole(under, tasks, depth));
    }

    /// Both of them in a sentence without its end.
    public String beside(String one, String other, int tasks, int depth) {
        return "Calculated for %s that wait %s: %s take %s, %s take %s".formatted(Counted.of(tasks,
            waitsFor == WaitsFor.CLIENT ? "connection" : "task"), depth == 0
            ? "at the top of their stacks" : Counted.of(depth, "frame") + " deep", one,
            Measured.size(whole(one, tasks, depth)), other, Measured.size(whole(other, tasks, depth)));
    }

    @Override
    public List<Contender> contenders() {
        return all.stream().map(Architecture::contender).toList();
    }

    @Override
    public boolean here(String contender) {
        return of(contender).map(Architecture::here).orElse(false);
    }

    @Override
    public int forks(Contender contender) {
        return of(contender.name()).map(a -> a.task().points().firstEntry().getValue().forks()).orElse(0);
    }

    /// A line for each.
    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        all.forEach(a -> lines.add(a.name() + ": empty " + a.empty() + ", first tasks " + a.start()
            + ", one more task by depth " + a.task()));
        return String.join("\n", lines);
    }
}
