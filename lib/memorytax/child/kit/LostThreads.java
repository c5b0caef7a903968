package memorytax.child.kit;

import memorytax.child.Gate;
import memorytax.child.Patience;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Threads that nobody knows, not even whoever counts them here: from the moment when each has been seen waiting, there
/// are only weak references to them, which the garbage collector does not mind.
public final class LostThreads {
    private static final int COLLECTIONS = 3;
    private final List<WeakReference<Thread>> threads = new ArrayList<>();
    private final ArrayDeque<Thread> unseen = new ArrayDeque<>();

    /// Takes note of a thread that will wait.
    public void add(Thread thread) {
        threads.add(new WeakReference<>(thread));
        unseen.add(thread);
    }

    /// Waits until all wait, and tells the scale how many `tasks` there are `at first` and `after three collections`.
    ///
    /// @throws IllegalStateException when one does not come to wait
    public LostThreads tell() {
        if (!Patience.until(this::allSeen, unseen::size))
            throw new IllegalStateException(unseen.size() + " of " + threads.size() + " threads do not wait");
        Gate.tell("at first", "tasks", threads.size());
        for (int i = 0; i < COLLECTIONS; i++) System.gc();
        Gate.tell("after three collections", "tasks", left());
        return this;
    }

    private boolean allSeen() {
        while (!unseen.isEmpty() && unseen.peek().getState() == Thread.State.WAITING) unseen.remove();
        return unseen.isEmpty();
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
