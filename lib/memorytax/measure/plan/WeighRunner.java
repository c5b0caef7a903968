package memorytax.measure.plan;

import memorytax.child.Gate;
import memorytax.measure.process.ChildProcess;
import memorytax.measure.process.Died;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Weighing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Weighs the points of a series, one process after the other: fork by fork, within a fork size by size, within a
/// size contender by contender, so that a drifting machine hits all alike. While one is weighed the next ones come up,
/// where that cannot change what is read: a JVM needs longer to start than to be weighed.
final class WeighRunner {
    /// After as many failures of one point it is not tried again.
    private static final int ENOUGH = 2;
    /// So many come up before their turn.
    private static final int AHEAD = 2;
    private final List<Point> points;
    private final MemoryNeed need;
    private final Progress progress;
    private final List<Weighing> done = new ArrayList<>();
    private final Map<String, Long> nanos = new HashMap<>();
    private final Deque<Ahead> ahead = new ArrayDeque<>();

    WeighRunner(List<Point> points, MemoryNeed need, Progress progress) {
        this.need = need;
        this.points = points;
        this.progress = progress;
    }

    List<Weighing> run() {
        try {
            progress.series(points);
            for (int i = 0; i < points.size() && !Thread.currentThread().isInterrupted(); i++) {
                var point = points.get(i);
                progress.point(title(point), i, points.size(), left(i));
                long start = System.nanoTime();
                int before = done.size();
                add(point, points.subList(i + 1, Math.min(points.size(), i + 1 + AHEAD)));
                if (done.size() > before) progress.weighed(done.getLast());
                nanos.merge(key(point), System.nanoTime() - start, (a, b) -> (a + b) / 2);
            }
        } finally {
            ahead.forEach(a -> a.fork().close());
            progress.end();
        }
        return done;
    }

    private void add(Point point, List<Point> next) {
        var up = Optional.ofNullable(ahead.peek()).filter(a -> a.point() == point).map(_ -> ahead.remove().fork());
        boolean hopeless = isHopeless(point);
        var against = hopeless ? Optional.<String>empty() : need.speaksAgainst(point, done);
        if (hopeless || against.isPresent()) {
            up.ifPresent(ChildProcess::close);
            against.map(point::skipped).ifPresent(done::add);
            return;
        }
        if (point.isSteady()) startAhead(next);
        done.add(point.weigh(progress, up));
    }

    /// As many of the next ones as may come up meanwhile: nobody behind one that is not steady, for it would warm up
    /// while that one is weighed.
    private void startAhead(List<Point> next) {
        for (int i = ahead.size(); i < next.size(); i++)
            if (i > 0 && !next.get(i - 1).isSteady() || !start(next.get(i))) return;
    }

    /// Not one that cannot be started: it will say so itself, when it is its turn. And none where memory is short: the
    /// one that is weighed needs it.
    private boolean start(Point point) {
        if (isHopeless(point) || MemoryNeed.isShort()) return false;
        try {
            return ahead.add(new Ahead(point, ChildProcess.start(point.launch())));
        } catch (Died e) {
            return false;
        }
    }

    /// A contender whose first points have failed is not tried with other sizes either, and one whose tasks never say
    /// that they are there fails with each of them.
    private boolean isHopeless(Point point) {
        var whole = done.stream().filter(w -> w.contender().name().equals(point.peer().contender().name())).toList();
        if (whole.size() >= ENOUGH && whole.stream().allMatch(WeighRunner::failed)
            || whole.stream().anyMatch(w -> Gate.isAskedFor(w.outcome().toString()))) return true;
        return same(point).filter(WeighRunner::failed).count() >= ENOUGH
            || same(point).anyMatch(w -> w.outcome() instanceof Outcome.Skipped);
    }

    private static boolean failed(Weighing weighing) {
        return weighing.outcome() instanceof Outcome.Failed;
    }

    private Stream<Weighing> same(Point point) {
        return done.stream().filter(w -> w.contender().name().equals(point.peer().contender().name())
            && w.tasks() == point.tasks() && w.params().equals(point.params()));
    }

    /// What is left, from what each point took the last time, and for those that were not run yet what a point takes on
    /// the average; empty in the very beginning.
    private Optional<Duration> left(int from) {
        if (nanos.size() < 3) return Optional.empty();
        double usual = nanos.values().stream().mapToLong(n -> n).average().orElse(0);
        double sum = points.subList(from, points.size()).stream()
            .mapToDouble(p -> nanos.containsKey(key(p)) ? nanos.get(key(p)) : usual).sum();
        return Optional.of(Duration.ofNanos((long) sum));
    }

    private static String key(Point point) {
        return point.peer().contender().name() + " " + point.tasks() + " " + point.params();
    }

    static String title(Point point) {
        var params = point.params().entrySet().stream().map(e -> ", " + e.getKey() + " " + e.getValue())
            .collect(Collectors.joining());
        return String.format(Locale.ROOT, "%s × %,d%s, fork %d", point.peer().contender().name(), point.tasks(),
            params, point.fork());
    }

    /// A process that comes up before its turn.
    private record Ahead(Point point, ChildProcess fork) {
    }
}
