package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A chapter whose cells are run in the order in which somebody asks for them. What costs nothing runs by itself as
/// soon as all that it takes is there; what measures runs when somebody asks for it. One thread runs what is asked for,
/// and another one what may be asked for next; no two measurements disturb each other.
public final class LiveRun implements AutoCloseable {
    private final Run run;
    private final Ahead ahead;
    private final Reader reader;
    private final Predicate<Cell.Step> measures;
    private final Runnable changed;
    private final Thread worker = Thread.ofPlatform().daemon().name("live-run").unstarted(this::work);
    /// To be done between two steps, on the worker, before any step.
    private final LiveOrder.Queue orders = new LiveOrder.Queue();
    /// Names of steps. Nobody asks for those in `again`: they have a result, or an answer, from an earlier run.
    private final LinkedHashSet<String> queue = new LinkedHashSet<>(), again = new LinkedHashSet<>();
    private final Standing standing = new Standing();
    private final Map<String, Prediction> answers = new HashMap<>();
    private Chapter chapter;
    private String running = "";
    private volatile boolean stopped, closed;

    /// Nothing is run before [#open].
    ///
    /// @param reader   is told what comes of each step, on the worker's thread; `closing` whenever nothing is left to
    ///                 be done
    /// @param ahead    measures before somebody asks for it; closed with this
    /// @param measures whether a step costs time, and so waits until somebody asks for it
    /// @param changed  called when some step stands otherwise than before; must be quick
    public LiveRun(Run run, Ahead ahead, Reader reader, Predicate<Cell.Step> measures, Runnable changed) {
        this.run = run;
        this.ahead = ahead;
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
        ahead.open(run);
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
        if (ahead.holds(name) && measures.test(step)) return CellState.MEASURED;
        return standing.of(name, new Dependencies(chapter).needs(name));
    }

    /// Runs a step, after those that it needs and that have no result.
    ///
    /// @throws IllegalArgumentException when there is no such step
    /// @throws IllegalStateException    when an answer is needed first; the sentence says to which question
    public synchronized void run(String name) {
        var needs = new Dependencies(chapter).needs(step(name).name());
        var wanted = chapter.steps().stream().filter(s -> s.name().equals(name)
            || needs.contains(s.name()) && !standing.isFresh(s.name())).toList();
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

    /// Does something between two steps. [#stop] ends or takes back this, too.
    public synchronized void between(LiveOrder order) {
        orders.add(order);
        notifyAll();
    }

    /// Ends what runs, and takes back what waits for its turn. Results that were there before stay.
    public synchronized void stop() {
        queue.clear();
        orders.stop();
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
        take(new Changes(chapter, next.chapter()).touched(), () -> ahead.take(next));
    }

    /// The same where these cells' own code stays, and what they run has changed.
    public synchronized void touch(Set<String> cells) {
        take(new Changes(chapter, chapter).touched(cells), () -> ahead.touch(cells));
    }

    private void take(Set<String> touched, Supplier<Set<String>> order) {
        if (touched.contains(running)) interrupt();
        standing.unsettled(touched); // at once: whoever runs a cell now runs again those that it needs
        orders.add(() -> taken(order.get()));
        notifyAll();
    }

    private void taken(Set<String> touched) {
        synchronized (this) {
            chapter = run.edition().chapter();
            var names = chapter.steps().stream().map(Cell::name).toList();
            queue.retainAll(names);
            standing.only(names);
            standing.unsettled(touched);
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
        ahead.close();
    }

    private void work() {
        for (boolean written = false; !closed; ) {
            var order = order(written);
            written = order.isEmpty() || written && order.get() instanceof LiveOrder;
            LiveOrder.perform(order.orElse(reader::closing), ahead);
            changed.run();
        }
        reader.closing();
    }

    /// The next thing to do; empty when there is nothing left, and what has been done is not written down yet.
    private synchronized Optional<Runnable> order(boolean written) {
        while (!closed) {
            if (!orders.isEmpty()) return Optional.of(orders.next());
            eager();
            ahead.coming(Stream.concat(queue.stream().map(this::step), chapter.steps().stream()).toList());
            if (!queue.isEmpty()) {
                var step = step(queue.removeFirst());
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
        for (var step : chapter.steps())
            if (!standing.isSettled(step.name()) && !step.isQuestion() && !step.isExercise() && !measures.test(step)
                && standing.areFresh(new Dependencies(chapter).direct(step))) queue.add(step.name());
    }

    private void visit(Cell.Step step) {
        changed.run();
        boolean wanted = measures.test(step) || step.isQuestion() || step.isExercise();
        if (wanted && !again.remove(step.name())) reader.cell(step);
        else reader.needed(step); // nobody has asked for it
        var before = Optional.ofNullable(run.values().get(step.name()));
        var happening = ahead.outcome(step,
            () -> run.step(step, question -> answers.getOrDefault(step.name(), question)));
        if (settled(step.name(), before, happening)) reader.happened(step, happening);
    }

    /// Notes how the step stands now. False when somebody has stopped it: then nothing has happened.
    private synchronized boolean settled(String name, Optional<Object> before, StepOutcome happening) {
        running = "";
        if (stopped | Thread.interrupted()) {
            run.keep(name, before);
            return false;
        }
        standing.settled(name, happening);
        var resting = new Dependencies(chapter).dependents(name);
        resting.forEach(run::forget);
        standing.unsettled(resting);
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
