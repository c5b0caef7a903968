package memorytax.room;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Does something after each change, on a thread of its own and never twice at a time. Of changes that come meanwhile,
/// however many, it does it once more.
final class NewestPage implements AutoCloseable {
    private final BlockingQueue<Boolean> changed = new ArrayBlockingQueue<>(1);
    private final Runnable maker;
    private final Thread thread;

    /// @param maker takes what is there when it is called
    NewestPage(Runnable maker) {
        this.maker = maker;
        thread = Thread.ofPlatform().daemon().name("page").start(this::run); // DuckDB would hold up virtual ones
    }

    /// There is something new. Returns at once.
    void changed() {
        changed.offer(true); // the place is taken by a change that is not done yet, which is this one, too
    }

    private void run() {
        try {
            while (changed.take()) maker.run();
        } catch (InterruptedException e) {
            // closed
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
