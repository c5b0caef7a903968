package memorytax.child;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/// What one operation takes from the heap, in bytes, and how long it runs. Each case is run many times in a loop of its
/// own, until the JIT has nothing more to say to it, and is then measured by the counter that the JVM keeps for every
/// thread. Bytes are exact; nanoseconds are those of a bare loop, which flatters whatever costs nothing.
///
/// ```java
/// static Object cases(int tasks) {
///     Meter.tell("stays local", i -> local(i));
///     Meter.tell("stored in a field", i -> stored(i));
///     return "measured";
/// }
/// ```
public final class Meter {
    /// One operation, and an answer that depends on it, so that it cannot be left out.
    @FunctionalInterface
    public interface Case {
        /// @param i another number for each operation, never below zero
        int run(int i);
    }

    /// A loop over many values, and its result.
    @FunctionalInterface
    public interface Pass {
        /// @param values none below zero
        long over(int[] values);
    }

    private static final int LAP = 20_000, WAITS = 5_000, VALUES = 1_000;
    private static final int WARM = 30, LAPS = 10, CALM = 3, MOST = 300;
    /// What a thread has taken is counted when it has ended for good, which may be some passes later.
    private static final int WINDOWS = 10, WINDOW = MOST / WINDOWS;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static Object kept;
    private static long sink;

    private Meter() {
    }

    /// Keeps it in a field, where every thread could find it.
    public static void keep(Object object) {
        kept = object;
    }

    /// Tells the scale what one operation takes: `bytes_per_op` and `ns_per_op`.
    public static void tell(String name, Case op) throws Exception {
        var cost = cost(op);
        Gate.tell(name, "bytes_per_op", number(cost[0]), "ns_per_op", number(cost[1]));
    }

    /// The same for an operation that waits, on a virtual thread: what it takes beyond another one that waits as well,
    /// and does nothing else.
    public static void tell(String name, Case op, Case bare) throws Exception {
        double[] with = waiting(op), without = waiting(bare);
        Gate.tell(name, "bytes_per_op", number(with[0] - without[0]), "ns_per_op", number(with[1]));
    }

    /// Tells what one pass over 1,000 values takes, as `bytes_per_pass`, by all threads together. The values are others
    /// in every pass, and the result has to be what `honest` makes of them.
    ///
    /// @throws IllegalStateException for a result that is another
    public static void prove(String name, Pass pass, Pass honest) {
        var random = RandomGenerator.getDefault();
        var values = new int[VALUES];
        var own = new long[MOST];
        var others = new double[WINDOWS];
        long before = 0;
        for (int lap = 0; lap < 4 * MOST; lap++) { // the last quarter counts
            for (int i = 0; i < VALUES; i++) values[i] = random.nextInt(10_000);
            long asked = honest.over(values.clone()), taken = own(), found = pass.over(values);
            own[lap % MOST] = own() - taken;
            if ((lap + 1) % WINDOW == 0) {
                long now = taken() - own();
                others[lap / WINDOW % WINDOWS] = (double) (now - before) / WINDOW;
                before = now;
            }
            if (found != asked) throw new IllegalStateException(String.format(Locale.ROOT,
                "pass %,d returned %,d instead of %,d; the result has to stay the same", lap + 1, found, asked));
        }
        Gate.tell(name, "bytes_per_pass", number(Median.of(own) + Median.of(others)));
    }

    /// Does so many `million` operations, and tells what they took: `took_ms`, `allocated_mb`, `collections` and
    /// their `pause_ms`.
    public static void work(String name, int million, Case op) throws Exception {
        var loop = CaseLoop.own();
        long start = System.nanoTime(), taken = allocated(true);
        for (long ops = 0; ops < million * 1_000_000L; ops += LAP)
            sink += loop.run(op, (int) (ops % 1_000_000_000), LAP);
        long nanos = System.nanoTime() - start;
        taken = allocated(true) - taken;
        long count = 0, millis = 0;
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            count += collector.getCollectionCount();
            millis += collector.getCollectionTime();
        }
        Gate.tell(name, "took_ms", number(nanos / 1e6), "allocated_mb", number(taken / 1048576.0),
            "collections", count, "pause_ms", millis);
    }

    /// Bytes and nanoseconds of one operation, once warm.
    static double[] cost(Case op) throws Exception {
        return measured(CaseLoop.own(), op, LAP, true);
    }

    private static double[] waiting(Case op) throws Exception {
        var loop = CaseLoop.own();
        var cost = new CompletableFuture<double[]>();
        Thread.startVirtualThread(() -> cost.complete(measured(loop, op, WAITS, false)));
        return cost.get();
    }

    /// @param ops in a lap
    /// @param own whether this thread's allocations are meant; those of a virtual thread are only counted with all
    ///            others
    private static double[] measured(Lap loop, Case op, int ops, boolean own) {
        var bytes = new long[LAPS];
        var nanos = new long[LAPS];
        long last = -1;
        for (int lap = 0, calm = 0; lap < WARM || calm < CALM && lap < MOST; lap++) { // until nothing changes any more
            long taken = allocated(own);
            sink += loop.run(op, lap * ops, ops);
            taken = allocated(own) - taken;
            calm = Math.abs(taken - last) < ops / 10 ? calm + 1 : 0;
            last = taken;
        }
        for (int lap = 0; lap < LAPS; lap++) {
            long start = System.nanoTime(), taken = allocated(own);
            sink += loop.run(op, lap * ops, ops);
            bytes[lap] = allocated(own) - taken;
            nanos[lap] = System.nanoTime() - start;
        }
        return new double[]{Median.of(bytes) / ops, Median.of(nanos) / ops};
    }

    /// Bytes that all threads of this process have taken from the heap, by the counter that the JVM keeps.
    ///
    /// @throws Trick.Seen when somebody has switched it off
    public static long taken() {
        return counted(allocated(false));
    }

    private static long counted(long bytes) {
        if (bytes < 0) throw Trick.UNCOUNTED.seen("your method switched off the counter of bytes that the JVM keeps");
        return bytes;
    }

    private static long own() {
        return counted(allocated(true));
    }

    private static long allocated(boolean own) {
        return own ? THREADS.getCurrentThreadAllocatedBytes() : THREADS.getTotalThreadAllocatedBytes();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /// The inside of a measurement: runs an operation so many times.
    interface Lap {
        long run(Case op, int from, int times);
    }
}
