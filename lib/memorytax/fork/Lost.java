package memorytax.fork;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Threads that nobody knows, not even whoever counts them here: it has only weak references, which the garbage
/// collector does not mind.
public final class Lost {
    private static final int COLLECTIONS = 3;
    private final List<WeakReference<Thread>> threads = new ArrayList<>();

    /// Takes note of a thread that will wait.
    public void add(Thread thread) {
        threads.add(new WeakReference<>(thread));
    }

    /// Waits until all wait, and tells the scale how many `tasks` there are `at first` and `after three collections`.
    public Lost tell() {
        for (var thread : threads) while (runs(thread.get())) LockSupport.parkNanos(100_000);
        Gate.tell("at first", "tasks", threads.size());
        for (int i = 0; i < COLLECTIONS; i++) System.gc();
        Gate.tell("after three collections", "tasks", left());
        return this;
    }

    private static boolean runs(Thread thread) {
        return thread != null && thread.getState() != Thread.State.WAITING;
    }

    private long left() {
        return threads.stream().filter(thread -> thread.get() != null).count();
    }

    /// `2,000 lost threads, 0 are left`
    @Override
    public String toString() {
        return threads.size() + " lost threads, " + left() + " are left";
    }
}
