package memorytax.claim;

import memorytax.scale.Contender;
import memorytax.scale.Findings;
import memorytax.scale.Quantity;
import memorytax.scale.Weighings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What chapters 1 and 2 have found of each architecture: the empty process, and one more task by its depth.
public record Costs(List<Architecture> all) implements Findings {
    public static final String VIRTUAL = "virtual threads", PLATFORM = "platform threads", CALLBACKS = "callbacks",
        GO = "goroutines", PYTHON = "asyncio tasks";

    /// More room than so many times what is live is not believed of a heap: few forks may say anything.
    static final double ROOMIEST = 2;

    /// One way to keep many tasks waiting.
    ///
    /// @param empty   bytes of the process without a task
    /// @param task    bytes of one more task, resident
    /// @param live    bytes of it that a heap has to hold; empty where there is no heap that could be limited
    /// @param most    tasks that were weighed in one process
    /// @param stacked whether a task has frames that wait; a callback has none
    public record Architecture(Contender contender, Measured empty, Curve task, Optional<Curve> live, int most,
                               boolean stacked) {
        /// As it stands in tables.
        public String name() {
            return contender.name();
        }

        /// Whether all of it comes from this machine.
        public boolean here() {
            return empty.here() && task.points().values().stream().allMatch(Measured::here);
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

    /// By the reader's chapters, or ours.
    public static Costs of(Results results) {
        var java = results.of(2, "weighed", VIRTUAL, PLATFORM);
        var go = results.of(2, "weighed", GO).and(results.of(2, "steps", GO));
        var python = results.of(2, "weighed", PYTHON);
        return new Costs(Stream.of(
            architecture(results, "virtual threads, warmed", VIRTUAL, curve(java, VIRTUAL, Quantity.RESIDENT, false),
                curve(java, VIRTUAL, Quantity.LIVE, false), true),
            architecture(results, PLATFORM, PLATFORM, curve(java, PLATFORM, Quantity.RESIDENT, false),
                Optional.empty(), true),
            callbacks(results),
            architecture(results, GO, GO, curve(go, GO, Quantity.RESIDENT, true), Optional.empty(), true),
            architecture(results, PYTHON, PYTHON, curve(python, PYTHON, Quantity.RESIDENT, false), Optional.empty(),
                true)).flatMap(Optional::stream).toList());
    }

    private static Optional<Architecture> callbacks(Results results) {
        var name = "scheduled callbacks";
        var idle = results.of(1, "weighed", name);
        return architecture(results, name, CALLBACKS, top(idle, name, Quantity.RESIDENT),
            top(idle, name, Quantity.LIVE), false);
    }

    /// @param idle what it is called in chapter 1
    private static Optional<Architecture> architecture(Results results, String idle, String name,
                                                       Optional<Curve> task, Optional<Curve> live, boolean stacked) {
        var first = results.of(1, "weighed", idle);
        return Measured.empty(first, idle).flatMap(empty -> task.map(t -> {
            var known = first.contenders().getFirst();
            return new Architecture(new Contender(name, known.runtime(), known.version()), empty, t, live,
                first.sizes().getLast(), stacked);
        }));
    }

    private static Optional<Curve> top(Weighings weighed, String name, Quantity quantity) {
        return weighed.slope(name, quantity)
            .map(s -> Curve.of(new TreeMap<>(Map.of(0, Measured.of(s))), false));
    }

    private static Optional<Curve> curve(Weighings weighed, String name, Quantity quantity, boolean stairs) {
        NavigableMap<Integer, Measured> points = new TreeMap<>();
        weighed.slopesBy("depth", quantity).forEach((depth, slopes) -> slopes.stream()
            .filter(s -> s.contender().name().equals(name)).forEach(s -> points.putIfAbsent(depth, Measured.of(s))));
        return points.isEmpty() ? Optional.empty() : Optional.of(Curve.of(points, stairs));
    }

    /// The one of that name.
    public Optional<Architecture> of(String name) {
        return all.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /// Bytes of a process with so many tasks at that depth: calculated.
    public Optional<Measured> whole(String name, int tasks, int depth) {
        return of(name).map(a -> a.empty().plus(a.task().at(depth).times(tasks)));
    }

    /// How many times as much the one takes as the other, with so many tasks at that depth: calculated.
    public Optional<Measured> ratio(String over, String under, int tasks, int depth) {
        return Measured.ratio(whole(over, tasks, depth), whole(under, tasks, depth));
    }

    /// Both of them in a sentence without its end.
    public String beside(String one, String other, int tasks, int depth) {
        return String.format(Locale.ROOT, "Calculated for %,d tasks %s: %s take %s, %s %s", tasks, depth == 0
            ? "at the top of their stacks" : depth + " frames down", one, Measured.size(whole(one, tasks, depth)),
            other, Measured.size(whole(other, tasks, depth)));
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
        all.forEach(a -> lines.add(a.name() + ": empty " + a.empty() + ", one more task by depth " + a.task()));
        return String.join("\n", lines);
    }
}
