package memorytax.child;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Which threads have begun, and whether each of them has been seen waiting. A thread is held until it was seen, and no
/// longer: one that waits is not kept from the garbage collector. Nothing is kept of a task, because tasks are weighed.
public final class Attendance {
    /// So many may have begun and not been looked at yet; a power of two.
    private static final int UNSEEN = 1 << 15;
    private final AtomicReferenceArray<Thread> unseen = new AtomicReferenceArray<>(UNSEEN);
    private final AtomicInteger begun = new AtomicInteger(), without = new AtomicInteger();
    private int looked;
    private int waited;

    /// Said by a thread from inside.
    public void begins(Thread thread) {
        int place = begun.getAndIncrement() % UNSEEN;
        while (!unseen.compareAndSet(place, null, thread)) Thread.yield(); // until somebody looks
    }

    /// Said of a task that waits without a thread.
    public void waits() {
        without.incrementAndGet();
    }

    /// Looks at those that it has not seen yet, in the order in which they began.
    ///
    /// @return whether all that have begun have been seen, waiting or at their end
    public synchronized boolean look() {
        for (; looked != begun.get(); looked++) {
            int place = looked % UNSEEN;
            var thread = unseen.get(place); // or null: it is just coming
            switch (thread == null ? Thread.State.NEW : thread.getState()) {
                case WAITING, TIMED_WAITING -> waited++;
                case TERMINATED -> { }
                default -> {
                    return false;
                }
            }
            unseen.set(place, null);
        }
        return true;
    }

    /// How many tasks have begun.
    public int begun() {
        return begun.get() + without.get();
    }

    /// How many of them have been seen waiting.
    public synchronized int waited() {
        return waited + without.get();
    }
}
