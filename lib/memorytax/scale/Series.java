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
import java.util.TreeMap;
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
    private final Map<String, String> params = new TreeMap<>();
    private int latest;
    private boolean unload;
    private boolean prove;

    Series(Scale scale, List<Integer> sizes) {
        this.scale = scale;
        this.sizes = new ArrayList<>(sizes);
    }

    /// A load of this chapter. It must be a lambda that calls a static method: `n -> virtualThreads(n)`.
    public Series java(String name, Load load) {
        return add(new JavaPeer(name, load, List.of(), false));
    }

    /// The load of that name in a Go program that lies beside the chapter.
    public Series go(String name, String file) {
        return add(null, scale.peers().go(name, file));
    }

    /// The load of that name in a Python program that lies beside the chapter; a free-threaded Python, where there
    /// is one, is a contender of its own.
    public Series python(String name, String file) {
        return add(null, scale.peers().python(name, file).toArray(Peers.Peer[]::new));
    }

    /// A program that speaks the scale's protocol, whatever it is written in.
    public Series program(String name, Launch launch) {
        return add(null, new Peers.Peer(new Contender(name, "", ""), Optional.of(launch), ""));
    }

    /// What the reader brings along: the loads of a file, and who stands beside them.
    public Series own(Own own) {
        add(null);
        own.all().forEach(e -> entries.add(new Entry(null, e.peer(), e.most())));
        return this;
    }

    /// Weighed with no more tasks than that.
    public Series upTo(int tasks) {
        return change(last -> new Entry(last.java, last.other, tasks));
    }

    /// Its tasks are started and ended some forty thousand times before it is weighed, so that the JIT has compiled
    /// them. Java only.
    public Series warmed() {
        return change(last -> new Entry(last.java("warmed").warm(), null, last.most));
    }

    /// JVM options for it. Java only.
    public Series flags(String... flags) {
        return change(last -> new Entry(last.java("flags").with(flags), null, last.most));
    }

    /// Sizes that only a thorough run adds.
    public Series thorough(int... more) {
        if (scale.effort().thorough() && scale.effort().tasks().isEmpty()) for (int size : more) sizes.add(size);
        return this;
    }

    /// One more word for every load: `with("depth", 100)`, which it reads as `gate.number("depth")`.
    public Series with(String key, int value) {
        params.put(key, String.valueOf(value));
        return this;
    }

    /// Also ends the tasks, and weighs what is left.
    public Series unloaded() {
        unload = true;
        return this;
    }

    /// Also ends the tasks, once all is weighed. A load whose `close()` finds something wrong has failed.
    public Series proven() {
        prove = true;
        return this;
    }

    /// Weighs them all. What cannot be started here is taken from the record.
    public Weighings weigh() {
        var points = new ArrayList<Point>();
        var found = found();
        for (int fork = 1; fork <= scale.effort().forks(); fork++)
            for (int size : sizes)
                for (var rival : found.entrySet())
                    if (size <= rival.getValue() && here(rival.getKey())) points.add(point(rival.getKey(), size, fork));
        var all = new ArrayList<>(new Contest(points, need(), scale.progress()).run());
        found.forEach((peer, most) -> {
            if (!here(peer)) all.addAll(recorded(peer));
            else if (sizes.getFirst() > most) all.add(point(peer, sizes.getFirst(), 1).skipped(String.format(Locale.ROOT,
                "it is weighed with no more than %,d tasks", most)));
        });
        var order = found.keySet().stream().map(p -> p.contender().name()).toList();
        all.sort(Comparator.comparingInt(w -> order.indexOf(w.contender().name())));
        return new Weighings(scale.step(), List.copyOf(all));
    }

    /// Takes one task of each contender apart, at the largest size. A runtime that cannot tell is left out.
    public Backpacks takenApart() {
        var all = new ArrayList<Parts>();
        var recorded = new HashSet<String>();
        var remarks = new ArrayList<String>();
        var found = List.copyOf(found().entrySet());
        try {
            for (int i = 0; i < found.size(); i++) {
                var peer = found.get(i).getKey();
                var name = peer.contender().name();
                scale.progress().point("taking apart: " + name, i, found.size(), Optional.empty());
                try {
                    var parts = here(peer) ? apart(largest(peer, found.get(i).getValue())) : record(peer);
                    parts.ifPresent(all::add);
                    if (here(peer)) continue;
                    if (parts.isEmpty()) throw new Died(why(peer));
                    recorded.add(name);
                    remarks.add(name + ": recorded, not measured here.");
                } catch (Died e) {
                    remarks.add(name + ": " + e.getMessage() + ".");
                }
            }
        } finally {
            scale.progress().end();
        }
        return new Backpacks(scale.step(), List.copyOf(all), recorded, List.copyOf(remarks));
    }

    /// Watches one process of each contender while it takes on the largest size.
    public List<Trace> trace() {
        return found().entrySet().stream().filter(e -> here(e.getKey()))
            .map(e -> Watch.over(largest(e.getKey(), e.getValue()))).toList();
    }

    private Optional<Parts> apart(Point point) throws Died {
        var against = need().speaksAgainst(point.peer().contender(), point.tasks(), List.of());
        if (against.isPresent()) throw new Died("was not started: " + against.get());
        return point.parts();
    }

    private Need need() {
        return new Need(scale.archive(), scale.step());
    }

    private Point largest(Peers.Peer peer, int most) {
        return point(peer, Math.min(sizes.getLast(), most), 1);
    }

    private Point point(Peers.Peer peer, int tasks, int fork) {
        return new Point(peer, tasks, Map.copyOf(params), fork, unload, prove, Point.patience(tasks));
    }

    private boolean here(Peers.Peer peer) {
        return peer.launch().isPresent() && !scale.archive().only();
    }

    /// The record stands in for a language that is not there, and never for a load of the reader's that is broken.
    private boolean broken(Peers.Peer peer) {
        return !scale.archive().only() && peer.missing().startsWith(Peers.BROKEN);
    }

    private Optional<Parts> record(Peers.Peer peer) {
        return broken(peer) ? Optional.empty() : scale.archive().parts(scale.step(), peer.contender().name());
    }

    private List<Weighing> recorded(Peers.Peer peer) {
        var point = point(peer, sizes.getFirst(), 1);
        if (broken(peer)) return List.of(point.ended(peer.contender(), Optional.empty(), new Outcome.Failed(why(peer))));
        var record = scale.archive().weighings(scale.step(), peer.contender().name());
        return record.isEmpty() ? List.of(point.skipped(why(peer))) : record;
    }

    /// Why there is nothing of it.
    private static String why(Peers.Peer peer) {
        return peer.launch().isPresent() ? "there is no record of it" : peer.missing();
    }

    /// Each contender, ready to start, with the most tasks that it is given.
    private Map<Peers.Peer, Integer> found() {
        var found = new LinkedHashMap<Peers.Peer, Integer>();
        for (var entry : entries) found.put(entry.java == null ? entry.other : entry.java.peer(), entry.most);
        return found;
    }

    private Series add(JavaPeer java, Peers.Peer... others) {
        latest = entries.size();
        if (java != null) entries.add(new Entry(java, null, Integer.MAX_VALUE));
        for (var other : others) entries.add(new Entry(null, other, Integer.MAX_VALUE));
        return this;
    }

    /// Changes what the last call added, which may be two: Python with a lock and without.
    private Series change(UnaryOperator<Entry> change) {
        entries.subList(latest, entries.size()).replaceAll(change);
        return this;
    }

    /// A contender as it was listed: a load of ours, or one that was found elsewhere.
    private record Entry(JavaPeer java, Peers.Peer other, int most) {
        private JavaPeer java(String what) {
            if (java != null) return java;
            throw new IllegalArgumentException(what + "() is for Java loads, and " + other.contender().name() + " is none");
        }
    }

    /// Who takes part, and with how many tasks: `virtual threads, goroutines × 1,000, 10,000`
    @Override
    public String toString() {
        var names = entries.stream().map(e -> e.java == null ? e.other.contender().name() : e.java.name());
        var tasks = sizes.stream().map(n -> String.format(Locale.ROOT, "%,d", n));
        return names.collect(Collectors.joining(", ")) + " × " + tasks.collect(Collectors.joining(", "));
    }
}
