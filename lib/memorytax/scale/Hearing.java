package memorytax.scale;

import memorytax.fork.Words;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Has the points of a series do their work, one process after the other, and listens to what they tell.
final class Hearing {
    private static final Duration LOOK = Duration.ofMillis(40);
    private final List<Point> points;
    private final Need need;
    private final Progress progress;
    private final List<Told.Word> heard = new ArrayList<>();
    private final Set<String> given = new HashSet<>();

    Hearing(List<Point> points, Need need, Progress progress) {
        this.points = points;
        this.need = need;
        this.progress = progress;
    }

    List<Told.Word> run() {
        long start = System.nanoTime();
        try {
            for (int i = 0; i < points.size() && !Thread.currentThread().isInterrupted(); i++) {
                var point = points.get(i);
                long spent = System.nanoTime() - start;
                var left = i < 3 ? Optional.<Duration>empty()
                    : Optional.of(Duration.ofNanos(spent / i * (points.size() - i)));
                progress.point(Contest.title(point), i, points.size(), left);
                if (given.contains(key(point))) continue; // it has failed before, and would again
                listen(point);
            }
        } finally {
            progress.end();
        }
        return heard;
    }

    private void listen(Point point) {
        var contender = point.peer().contender();
        var against = need.speaksAgainst(point, List.of());
        if (against.isPresent()) {
            give(point, contender, new Outcome.Skipped(against.get()));
            return;
        }
        var words = new ArrayList<Words>();
        try (var fork = Fork.start(point.launch())) {
            contender = contender.saidBy(fork.expect("READY", point.patience()));
            fork.send(point.load());
            fork.expect("LOADED", point.patience(), LOOK,
                () -> progress.resident(Host.resident(fork.pid())), words::add);
            if (point.unload() || point.prove()) {
                fork.send(Words.of("UNLOAD"));
                fork.expect("UNLOADED", point.patience(), LOOK, () -> { }, words::add);
            }
            fork.check();
            for (var word : words) heard.add(new Told.Word(contender, point.tasks(), point.params(), point.fork(),
                word.text("name").replace('_', ' '), figures(word), new Outcome.Weighed()));
        } catch (Died e) {
            give(point, contender, new Outcome.Failed(e.getMessage()));
        }
    }

    private void give(Point point, Contender contender, Outcome outcome) {
        given.add(key(point));
        heard.add(new Told.Word(contender, point.tasks(), point.params(), point.fork(), "", Map.of(), outcome));
    }

    private static Map<String, Double> figures(Words word) {
        var figures = new LinkedHashMap<String, Double>();
        word.values().forEach((key, value) -> {
            if (value.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?")) figures.put(key, Double.valueOf(value));
        });
        return figures;
    }

    private static String key(Point point) {
        return String.format(Locale.ROOT, "%s %d %s", point.peer().contender().name(), point.tasks(), point.params());
    }
}
