package memorytax.fork;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Threads of the operating system, as many as can be had. They stay for no longer than it takes to read which limit
/// has been reached: others want to start something as well.
public final class Crowd {
    private static final int EVERY = 500;
    /// Where nobody can tell how much memory is left, no more than so many.
    private static final int UNSEEN = 10_000;
    private static final int VIRTUAL = 1_000;
    /// Memory that is left to others, in bytes, unless there is little of it anyway.
    private static final long RESERVE = 1L << 30;
    private final CountDownLatch open = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger virtual = new AtomicInteger();
    private final long reserve;
    private final int most;
    private boolean refused, full;

    /// @param most of them that are started
    public Crowd(int most) throws InterruptedException {
        var memory = Limits.memory();
        reserve = Math.min(RESERVE, memory.orElse(0) / 4);
        this.most = memory.isPresent() ? most : Math.min(most, UNSEEN);
        virtual(1); // now there is a carrier
    }

    /// Starts one after the other until there are enough of them, or no memory is left for more.
    ///
    /// @param start what starts a thread for that
    /// @throws OutOfMemoryError when the system refuses
    public void come(Function<Runnable, Thread> start) {
        while (threads.size() < most && !full) {
            threads.add(start.apply(this::stay));
            full = threads.size() % EVERY == 0 && Limits.memory().orElse(Long.MAX_VALUE) < reserve;
        }
    }

    /// Said where the system has refused.
    public void refused() {
        refused = true;
    }

    /// Looks how full each limit is, ends all of them, starts one again, and tells the scale how many there were.
    public Object goHome() throws InterruptedException {
        var limits = Limits.now();
        if (refused) virtual(VIRTUAL);
        long start = System.nanoTime();
        open.countDown();
        for (var thread : threads) thread.join();
        long millis = (System.nanoTime() - start) / 1_000_000;
        Thread.ofPlatform().start(() -> { }).join(); // one more
        Child.mark("threads", "started", threads.size(), "refused", refused ? 1 : 0, "full", full ? 1 : 0,
            "virtual", virtual.get() - 1, "ended_ms", millis);
        for (var limit : limits) Child.mark(limit.name(), "limit", limit.limit(), "in_use", limit.inUse());
        return "home again";
    }

    /// These need no thread of the system that is not there yet.
    private void virtual(int more) throws InterruptedException {
        var all = new ArrayList<Thread>();
        for (int i = 0; i < more; i++) all.add(Thread.startVirtualThread(virtual::incrementAndGet));
        for (var each : all) each.join();
    }

    private void stay() {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
