package memorytax.scale;

import memorytax.fork.Words;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Keeps an eye on a process while it works: resident size, threads and marks over time.
final class Watch {
    private static final Duration EVERY = Duration.ofMillis(20);
    /// Marks beyond that are not for reading any more.
    private static final int MOST = 10_000;
    private final List<Trace.Sample> samples = new ArrayList<>();
    private final List<Trace.Mark> marks = new ArrayList<>();
    private long start;

    private Watch() {
    }

    static Trace over(Point point) {
        var watch = new Watch();
        var contender = point.peer().contender();
        try (var fork = Fork.start(point.launch())) {
            var ready = fork.expect("READY", point.patience());
            contender = contender.saidBy(ready);
            watch.start = System.nanoTime();
            watch.until(fork, point.load(), "LOADED", point.patience());
            if (point.unload()) watch.until(fork, Words.of("UNLOAD"), "UNLOADED", point.patience());
            return watch.trace(contender, point, new Outcome.Weighed());
        } catch (Died e) {
            return watch.trace(contender, point, new Outcome.Failed(e.getMessage()));
        }
    }

    private void until(Fork fork, Words order, String answer, Duration patience) throws Died {
        fork.send(order);
        look(fork);
        fork.expect(answer, patience, EVERY, () -> look(fork), this::mark);
        marks.add(new Trace.Mark(millis(), answer.toLowerCase(java.util.Locale.ROOT)));
        look(fork);
    }

    private void mark(Words words) {
        if (marks.size() < MOST) marks.add(new Trace.Mark(millis(), words.text("name")));
    }

    private void look(Fork fork) {
        Host.read(fork.pid()).ifPresent(r -> samples.add(new Trace.Sample(millis(), r.resident(), r.threads())));
    }

    private long millis() {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private Trace trace(Contender contender, Point point, Outcome outcome) {
        return new Trace(contender, point.tasks(), List.copyOf(samples), List.copyOf(marks), outcome);
    }
}
