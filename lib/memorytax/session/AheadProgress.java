package memorytax.session;

import memorytax.measure.plan.Progress;
import memorytax.notebook.Ahead;
import memorytax.notebook.AheadListener;

import java.time.Duration;
import java.util.Optional;

/// Shows the scale at work to who waits for it. What is measured ahead is shown to nobody until its reader arrives, and
/// then from there on.
final class AheadProgress implements Progress, AheadListener {
    private final Progress shown;
    private final Ahead ahead;
    private Runnable point = () -> { }, stage = () -> { };
    private boolean awaited;

    AheadProgress(Progress shown, Ahead ahead) {
        this.shown = shown;
        this.ahead = ahead;
    }

    @Override
    public void point(String what, int done, int all, Optional<Duration> left) {
        if (!ahead.isHere()) {
            shown.point(what, done, all, left);
            return;
        }
        ahead.yields();
        synchronized (this) {
            point = () -> shown.point(what, done, all, left);
            stage = () -> { };
            if (awaited) point.run();
        }
    }

    @Override
    public void doing(String what) {
        if (!ahead.isHere()) {
            shown.doing(what);
            return;
        }
        synchronized (this) {
            stage = () -> shown.doing(what);
            if (awaited) stage.run();
        }
    }

    @Override
    public void resident(long bytes) {
        if (!ahead.isHere()) {
            shown.resident(bytes);
            return;
        }
        synchronized (this) {
            if (awaited) shown.resident(bytes);
        }
    }

    @Override
    public void end() {
        if (!ahead.isHere()) {
            shown.end();
            return;
        }
        synchronized (this) {
            point = stage = () -> { };
            if (awaited) shown.end();
        }
    }

    @Override
    public synchronized void awaited() {
        awaited = true;
        point.run();
        stage.run();
    }

    @Override
    public void finishing() {
        shown.doing("waiting for a measurement that is under way");
    }

    @Override
    public synchronized void over() {
        awaited = false;
        shown.end();
    }
}
