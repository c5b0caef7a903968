package memorytax.notebook;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The scale is for one at a time: whoever measures ahead has it from one process to the next, and whoever waits for it
/// meanwhile has it then.
final class ScaleTurns {
    private final ReentrantLock scale = new ReentrantLock(true); // fair: who waits is next

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
        if (!scale.hasQueuedThreads()) return 0;
        long since = System.nanoTime();
        scale.unlock();
        scale.lock();
        return System.nanoTime() - since;
    }

    /// Does something when it is free.
    ///
    /// @param listener is told when that takes a while
    <T> T alone(Supplier<T> work, AheadListener listener) throws InterruptedException {
        if (!scale.tryLock()) {
            listener.finishing();
            try {
                scale.lockInterruptibly();
            } finally {
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
