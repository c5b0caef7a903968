package memorytax.child.kit;

import memorytax.child.Child;
import memorytax.child.Limits;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/// Threads of the operating system, as many as can be had. They stay for no longer than it takes to read which limit
/// has been reached: others want to start something as well. Some of them then go, and others come, which shows that
/// the process can go on. The rest end with it, because a kernel ends a process at once, and a JVM its threads one by
/// one.
public final class Crowd {
    private static final int EVERY = 500, VIRTUAL = 1_000, LAST = 100;
    /// Where nobody can tell how much memory is left, no more than so many.
    private static final int UNSEEN = 10_000;
    /// Memory that is left to others, in bytes, unless there is little of it anyway.
    private static final long RESERVE = 1L << 30;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
    /// Of each hundred of them.
    private final List<CountDownLatch> open = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final long reserve;
    private final int most;
    private boolean refused, full;

    /// @param most of them that are started
    public Crowd(int most) throws InterruptedException {
        var memory = Limits.memory();
        reserve = Math.min(RESERVE, memory.orElse(0) / 4);
        this.most = memory.isPresent() ? most : Math.min(most, UNSEEN);
        spread();
        virtual(1); // now there is a carrier
    }

    /// Starts one after the other until there are enough of them, or no memory is left for more.
    ///
    /// @param start what starts a thread for that
    /// @throws OutOfMemoryError when the system refuses
    public void come(Function<Runnable, Thread> start) throws InterruptedException {
        while (threads.size() < most && !full) {
            if (threads.size() % LAST == 0) open.add(new CountDownLatch(1));
            var until = open.getLast();
            threads.add(start.apply(() -> stay(until)));
            if (threads.size() % EVERY > 0) continue;
            full = Limits.memory().orElse(Long.MAX_VALUE) < reserve;
            virtual(1); // a carrier that has nothing to do for long goes
        }
    }

    /// Said where the system has refused.
    public void refused() {
        refused = true;
    }

    /// Looks how full each limit is, starts virtual threads, lets some of the others go and starts one again. Tells the
    /// scale how many there were.
    public Object goHome() throws InterruptedException {
        var limits = Limits.now();
        int virtual = refused ? virtual(VIRTUAL) : 0;
        long start = System.nanoTime();
        // the last, because the kernel may keep the numbers of the first to itself
        open.reversed().stream().limit(2).forEach(CountDownLatch::countDown);
        int again = again(start + PATIENCE);
        long millis = (System.nanoTime() - start) / 1_000_000;
        Child.mark("threads", "started", threads.size(), "refused", refused ? 1 : 0, "full", full ? 1 : 0, "virtual",
            virtual, "again", again, "again_ms", millis);
        for (var limit : limits) Child.mark(limit.name(), "limit", limit.limit(), "in_use", limit.inUse());
        return open;
    }

    /// How many could be started of as many as have gone, until a deadline.
    private int again(long deadline) throws InterruptedException {
        int again = 0;
        while (again < Math.min(LAST, threads.size()) / 2 && System.nanoTime() < deadline) try {
            Thread.ofPlatform().stackSize(1 << 16).start(() -> stay(open.getFirst()));
            again++;
        } catch (OutOfMemoryError e) {
            LockSupport.parkNanos(1_000_000); // those that go are on their way
        }
        return again;
    }

    /// These need no thread of the system that is not there yet.
    private static int virtual(int more) throws InterruptedException {
        var ran = new AtomicInteger();
        var all = new ArrayList<Thread>();
        try {
            for (int i = 0; i < more; i++) all.add(Thread.startVirtualThread(ran::incrementAndGet));
        } catch (OutOfMemoryError e) {
            // it needed one after all
        }
        for (var each : all) each.join();
        return ran.get();
    }

    /// Linux has lists of those who wait, and since 6.16 a process on few cores has 16 of them: too few for a crowd,
    /// because whoever wakes one looks through a list. So there shall be more, where that can be said.
    private static void spread() {
        try {
            var linker = Linker.nativeLinker();
            var prctl = linker.downcallHandle(linker.defaultLookup().findOrThrow("prctl"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                Linker.Option.firstVariadicArg(1));
            int futexHash = 78;
            long setSlots = 1, slots = 1 << 14;
            var _ = (int) prctl.invoke(futexHash, setSlots, slots, 0L, 0L);
        } catch (Throwable e) {
            // then it takes longer
        }
    }

    private static void stay(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
