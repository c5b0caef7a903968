package memorytax.measure.plan;

import memorytax.child.Message;
import memorytax.measure.process.ChildProcess;
import memorytax.measure.process.Died;
import memorytax.measure.process.Host;
import memorytax.measure.process.Settling;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Watched;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Keeps an eye on a process while it works, and an ear: resident size and threads over time, marks, and the figures
/// that it tells of itself.
final class Watch {
    private static final Duration EVERY = Duration.ofMillis(20), OFTEN = Duration.ofMillis(5);
    private static final Set<String> SERVED = Set.of("requests", "tasks");
    /// A process that says more than that cannot be read any more.
    private static final int MOST = 100_000;
    private final Point point;
    private final Progress progress;
    private final List<Trace.Sample> samples = new ArrayList<>();
    private final List<Trace.Held> held = new ArrayList<>();
    private final List<Trace.Mark> marks = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private Contender contender;
    private long start;
    private long empty;
    /// Bytes by which it exceeded its limit when it was ended; 0 as long as it was not.
    private long over;
    private String trouble = "";

    private Watch(Point point, Progress progress) {
        this.point = point;
        this.progress = progress;
        contender = point.peer().contender();
    }

    /// What came of it.
    ///
    /// @param words of the process, and last what was seen of it from outside; where it failed, that alone
    record Seen(Trace trace, List<Reports.Report> words) {
        /// Of several processes of one point the one whose peak is the median: the peak that is told of it, by the
        /// kernel's own mark, which may lie above all samples. One that failed does not stand for those that did not.
        static Seen middle(List<Seen> alike) {
            var whole = alike.stream().filter(s -> !s.failed()).toList();
            var some = whole.isEmpty() ? alike : whole;
            return some.stream().sorted(Comparator.comparingDouble(Seen::peak)).toList().get((some.size() - 1) / 2);
        }

        private boolean failed() {
            return trace.outcome() instanceof Outcome.Failed;
        }

        private double peak() {
            return words.stream().filter(w -> w.name().equals(Watched.OUTSIDE))
                .mapToDouble(w -> w.figures().get(Watched.PEAK)).findFirst().orElse(trace.peak());
        }
    }

    private record Said(String name, Map<String, Double> figures) {
    }

    static Seen over(Point point, Progress progress) {
        return new Watch(point, progress).seen();
    }

    private Seen seen() {
        progress.doing(Stages.start(contender.runtime(), point.launch()));
        try (var fork = ChildProcess.start(point.launch())) {
            var ready = fork.expect("READY", point.patience());
            contender = contender.saidBy(ready);
            progress.doing(Stages.EMPTY);
            empty = Settling.empty(fork, ready, progress::resident).resident();
            progress.doing(Stages.RUNNING);
            start = System.nanoTime();
            until(fork, point.load(), "LOADED");
            double seconds = (System.nanoTime() - start) / 1e9;
            see(fork);
            fork.checkAlone();
            if (point.prove()) progress.doing(Stages.ENDING);
            if (point.prove()) until(fork, Message.of("UNLOAD"), "UNLOADED");
            var last = Host.read(fork.pid()).orElseThrow(() -> fork.died("the process disappeared"));
            fork.leave(words -> mark(fork, words));
            if (!trouble.isEmpty()) throw new Died(trouble);
            tell(Watched.OUTSIDE, Map.of(Watched.PEAK, (double) last.peak().orElse(trace(new Outcome.Weighed()).peak()),
                Watched.SECONDS, seconds,
                Watched.THREADS, (double) samples.stream().mapToInt(Trace.Sample::threads).max().orElse(0)));
            return seen(new Outcome.Weighed());
        } catch (Died e) {
            if (!point.options().limits()) said.clear(); // else they are what it came to before its end
            return seen(over == 0 ? e.outcome() : new Outcome.Failed("the scale ended the process, which was "
                + Bytes.of(over) + " above its limit of " + Bytes.of(point.options().limit())));
        }
    }

    private void until(ChildProcess fork, Message order, String answer) throws Died {
        look(fork); // before it has heard anything
        fork.send(order);
        var every = point.options().limits() ? OFTEN : EVERY;
        fork.expect(answer, point.patience(), every, () -> look(fork), words -> mark(fork, words));
        marks.add(new Trace.Mark(millis(), answer.toLowerCase(Locale.ROOT)));
        look(fork);
    }

    private void mark(ChildProcess fork, Message words) {
        var name = words.text("name");
        var figures = MarkFigures.of(words, says -> trouble = says);
        if (said.size() + held.size() + marks.size() >= MOST)
            trouble = String.format(Locale.ROOT, "the process sent more than %,d reports", MOST);
        if (!trouble.isEmpty()) return;
        if (name.equals("held") && figures.containsKey("bytes"))
            held.add(new Trace.Held(millis(), figures.get("bytes").longValue()));
        else if (figures.isEmpty()) marks.add(new Trace.Mark(millis(), name));
        else {
            boolean weighs = figures.remove(ChildProcess.WEIGH) != null;
            if (over == 0) read(fork, figures, name, weighs); // else it was said before its end, and heard after it
            tell(name.replace('_', ' '), figures);
        }
    }

    private void read(ChildProcess fork, Map<String, Double> figures, String name, boolean weighs) {
        if (weighs) weigh(fork, figures, name);
        if (figures.keySet().containsAll(SERVED))
            figures.put(Watched.MORE, (double) Host.resident(fork.pid()) - empty);
    }

    private void weigh(ChildProcess fork, Map<String, Double> figures, String name) {
        look(fork);
        marks.add(new Trace.Mark(millis(), name));
        figures.put(Watched.TAKEN, (double) Host.resident(fork.pid()));
        figures.put(Watched.MORE, figures.get(Watched.TAKEN) - empty);
    }

    private void tell(String name, Map<String, Double> figures) {
        said.add(new Said(name, figures));
    }

    private void look(ChildProcess fork) {
        Host.read(fork.pid()).ifPresent(r -> {
            samples.add(new Trace.Sample(millis(), r.resident(), r.threads()));
            progress.resident(r.resident());
            if (r.resident() <= point.options().limit()) return;
            over = r.resident() - point.options().limit();
            fork.end();
        });
    }

    /// What its own tools say of it, now that it has its load.
    private void see(ChildProcess fork) throws Died {
        try {
            point.options().probe().at(fork.pid())
                .forEach((what, tasks) -> tell(what, Map.of("tasks", tasks.doubleValue())));
        } catch (IOException e) {
            throw new Died(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Died("the run was interrupted");
        }
    }

    private long millis() {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private Seen seen(Outcome outcome) {
        var words = new ArrayList<Reports.Report>();
        for (var each : said) words.add(word(each.name, each.figures, outcome));
        if (words.isEmpty()) words.add(word("", Map.of(), outcome));
        return new Seen(trace(outcome), words);
    }

    private Trace trace(Outcome outcome) {
        return new Trace(contender, point.tasks(), point.params(), List.copyOf(samples), List.copyOf(held),
            List.copyOf(marks), outcome);
    }

    private Reports.Report word(String name, Map<String, Double> figures, Outcome outcome) {
        return new Reports.Report(contender, point.tasks(), point.params(), point.fork(), name, figures, outcome);
    }
}
