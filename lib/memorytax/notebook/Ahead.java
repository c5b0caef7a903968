package memorytax.notebook;

import memorytax.notebook.source.Cell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Measures what is to come while somebody reads: on a thread of its own, one step at a time, in order. What comes of
/// a step stays here until its reader arrives; nobody else is told of it, and nothing of it is written.
///
/// Whatever else measures takes the scale for itself ([#alone]), and has it as soon as the process that is being
/// weighed has ended: nothing that has been measured is lost by that.
public final class Ahead implements AutoCloseable {
    private final Predicate<Cell.Step> measures;
    private final ScaleTurns scale = new ScaleTurns();
    private final Thread worker = Thread.ofPlatform().daemon().name("ahead").unstarted(this::work);
    private final Map<String, StepOutcome> held = new HashMap<>();
    /// Steps that somebody has come to: they are no longer to come.
    private final Set<String> come = new HashSet<>();
    private Run run;
    private List<Cell.Step> coming = List.of();
    private Optional<Run.Call> under = Optional.empty();
    private volatile AheadListener listener = AheadListener.SILENT;
    private boolean on, awaited, dropped, closed;
    private long paused;

    /// @param measures which steps cost time
    /// @param on       whether to begin at once
    public Ahead(Predicate<Cell.Step> measures, boolean on) {
        this.measures = measures;
        this.on = on;
    }

    /// Tells this listener, and no other, from now on.
    public void tell(AheadListener listener) {
        this.listener = listener;
    }

    /// Whether it measures what it can.
    public synchronized boolean isOn() {
        return on;
    }

    /// Turns it on or off. What is under way is ended, unless somebody waits for it; what is there stays.
    public void turn(boolean on) {
        synchronized (this) {
            this.on = on;
            if (!on && !awaited) drop();
            begin();
        }
        listener.changed();
    }

    /// The title of the cell that is being measured and that nobody waits for; empty when there is none.
    public synchronized String measuring() {
        return under.filter(_ -> !awaited).map(call -> call.step().title()).orElse("");
    }

    /// Whether something is under way, or there, or is going to be measured next.
    public synchronized boolean isBusy() {
        return on && (under.isPresent() || !held.isEmpty() || next().isPresent());
    }

    /// Whether this thread is the one that measures ahead.
    public boolean isHere() {
        return Thread.currentThread() == worker;
    }

    /// Between two processes, on the thread that measures ahead: whoever waits for the scale has it first.
    public void yields() {
        paused += scale.yields();
    }

    /// Does something that may measure, while nothing else is measured.
    public <T> T alone(Supplier<T> work) throws InterruptedException {
        return scale.alone(work, listener);
    }

    void open(Run run) {
        this.run = run;
    }

    /// These steps are to come, in this order; those that have a result already do not count.
    synchronized void coming(List<Cell.Step> steps) {
        coming = List.copyOf(steps);
        begin();
    }

    /// What comes of a step now that somebody is there: what has come of it already, or comes of it as it is under way;
    /// else what it brings when it is run now, and then whatever rests on an earlier result of it is dropped.
    ///
    /// @param now runs it
    StepOutcome outcome(Cell.Step step, Supplier<StepOutcome> now) {
        var known = known(step.name());
        if (known.isPresent()) return known.get();
        try {
            var happening = measures.test(step) ? alone(now) : now.get();
            if (!Thread.currentThread().isInterrupted())
                drop(new Dependencies(run.edition().chapter()).dependents(step.name()));
            return happening;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new StepOutcome.Failure(e);
        }
    }

    private synchronized Optional<StepOutcome> known(String step) {
        come.add(step);
        boolean interrupted = false;
        while (isUnder(step) && !dropped) {
            if (!awaited) listener.awaited();
            awaited = true;
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
                if (isUnder(step)) worker.interrupt();
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        var known = Optional.ofNullable(held.remove(step));
        known.ifPresent(happening -> run.keep(step, happening));
        return known;
    }

    /// Whether something has come of a step of which nobody has been told.
    synchronized boolean holds(String step) {
        return held.containsKey(step);
    }

    /// Forgets what a step has returned, as [Run#forget] does, and ends it if it is under way.
    synchronized Set<String> forget(String step) {
        var names = run.forget(step);
        drop(names);
        return names;
    }

    private synchronized void drop(Set<String> steps) {
        held.keySet().removeAll(steps);
        come.removeAll(steps);
        if (under.isPresent() && steps.contains(under.get().step().name())) drop();
    }

    private void drop() {
        if (under.isPresent() && !dropped) worker.interrupt();
        dropped = true;
    }

    /// Takes in an edited chapter, as [Run#take] does.
    synchronized Set<String> take(Edition next) {
        var gone = new HashSet<>(run.edition().chapter().steps().stream().map(Cell::name).toList());
        gone.removeAll(next.chapter().steps().stream().map(Cell::name).toList());
        var touched = run.take(next, Coming.results(held));
        gone.addAll(touched);
        drop(gone);
        return touched;
    }

    /// Takes these cells as changed, as [Run#touch] does.
    synchronized Set<String> touch(Set<String> cells) {
        var touched = run.touch(cells);
        drop(touched);
        return touched;
    }

    /// Ends what is under way, and forgets what nobody came for. Returns when that is over.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            on = false;
            held.clear();
            drop();
            notifyAll();
        }
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void begin() {
        if (next().isEmpty()) return; // a reader who measures nothing needs no thread
        if (worker.getState() == Thread.State.NEW) worker.start();
        notifyAll();
    }

    private void work() {
        while (waits()) {
            scale.take();
            try {
                starts().ifPresent(call -> {
                    listener.changed();
                    ended(call, call.outcome(question -> question));
                    listener.changed();
                });
            } finally {
                scale.give();
            }
        }
    }

    private synchronized boolean waits() {
        while (!closed && next().isEmpty()) {
            try {
                wait();
            } catch (InterruptedException e) {
                // meant for a step that has ended just now
            }
        }
        return !closed;
    }

    private synchronized Optional<Run.Call> starts() {
        under = next().map(step -> run.new Call(step, Coming.results(held)));
        dropped = false;
        paused = 0;
        return under;
    }

    private synchronized void ended(Run.Call call, StepOutcome happening) {
        under = Optional.empty();
        if ((!Thread.interrupted() || awaited) && !dropped && !call.isOutdated(happening))
            held.put(call.step().name(), happening.without(paused));
        if (awaited) listener.over();
        awaited = false;
        notifyAll();
    }

    private boolean isUnder(String step) {
        return under.isPresent() && under.get().step().name().equals(step);
    }

    private Optional<Cell.Step> next() {
        if (!on || run == null) return Optional.empty();
        return new Coming(run, coming, measures).next(Coming.results(held).keySet(), held.keySet(), come);
    }
}
