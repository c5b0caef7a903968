package memorytax.session;

import memorytax.chart.svg.SvgMarker;
import memorytax.measure.plan.Point;
import memorytax.measure.plan.Progress;
import memorytax.measure.result.Weighing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Shows the scale at work to the pages of a live chapter, in four events a second at most: who draws more often
/// disturbs what is weighed. What comes in between waits for its turn, and nothing of it is lost. A page hears of
///
/// - `plan`: who is weighed in this cell, in which sizes, and what each wears;
/// - `weighed`: the processes that are done, each once;
/// - `progress`: the process under way.
///
/// Each of them says how many processes have been `told` before it.
final class LiveProgress implements Progress {
    static final String PLAN = "plan", WEIGHED = "weighed", PROGRESS = "progress";
    private static final long PAUSE = 250_000_000;
    private final LiveEvents events;
    private final LongSupplier nanos;
    private final Later later;
    private final LiveClimb climb = new LiveClimb();
    /// Of the cell: who takes part, and how many tasks they have.
    private final TreeSet<Integer> sizes = new TreeSet<>();
    private final List<String> contenders = new ArrayList<>();
    private final List<LivePoint> waiting = new ArrayList<>();
    private String cell = "", what = "", doing = "";
    private int done, all, told, batches;
    private long left = -1, last, cellBegun, pointBegun;
    private boolean planned, moved, timed;

    /// Does something after a while.
    @FunctionalInterface
    interface Later {
        void after(long nanos, Runnable what);
    }

    LiveProgress(LiveEvents events) {
        this(events, System::nanoTime, (nanos, what) ->
            CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(what));
    }

    LiveProgress(LiveEvents events, LongSupplier nanos, Later later) {
        this.events = events;
        this.nanos = nanos;
        this.later = later;
        last = nanos.getAsLong() - PAUSE;
    }

    /// The same, from now on for another cell, or for the same one once more: what there was to see is over.
    synchronized LiveProgress in(String cell) {
        events.over(PLAN);
        events.over(PROGRESS);
        while (batches > 0) events.over(WEIGHED + --batches);
        this.cell = cell;
        sizes.clear();
        contenders.clear();
        waiting.clear();
        climb.clear();
        what = doing = "";
        done = all = told = 0;
        left = -1;
        cellBegun = nanos.getAsLong();
        planned = moved = false;
        return this;
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public synchronized void series(List<Point> points) {
        sizes.addAll(LivePoint.sizes(points));
        points.stream().map(p -> p.peer().contender().name()).distinct().filter(name -> !contenders.contains(name))
            .forEach(contenders::add);
        planned = true;
        tell();
    }

    @Override
    public synchronized void point(String what, int done, int all, Optional<Duration> left) {
        this.what = what;
        this.done = done;
        this.all = all;
        this.left = left.map(Duration::toSeconds).orElse(-1L);
        doing = "";
        climb.clear();
        pointBegun = nanos.getAsLong();
        move();
    }

    @Override
    public synchronized void doing(String what) {
        doing = what;
        move();
    }

    @Override
    public synchronized void resident(long bytes) {
        climb.add(new LiveClimb.Reading((nanos.getAsLong() - pointBegun) / 1_000_000, bytes));
        move();
    }

    @Override
    public synchronized void weighed(Weighing weighing) {
        waiting.add(LivePoint.of(weighing));
        done = Math.min(all, done + 1);
        move();
    }

    /// What is to be seen stays until the cell has its result.
    @Override
    public synchronized void end() {
        what = doing = "";
        left = -1;
        move();
    }

    private void move() {
        moved = true;
        tell();
    }

    /// At once where the last event is long enough ago; what waits, as soon as it is.
    private void tell() {
        if (timed || cell.isEmpty() || !waits()) return;
        long wait = last + PAUSE - nanos.getAsLong();
        if (wait <= 0) next();
        if (!waits()) return;
        timed = true;
        later.after(wait > 0 ? wait : PAUSE, this::inTime);
    }

    private boolean waits() {
        return planned || moved || !waiting.isEmpty();
    }

    private synchronized void inTime() {
        timed = false;
        tell();
    }

    private void next() {
        last = nanos.getAsLong();
        if (planned) {
            planned = false;
            events.happened(PLAN, PLAN, Map.of("cell", cell, "told", told, "sizes", List.copyOf(sizes), "contenders",
                SvgMarker.of(contenders)));
        } else if (!waiting.isEmpty()) {
            var facts = counts();
            facts.put("points", waiting.stream().map(LivePoint::facts).toList());
            told += waiting.size();
            waiting.clear();
            events.happened(WEIGHED + batches++, WEIGHED, facts);
        } else {
            moved = false;
            var facts = counts();
            facts.put("what", what);
            facts.put("doing", doing);
            facts.put("climb", climb.all());
            events.happened(PROGRESS, PROGRESS, facts);
        }
    }

    private Map<String, Object> counts() {
        return new LinkedHashMap<>(Map.of("cell", cell, "told", told, "done", done, "all", all, "left", left,
            "seconds", TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - cellBegun)));
    }
}
