package memorytax.scale;

import memorytax.fork.Load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Contenders and the sizes at which they are weighed. A contender is added by its language; what follows
/// ([#upTo], [#warmed], [#flags]) is said of the one added last.
///
/// ```java
/// scale.sizes(1_000, 10_000)
///     .java("virtual threads", n -> virtualThreads(n)).warmed()
///     .go("goroutines", "chapter1.go")
///     .weigh()
/// ```
public final class Series {
    private final Scale scale;
    private final List<Integer> sizes;
    private final List<Entry> entries = new ArrayList<>();
    private boolean unload;

    Series(Scale scale, List<Integer> sizes) {
        this.scale = scale;
        this.sizes = sizes;
    }

    /// A load of this chapter. It must be a lambda that calls a static method: `n -> virtualThreads(n)`.
    public Series java(String name, Load load) {
        return add(new JavaPeer(name, load, List.of(), false), null);
    }

    /// The load of that name in a Go program that lies beside the chapter.
    public Series go(String name, String file) {
        return add(null, scale.peers().go(name, file));
    }

    /// The load of that name in a Python program that lies beside the chapter; a free-threaded Python, where there
    /// is one, is a contender of its own.
    public Series python(String name, String file) {
        for (var peer : scale.peers().python(name, file)) add(null, peer);
        return this;
    }

    /// A program that speaks the scale's protocol, whatever it is written in.
    public Series program(String name, Launch launch) {
        return add(null, new Peers.Peer(new Contender(name, "", ""), Optional.of(launch), ""));
    }

    /// Weighed with no more tasks than that.
    public Series upTo(int tasks) {
        return change(last -> new Entry(last.java, last.other, tasks));
    }

    /// Its tasks are started and ended some forty thousand times before it is weighed, so that the JIT has compiled
    /// them. Java only.
    public Series warmed() {
        return change(last -> new Entry(last.java.warm(), null, last.most));
    }

    /// JVM options for it. Java only.
    public Series flags(String... flags) {
        return change(last -> new Entry(last.java.with(flags), null, last.most));
    }

    /// Sizes that only a thorough run adds.
    public Series thorough(int... more) {
        if (!scale.effort().thorough() || !scale.effort().tasks().isEmpty()) return this;
        var all = new ArrayList<>(sizes);
        for (int size : more) all.add(size);
        return copy(all);
    }

    /// Also ends the tasks, and weighs what is left.
    public Series unloaded() {
        unload = true;
        return this;
    }

    /// Weighs them all. What cannot be started here is taken from the record.
    public Weighings weigh() {
        var points = new ArrayList<Point>();
        var found = found();
        for (int fork = 1; fork <= scale.effort().forks(); fork++)
            for (int size : sizes)
                for (var rival : found.entrySet())
                    if (size <= rival.getValue() && here(rival.getKey())) points.add(new Point(rival.getKey(), size, Map.of(), fork, unload, Point.PATIENCE));
        var all = new ArrayList<>(new Contest(points, scale.progress()).run());
        found.keySet().stream().filter(p -> !here(p)).forEach(p -> all.addAll(recorded(p)));
        var order = found.keySet().stream().map(p -> p.contender().name()).toList();
        all.sort(Comparator.comparingInt(w -> order.indexOf(w.contender().name())));
        return new Weighings(scale.step(), List.copyOf(all));
    }

    /// Takes one task of each contender apart, at the largest size. A runtime that cannot tell is left out.
    public Backpacks takenApart() {
        var all = new ArrayList<Parts>();
        var recorded = new HashSet<String>();
        var remarks = new ArrayList<String>();
        found().forEach((peer, most) -> {
            if (!here(peer)) recorded.add(peer.contender().name());
            try {
                var parts = here(peer) ? largest(peer, most).parts() : scale.archive().parts(scale.step(), peer.contender().name());
                parts.ifPresent(all::add);
                if (!here(peer)) remarks.add(peer.contender().name() + (parts.isPresent() ? ": recorded, not measured here." : ": " + peer.missing() + "."));
            } catch (Died e) {
                remarks.add(peer.contender().name() + " " + e.getMessage() + ".");
            }
        });
        return new Backpacks(scale.step(), List.copyOf(all), recorded, List.copyOf(remarks));
    }

    /// Watches one process of each contender while it takes on the largest size.
    public List<Trace> trace() {
        return found().entrySet().stream().filter(e -> here(e.getKey())).map(e -> Watch.over(largest(e.getKey(), e.getValue()))).toList();
    }

    private Point largest(Peers.Peer peer, int most) {
        return new Point(peer, Math.min(sizes.getLast(), most), Map.of(), 1, unload, Point.PATIENCE);
    }

    private boolean here(Peers.Peer peer) {
        return peer.launch().isPresent() && !scale.archive().only();
    }

    private List<Weighing> recorded(Peers.Peer peer) {
        var record = scale.archive().weighings(scale.step(), peer.contender().name());
        var none = new Outcome.Skipped(peer.launch().isPresent() ? "there is no record of it" : peer.missing());
        return record.isEmpty() ? List.of(largest(peer, Integer.MAX_VALUE).ended(peer.contender(), Optional.empty(), none)) : record;
    }

    /// Each contender, ready to start, with the most tasks that it is given.
    private Map<Peers.Peer, Integer> found() {
        var found = new LinkedHashMap<Peers.Peer, Integer>();
        for (var entry : entries) found.put(entry.java == null ? entry.other : entry.java.peer(), entry.most);
        return found;
    }

    private Series add(JavaPeer java, Peers.Peer other) {
        entries.add(new Entry(java, other, Integer.MAX_VALUE));
        return this;
    }

    private Series change(UnaryOperator<Entry> change) {
        entries.set(entries.size() - 1, change.apply(entries.getLast()));
        return this;
    }

    private Series copy(List<Integer> sizes) {
        var series = new Series(scale, sizes);
        series.entries.addAll(entries);
        series.unload = unload;
        return series;
    }

    /// A contender as it was listed: a load of ours, or one that was found elsewhere.
    private record Entry(JavaPeer java, Peers.Peer other, int most) {
    }

    /// Who takes part, and with how many tasks: `virtual threads, goroutines × 1,000, 10,000`
    @Override
    public String toString() {
        var names = entries.stream().map(e -> e.java == null ? e.other.contender().name() : e.java.name());
        var tasks = sizes.stream().map(n -> String.format(Locale.ROOT, "%,d", n));
        return names.collect(Collectors.joining(", ")) + " × " + tasks.collect(Collectors.joining(", "));
    }
}
