package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A chapter whose cells are run in the order in which somebody asks for them. What costs nothing runs by itself as
/// soon as all that it takes is there; what measures runs when somebody asks for it, and is stale when something that
/// it rests on has changed. One thread runs everything, so that no two measurements disturb each other.
public final class LiveRun implements AutoCloseable {
    private final Run run;
    private final Reader reader;
    private final Predicate<Cell.Step> measures;
    private final Runnable changed;
    private final Thread worker = Thread.ofPlatform().daemon().name("live-run").unstarted(this::work);
    /// To be done between two steps, on the worker, before any step.
    private final Deque<Runnable> orders = new ArrayDeque<>();
    /// Names of steps. Nobody asks for those in `again`: they have a result, or an answer, from an earlier run.
    private final Set<String> queue = new LinkedHashSet<>(), fresh = new HashSet<>(), failed = new HashSet<>(),
        shown = new HashSet<>(), again = new HashSet<>();
    private final Map<String, Prediction> answers = new HashMap<>();
    private Chapter chapter;
    private String running = "";
    private boolean stopped;
    private volatile boolean closed;

    /// Nothing is run before [#open].
    ///
    /// @param reader   is told what comes of each step, on the worker's thread; `closing` whenever nothing is left to
    ///                 be done
    /// @param measures whether a step costs time, and so waits until somebody asks for it
    /// @param changed  called when some step stands otherwise than before; must be quick
    public LiveRun(Run run, Reader reader, Predicate<Cell.Step> measures, Runnable changed) {
        this.run = run;
        this.reader = reader;
        this.measures = measures;
        this.changed = changed;
        chapter = run.edition().chapter();
    }

    /// Begins.
    ///
    /// @param answered what the reader has answered before, by the names of the steps that ask
    /// @param known    steps that measure, and have been measured in an earlier run: they are run at once
    public synchronized void open(Map<String, Prediction> answered, Set<String> known) {
        answers.putAll(answered);
        orders.add(() -> reader.opening(run.edition().chapter()));
        for (var step : chapter.steps())
            if (known.contains(step.name()) || answers.containsKey(step.name())) queue.add(step.name());
        again.addAll(queue);
        worker.start();
    }

    /// How each step stands, in file order.
    public synchronized Map<String, CellState> states() {
        var states = new LinkedHashMap<String, CellState>();
        for (var step : chapter.steps()) states.put(step.name(), state(step));
        return states;
    }

    private CellState state(Cell.Step step) {
        var name = step.name();
        if (name.equals(running)) return CellState.RUNNING;
        if (queue.contains(name)) return CellState.QUEUED;
        if (asks(step)) return CellState.ASKS;
        if (fresh.contains(name)) return CellState.FRESH;
        if (failed.contains(name)) return CellState.FAILED;
        if (new Dependencies(chapter).needs(name).stream().anyMatch(failed::contains)) return CellState.BLOCKED;
        return shown.contains(name) ? CellState.STALE : CellState.IDLE;
    }

    /// Runs a step, after those that it needs and that have no result.
    ///
    /// @throws IllegalArgumentException when there is no such step
    /// @throws IllegalStateException    when an answer is needed first; the sentence says to which question
    public synchronized void run(String name) {
        step(name);
        var needs = new Dependencies(chapter).needs(name);
        var wanted = chapter.steps().stream()
            .filter(s -> s.name().equals(name) || needs.contains(s.name()) && !fresh.contains(s.name())).toList();
        wanted.stream().filter(this::asks).findFirst().ifPresent(question -> {
            throw new IllegalStateException("first answer “" + question.title() + "”, or pass");
        });
        for (var step : wanted) if (!step.name().equals(running)) queue.add(step.name());
        notifyAll();
        changed.run();
    }

    /// Takes an answer to a question. What costs nothing and has waited for it runs.
    ///
    /// @param typed blank to pass
    /// @throws IllegalArgumentException when there is no such question, or that is no answer; one line says why
    public synchronized Prediction answer(String name, String typed) {
        var question = run.question(step(name)).orElseThrow(() ->
            new IllegalArgumentException("“" + step(name).title() + "” asks nothing"));
        var answered = (typed.isBlank() ? question.pass() : question.answered(typed)).named(name);
        answers.put(name, answered);
        queue.add(name);
        notifyAll();
        changed.run();
        return answered;
    }

    /// Ends what runs, and takes back what waits for its turn. Results that were there before stay.
    public synchronized void stop() {
        queue.clear();
        interrupt();
        changed.run();
    }

