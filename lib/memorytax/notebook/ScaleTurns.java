package memorytax.notebook;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The scale is for one at a time: whoever measures ahead has it from one process to the next, and whoever waits for it
/// meanwhile has it then.
final class ScaleTurns {
    private final ReentrantLock scale = new ReentrantLock(true); // fair: who waits is next
    private final AtomicInteger waiting = new AtomicInteger();

    void take() {
        scale.lock();
    }

    void give() {
        scale.unlock();
    }

    /// Lets those have it who wait, and takes it back.
    ///
    /// @return how long that took, in nanoseconds
    long yields() {
        long since = System.nanoTime();
        while (waiting.get() > 0 && !scale.hasQueuedThreads()) Thread.onSpinWait(); // it is about to stand in line
        if (!scale.hasQueuedThreads()) return 0;
        scale.unlock();
        scale.lock();
        return System.nanoTime() - since;
    }

    /// Does something when it is free.
    ///
    /// @param listener is told when that takes a while
    <T> T alone(Supplier<T> work, AheadListener listener) throws InterruptedException {
        if (!scale.tryLock()) {
            waiting.incrementAndGet();
            try {
                listener.finishing();
                scale.lockInterruptibly();
            } finally {
                waiting.decrementAndGet();
                listener.over();
            }
        }
        try {
            return work.get();
        } finally {
            scale.unlock();
        }
    }
}
