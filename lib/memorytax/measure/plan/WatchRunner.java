package memorytax.measure.plan;

import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Watched;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Has the points of a series do their work, one process after the other, each with the machine to itself, and takes
/// down what is seen and told of it.
final class WatchRunner {
    private final List<Point> points;
    private final MemoryNeed need;
    private final Progress progress;
    private final List<Reports.Report> heard = new ArrayList<>();
    private final Map<String, List<Watch.Seen>> alike = new LinkedHashMap<>();
    private final Set<String> hopeless = new HashSet<>();

    WatchRunner(List<Point> points, MemoryNeed need, Progress progress) {
        this.points = points;
        this.need = need;
        this.progress = progress;
    }

    WatchRunner run() {
        long start = System.nanoTime();
        try {
            for (int i = 0; i < points.size() && !Thread.currentThread().isInterrupted(); i++) {
                var point = points.get(i);
                long spent = System.nanoTime() - start;
                var left = i < 3 ? Optional.<Duration>empty()
                    : Optional.of(Duration.ofNanos(spent / i * (points.size() - i)));
                progress.point(WeighRunner.title(point), i, points.size(), left);
                if (!hopeless.contains(key(point))) listen(point); // it has failed before, and would again
            }
        } finally {
            progress.end();
        }
        return this;
    }

    private void listen(Point point) {
        var against = need.speaksAgainst(point, List.of());
        if (against.isPresent()) {
            var skipped = new Outcome.Skipped(against.get());
            heard.add(new Reports.Report(point.peer().contender(), point.tasks(), point.params(), point.fork(), "",
                Map.of(), skipped));
            hopeless.add(key(point));
            progress.weighed(point.skipped(against.get()));
            return;
        }
        var seen = Watch.over(point, progress);
        alike.computeIfAbsent(key(point), _ -> new ArrayList<>()).add(seen);
        heard.addAll(seen.words());
        progress.weighed(point.ended(point.peer().contender(), Optional.empty(), seen.trace().outcome()));
        // one that is to reach its limit will do so again
        if (seen.trace().outcome() instanceof Outcome.Failed && !point.options().limits()) hopeless.add(key(point));
    }

    /// What the processes told of themselves.
    List<Reports.Report> reports() {
        return heard.stream().filter(w -> !w.name().equals(Watched.OUTSIDE)).toList();
    }

    /// The same, and what was seen of them.
    List<Reports.Report> heard() {
        return List.copyOf(heard);
    }

    /// One of each point: of several forks the one in the middle.
    List<Trace> traces() {
        return alike.values().stream().map(some -> Watch.Seen.middle(some).trace()).toList();
    }

    private static String key(Point point) {
        return String.format(Locale.ROOT, "%s %d %s", point.peer().contender().name(), point.tasks(), point.params());
    }
}
