package memorytax.session;

import memorytax.measure.plan.Point;
import memorytax.measure.plan.Progress;
import memorytax.measure.result.Weighing;
import memorytax.notebook.Ahead;
import memorytax.notebook.AheadListener;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shows the scale at work to who waits for it. What is measured ahead is shown to nobody until its reader arrives, and
/// then from there on.
final class AheadProgress implements AheadListener {
    private final Ahead ahead;
    private final Progress usual;
    /// What has been told of the series that is measured ahead, by its kind, and still holds.
    private final Map<String, Runnable> told = new LinkedHashMap<>();
    private boolean awaited;

    /// @param usual shows what somebody waits for
    AheadProgress(Ahead ahead, Progress usual) {
        this.ahead = ahead;
        this.usual = usual;
    }

    /// Says that another step begins, in a way of its own.
    void begins(Runnable show) {
        if (ahead.isHere()) synchronized (this) {
            told.clear();
        }
        tell("step", show);
    }

    /// The same as what shows the scale at work, and only to who waits.
    Progress of(Progress shown) {
        return new Progress() {
            private int weighed;

            @Override
            public boolean isLive() {
                return shown.isLive();
            }

            @Override
            public void series(List<Point> points) {
                tell("series", () -> shown.series(points));
            }

            @Override
            public void weighed(Weighing weighing) {
                tell("weighed " + weighed++, () -> shown.weighed(weighing));
            }

            @Override
            public void point(String what, int done, int all, Optional<Duration> left) {
                if (ahead.isHere()) ahead.yields();
                tell("point", () -> shown.point(what, done, all, left));
                tell("doing", () -> { });
            }

            @Override
            public void doing(String what) {
                tell("doing", () -> shown.doing(what));
            }

            @Override
            public void resident(long bytes) {
                tell("", () -> shown.resident(bytes));
            }

            @Override
            public void end() {
                ended(shown::end);
            }
        };
    }

    private void ended(Runnable show) {
        tell("", show);
        if (ahead.isHere()) synchronized (this) {
            told.keySet().removeIf(kind -> !kind.equals("step"));
        }
    }

    /// Shows something now; what is measured ahead, when its reader arrives, in the order in which it was told.
    ///
    /// @param kind what is told later of the same kind makes it superfluous; empty where it holds for this moment only
    private void tell(String kind, Runnable show) {
        if (!ahead.isHere()) {
            show.run();
            return;
        }
        synchronized (this) {
            told.remove(kind);
            if (!kind.isEmpty()) told.put(kind, show);
            if (awaited) show.run();
        }
    }

    @Override
    public synchronized void awaited() {
        awaited = true;
        told.values().forEach(Runnable::run);
    }

    @Override
    public void finishing() {
        usual.doing("waiting for a measurement that is under way");
    }

    @Override
    public synchronized void over() {
        awaited = false;
        usual.end();
    }
}
