package memorytax.measure.plan;

import memorytax.child.Message;
import memorytax.measure.process.ChildProcess;
import memorytax.measure.process.Died;
import memorytax.measure.process.Host;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Weighing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/// Processes that have their tasks, and are left alone: how much CPU time they take all the same. One that does nothing
/// disturbs nobody, so they lie side by side, and all in the same seconds. What would not fit beside those that are
/// there already is skipped. A word is named after the number of tasks, `1,000 tasks`.
final class IdleRunner {
    private static final int LOOK = 250, STEP = 10, CALM_AFTER = 40;
    private final List<Point> points;
    private final MemoryNeed need;
    private final Progress progress;
    private final int seconds;
    private final Map<Point, ChildProcess> up = new LinkedHashMap<>();
    private final Map<Point, Contender> names = new HashMap<>();
    private final List<Weighing> before = new ArrayList<>();
    private final List<Reports.Report> heard = new ArrayList<>();

    IdleRunner(List<Point> points, MemoryNeed need, Progress progress, int seconds) {
        this.points = points;
        this.need = need;
        this.progress = progress;
        this.seconds = seconds;
    }

    /// Of each process what it took while nothing happened, or what went wrong.
    List<Reports.Report> run() {
        try {
            for (int fork : points.stream().map(Point::fork).distinct().toList()) {
                try {
                    for (int i = 0; i < points.size(); i++) if (points.get(i).fork() == fork) load(i);
                    if (!Thread.currentThread().isInterrupted()) letAlone();
                    for (var point : List.copyOf(up.keySet())) if (point.prove()) end(point);
                } finally {
                    up.values().forEach(ChildProcess::close);
                    up.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            progress.end();
        }
        return heard;
    }

    private void load(int i) {
        if (Thread.currentThread().isInterrupted()) return;
        var point = points.get(i);
        progress.point(WeighRunner.title(point), i, points.size(), Optional.empty());
        var against = need.speaksAgainst(point, before);
        if (against.isPresent()) {
            hear(point, Map.of(), new Outcome.Skipped("with " + Counted.of(point.tasks(), "task") + ", "
                + against.get()));
            progress.weighed(point.skipped(against.get()));
            return;
        }
        ChildProcess fork = null;
        progress.doing(Stages.start(point.peer().contender().runtime(), point.launch()));
        try {
            fork = ChildProcess.start(point.launch());
            names.put(point, point.peer().contender().saidBy(fork.expect("READY", point.patience())));
            var empty = Optional.of(fork.read());
            progress.doing(Stages.load(point.tasks()));
            fork.send(point.load());
            fork.expect("LOADED", point.patience());
            fork.checkAlone();
            before.add(new Weighing(names.get(point), point.tasks(), point.params(), point.fork(), empty,
                Optional.of(fork.read()), OptionalLong.empty(), OptionalLong.empty(), new Outcome.Weighed()));
            up.put(point, fork);
            progress.weighed(before.getLast());
        } catch (Died e) {
            if (fork != null) fork.close();
            hear(point, Map.of(), e.outcome());
            progress.weighed(point.ended(point.peer().contender(), Optional.empty(), e.outcome()));
        }
    }

    private void letAlone() throws InterruptedException {
        progress.point(String.format(Locale.ROOT, "all processes, left alone for %d s", seconds), points.size(),
            points.size(), Optional.empty());
        progress.doing("waiting until no process compiles any more");
        calm();
        progress.doing("adding up CPU time");
        var first = taken();
        for (long end = System.nanoTime() + seconds * 1_000_000_000L, left; (left = end - System.nanoTime()) > 0; )
            Thread.sleep(Math.min(LOOK, left / 1_000_000 + 1));
        taken().forEach((point, now) -> {
            try {
                up.get(point).check();
                if (now.millis.isEmpty() || first.get(point).millis.isEmpty()) throw up.get(point).died(
                    "the process disappeared");
                hear(point, figures(now.since(first.get(point)), (now.nanos - first.get(point).nanos) / 1e9),
                    new Outcome.Weighed());
            } catch (Died e) {
                hear(point, Map.of(), e.outcome());
            }
        });
    }

    private static Map<String, Double> figures(double cpu, double seconds) {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("seconds", seconds);
        figures.put("cpu_ms", cpu);
        figures.put("core_percent", cpu / seconds / 10);
        return figures;
    }

    /// Waits until none takes less than it did just before: a JVM still compiles when its tasks are there.
    private void calm() throws InterruptedException {
        var last = taken();
        Map<Point, Long> took = null;
        for (int i = 0; i < CALM_AFTER; i++) {
            Thread.sleep(LOOK);
            var now = taken();
            var takes = new HashMap<Point, Long>();
            for (var point : now.keySet()) takes.put(point, now.get(point).since(last.get(point)));
            var lately = took;
            if (lately != null && takes.keySet().stream().allMatch(p -> takes.get(p) >= lately.get(p) - STEP)) return;
            last = now;
            took = takes;
        }
    }

    private Map<Point, Taken> taken() {
        var taken = new LinkedHashMap<Point, Taken>();
        up.forEach((point, fork) -> taken.put(point, new Taken(Host.cpu(fork.pid()), System.nanoTime())));
        return taken;
    }

    /// CPU time up to a moment.
    private record Taken(OptionalLong millis, long nanos) {
        long since(Taken before) {
            return millis.orElse(0) - before.millis.orElse(0);
        }
    }

    /// Ends its tasks, which have to end well, and takes down what it tells meanwhile.
    private void end(Point point) {
        var fork = up.get(point);
        var trouble = new AtomicReference<String>();
        try {
            fork.send(Message.of("UNLOAD"));
            fork.expect("UNLOADED", point.patience(), Duration.ofMillis(LOOK), () -> { }, mark -> hear(point,
                mark.text("name").replace('_', ' '), MarkFigures.of(mark, trouble::set), new Outcome.Weighed()));
            if (trouble.get() != null) throw new Died(trouble.get());
        } catch (Died e) {
            hear(point, Map.of(), new Outcome.Failed(e.getMessage()));
        }
    }

    private void hear(Point point, Map<String, Double> figures, Outcome outcome) {
        hear(point, figures.isEmpty() ? "" : Counted.of(point.tasks(), "task"), figures, outcome);
    }

    private void hear(Point point, String name, Map<String, Double> figures, Outcome outcome) {
        heard.add(new Reports.Report(names.getOrDefault(point, point.peer().contender()), point.tasks(), point.params(),
            point.fork(), name, figures, outcome));
    }
}
