package memorytax.child.kit;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/// Virtual threads that all wait in one way, which the load names. Each says from inside that it runs; then it is
/// looked at from outside until its state says that it waits.
///
/// ```java
/// static Waiting asleep(int tasks) throws Exception {
///     return Waiting.of(tasks, () -> Thread.sleep(Duration.ofHours(1)));
/// }
/// ```
public final class Waiting implements AutoCloseable {
    private static final long PATIENCE = 60_000_000_000L;
    private final Way way;
    private final CountDownLatch running;
    /// To look at them, and to end them: 4 bytes for each in a heap of less than 32 GB.
    private final Thread[] threads;

    /// What a task calls to wait.
    @FunctionalInterface
    public interface Way {
        /// Returns when the thread is interrupted, and not before.
        void block() throws InterruptedException;
    }

    private Waiting(int tasks, Way way) {
        this.way = way;
        running = new CountDownLatch(tasks);
        threads = new Thread[tasks];
    }

    /// Starts so many, and returns once each of them has been seen to wait.
    ///
    /// @throws IllegalStateException when one of them does not
    public static Waiting of(int tasks, Way way) throws InterruptedException {
        var waiting = new Waiting(tasks, way);
        for (int i = 0; i < tasks; i++) waiting.threads[i] = Thread.startVirtualThread(() -> waiting.task());
        return waiting.seen();
    }

    private void task() {
        running.countDown();
        try {
            way.block();
        } catch (InterruptedException e) {
            // this is how it ends
        }
    }

    private Waiting seen() throws InterruptedException {
        running.await();
        long deadline = System.nanoTime() + PATIENCE;
        for (var thread : threads)
            while (!waits(thread.getState())) {
                if (!thread.isAlive() || System.nanoTime() > deadline)
                    throw new IllegalStateException("a task does not wait, it is " + thread.getState());
                LockSupport.parkNanos(100_000);
            }
        return this;
    }

    private static boolean waits(Thread.State state) {
        return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
    }

    /// Ends them all, and returns when the last one has ended.
    @Override
    public void close() throws InterruptedException {
        for (var thread : threads) thread.interrupt();
        for (var thread : threads) thread.join();
    }

    /// `10,000 tasks, all seen to wait`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d tasks, all seen to wait", threads.length);
    }
}
