package memorytax.child.kit;

import memorytax.child.Gate;
import memorytax.child.Patience;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/// Requests of two kinds, for an exercise. First come long ones, three for each processor, which only compute. When as
/// many of them run as there are processors, many small ones come. A long one computes until all small ones have run,
/// or until it has done a fixed amount of work. So it is the order that decides whether a small one had to wait for a
/// long one, however fast or busy the machine is.
///
/// ```java
/// static void serve(MixedRequests requests) {
///     for (var one = requests.next(); one != null; one = requests.next())
///         Thread.startVirtualThread(one);
/// }
/// ```
public final class MixedRequests {
    private static final int FOR_EACH = 3;
    /// The most that a long one computes: so many slices of so many rounds, about half a second.
    private static final int SLICES = 200, ROUNDS = 1_000_000;
    private static volatile long sink;

    private final int processors = Runtime.getRuntime().availableProcessors();
    private final int computing = FOR_EACH * processors;
    private final int small;
    private final AtomicInteger running = new AtomicInteger(), computed = new AtomicInteger();
    private final AtomicInteger served = new AtomicInteger(), late = new AtomicInteger();
    private final LongAccumulator most = new LongAccumulator(Math::max, 0);
    private final LongAdder slices = new LongAdder();
    private final Complaint trouble = new Complaint();
    private int handed;

    private MixedRequests(int small) {
        this.small = small;
    }

    /// The exercise: the static method that the reader writes.
    @FunctionalInterface
    public interface Server {
        /// Takes every request, and has it run.
        void serve(MixedRequests requests) throws Exception;
    }

    /// Has the reader's method serve so many small requests and the long ones, and tells how many small ones were
    /// `late`, because they ran only when a long one had ended, and how many long ones ran `at_once`.
    ///
    /// @throws IllegalStateException when a request did not run, or ran where it must not; its sentence is for the
    ///                               reader
    public static Object prove(int small, Server server) throws Exception {
        var all = served(small, server);
        Gate.tell("small requests", "late", all.late());
        Gate.tell("long requests", "at_once", all.atOnce());
        return all;
    }

    static MixedRequests served(int small, Server server) throws Exception {
        Thread.startVirtualThread(() -> { }).join(); // from now on there are as many carriers as there will be
        var all = new MixedRequests(small);
        server.serve(all);
        all.check();
        return all;
    }

    /// The next request; it comes when it is there. Null after the last one.
    public synchronized Request next() {
        if (handed == computing) untilBusy();
        return handed < computing + small ? new Request(handed++) : null;
    }

    int late() {
        return late.get();
    }

    long atOnce() {
        return most.get();
    }

    private void untilBusy() {
        if (Patience.until(() -> running.get() >= processors || computed.get() == computing, () -> 0)) return;
        throw trouble.of("the small requests come when %,d long ones run at the same time, and only %,d ran",
            processors, running.get());
    }

    private void check() {
        int all = computing + small;
        if (!Patience.until(() -> done() == all, () -> done() + slices.intValue()))
            trouble.of("%,d of %,d requests never ran", all - done(), all);
        trouble.check();
    }

    private int done() {
        return computed.get() + served.get();
    }

    /// One of them. It has to be run once.
    public final class Request implements Runnable {
        private final int number;
        private final AtomicBoolean ran = new AtomicBoolean();

        private Request(int number) {
            this.number = number;
        }

        /// Whether it computes; else it is small.
        public boolean isLong() {
            return number < computing;
        }

        /// Does what is to be done for it.
        @Override
        public void run() {
            if (ran.getAndSet(true)) trouble.of("request %,d ran twice", number + 1);
            else if (isLong()) compute();
            else serve();
        }

        private void compute() {
            most.accumulate(running.incrementAndGet());
            for (int slice = 0; slice < SLICES && served.get() < small; slice++) {
                sink = rounds(number + 1L);
                slices.increment();
            }
            running.decrementAndGet();
            computed.incrementAndGet();
        }

        private void serve() {
            if (!Thread.currentThread().isVirtual()) trouble.of("request %,d is small and ran on a platform thread; "
                + "small requests have to run on virtual threads", number + 1);
            if (computed.get() > 0) late.incrementAndGet();
            served.incrementAndGet();
        }

        /// `a long request`
        @Override
        public String toString() {
            return isLong() ? "a long request" : "a small request";
        }
    }

    private static long rounds(long x) {
        for (int i = 0; i < ROUNDS; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x;
    }

    /// `requests: 6 long ones and 1,000 small ones, 1,006 have run`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "requests: %,d long ones and %,d small ones, %,d have run", computing, small,
            done());
    }
}