    private void interrupt() {
        if (running.isEmpty()) return;
        stopped = true;
        worker.interrupt();
    }

    /// Takes in an edited chapter. What it touches is stale, and what costs nothing is run again. A step that is
    /// touched while it runs is stopped.
    public synchronized void take(Edition next) {
        take(new Changes(chapter, next.chapter()).touched(), () -> run.take(next));
    }

    /// The same where these cells' own code stays, and what they run has changed.
    public synchronized void touch(Set<String> cells) {
        take(new Changes(chapter, chapter).touched(cells), () -> run.touch(cells));
    }

    private void take(Set<String> touched, Supplier<Set<String>> order) {
        if (touched.contains(running)) interrupt();
        fresh.removeAll(touched); // at once: whoever runs a cell now runs again those that it needs
        orders.add(() -> taken(order.get()));
        notifyAll();
    }

    private void taken(Set<String> touched) {
        synchronized (this) {
            chapter = run.edition().chapter();
            var names = chapter.steps().stream().map(Cell::name).toList();
            for (var all : List.of(queue, fresh, failed, shown)) all.retainAll(names);
            fresh.removeAll(touched);
            failed.removeAll(touched);
            for (var step : chapter.steps()) // a question that is asked otherwise may still take its answer
                if (touched.contains(step.name()) && answers.containsKey(step.name())) queue.add(step.name());
        }
        reader.changed(run.edition().chapter());
        reader.forgotten(touched);
    }

    /// Stops what runs, and returns when the reader knows that it is over.
    @Override
    public void close() throws InterruptedException {
        synchronized (this) {
            stop();
            closed = true;
            notifyAll();
        }
        worker.join();
    }

    private void work() {
        for (boolean written = false; !closed; ) {
            var order = order(written);
            written = order.isEmpty();
            order.orElse(reader::closing).run();
            changed.run();
        }
        reader.closing();
    }

    /// The next thing to do; empty when there is nothing left, and what has been done is not written down yet.
    private synchronized Optional<Runnable> order(boolean written) {
        while (!closed) {
            if (!orders.isEmpty()) return Optional.of(orders.remove());
            eager();
            if (!queue.isEmpty()) {
                var step = step(queue.iterator().next());
                queue.remove(step.name());
                running = step.name();
                stopped = false;
                return Optional.of(() -> visit(step));
            }
            if (!written) return Optional.empty();
            try {
                wait();
            } catch (InterruptedException e) {
                // meant for a step that has ended just now
            }
        }
        return Optional.empty();
    }

    /// What costs nothing, and has all that it takes.
    private void eager() {
        for (var step : chapter.steps()) {
            boolean waits = !fresh.contains(step.name()) && !failed.contains(step.name());
            if (waits && !step.isQuestion() && !step.isExercise() && !measures.test(step)
                && fresh.containsAll(new Dependencies(chapter).direct(step))) queue.add(step.name());
        }
    }

    private void visit(Cell.Step step) {
        changed.run();
        boolean wanted = measures.test(step) || step.isQuestion() || step.isExercise();
        if (wanted && !again.remove(step.name())) reader.cell(step);
        else reader.needed(step); // nobody has asked for it
        var before = Optional.ofNullable(run.values().get(step.name()));
        var happening = run.step(step, question -> answers.getOrDefault(step.name(), question));
        if (settled(step.name(), before, happening)) reader.happened(step, happening);
    }

    /// Notes how the step stands now. False when somebody has stopped it: then nothing has happened.
    private synchronized boolean settled(String name, Optional<Object> before, StepOutcome happening) {
        running = "";
        boolean cut = stopped | Thread.interrupted();
        if (cut) {
            run.keep(name, before);
            return false;
        }
        shown.add(name);
        fresh.remove(name);
        failed.remove(name);
        if (happening instanceof StepOutcome.Result) fresh.add(name);
        if (happening instanceof StepOutcome.Failure) failed.add(name);
        for (var resting : new Dependencies(chapter).dependents(name)) {
            run.forget(resting);
            fresh.remove(resting);
            failed.remove(resting);
        }
        return true;
    }

    private boolean asks(Cell.Step step) {
        return step.isQuestion() && !answers.containsKey(step.name());
    }

    private Cell.Step step(String name) {
        return chapter.steps().stream().filter(s -> s.name().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no step “" + name + "”"));
    }
}
