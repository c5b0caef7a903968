package memorytax.session;

import memorytax.measure.plan.Progress;
import memorytax.measure.result.Bytes;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Shows the scale at work to the pages of a live chapter, four times a second at most: who draws more often disturbs
/// what is weighed.
final class LiveProgress implements Progress {
    /// Of all events about the process that is being weighed.
    static final String KEY = "progress";
    private static final long PAUSE = 250_000_000;
    private final LiveEvents events;
    private final LongSupplier nanos;
    private String what = "";
    private int done, all;
    private long left, last;

    LiveProgress(LiveEvents events, LongSupplier nanos) {
        this.events = events;
        this.nanos = nanos;
        last = nanos.getAsLong() - PAUSE;
    }

    @Override
    public void point(String what, int done, int all, Optional<Duration> left) {
        this.what = what;
        this.done = done;
        this.all = all;
        this.left = left.map(Duration::toSeconds).orElse(-1L);
        tell(0);
    }

    @Override
    public void resident(long bytes) {
        tell(bytes);
    }

    @Override
    public void end() {
        events.happened(KEY, KEY, Map.of("all", 0));
        events.over(KEY);
    }

    private void tell(long bytes) {
        if (nanos.getAsLong() - last < PAUSE) return;
        last = nanos.getAsLong();
        events.happened(KEY, KEY, Map.of("what", what, "done", done, "all", all, "left", left, "bytes", bytes,
            "size", bytes == 0 ? "" : Bytes.of(bytes)));
    }
}
