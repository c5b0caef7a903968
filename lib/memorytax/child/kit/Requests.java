package memorytax.child.kit;

import memorytax.child.Child;
import memorytax.child.Gate;
import memorytax.child.Meter;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/// Requests, served as fast as it goes by a few threads, and what that takes: from the heap, of time, and of the
/// collector. The first ones only warm up, and do not count.
///
/// ```java
/// static Object fresh(int requests) throws Exception {
///     return Requests.serve(requests, i -> answer(new byte[16_384], i));
/// }
/// ```
public final class Requests {
    /// So many threads serve them, on any machine.
    public static final int THREADS = 2;
    private static final int SLICE = 500, ROUNDS = 3, SMALLEST = 16;
    /// Of one round over one size, so that collections fall into it where there are any.
    private static final long ROUND = 30_000_000;
    private static final LongAdder SINK = new LongAdder();

    /// Serves one request, and has an answer that depends on all that it does, so that none of it can be left out.
    @FunctionalInterface
    public interface Handler {
        /// @param request counts from 0
        long serve(int request) throws Exception;
    }

    /// The same with objects of any size.
    @FunctionalInterface
    public interface Sized {
        /// @param bytes of the object that each request needs
        Handler with(int bytes) throws Exception;
    }

    private Requests() {
    }

    /// Serves so many, after a fifth of them that only warm up, and tells of them: `bytes_per_request` from the heap,
    /// by all threads together; `ns_per_request` that a thread is busy with one; `k_per_s`; `collections` and
    /// their `pause_ms`.
    ///
    /// @return something to hold: all is told by then
    public static Object serve(int requests, Handler handler) throws Exception {
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            all(pool, requests / 5, THREADS, handler);
            long bytes = Meter.taken(), collections = collections(), millis = millis();
            long start = System.nanoTime();
            all(pool, requests, THREADS, handler);
            double nanos = System.nanoTime() - start;
            // while its threads are there: one that is just ending is counted neither among those nor among the ended
            long taken = Meter.taken() - bytes;
            Gate.tell("requests", "bytes_per_request", number(taken / (double) requests), "ns_per_request",
                number(nanos * THREADS / requests), "k_per_s", number(requests / nanos * 1e6), "collections",
                collections() - collections, "pause_ms", millis() - millis);
        }
        return handler;
    }

    /// Serves on one thread, with objects of so many `sizes` as the scale says: 16 B, and on in steps of four. Tells
    /// the `ns_per_request` of each, under its size as the name: of several rounds over all sizes the one in the
    /// middle. A round has the same number of requests each time, which a calibration found before the first.
    public static Object bySize(Sized sized) throws Exception {
        var nanos = new LinkedHashMap<Integer, long[]>();
        var counts = new LinkedHashMap<Integer, Integer>();
        long sizes = Child.number("sizes");
        for (int round = -1; round < ROUNDS; round++) // the first one warms up
            for (int n = 0, size = SMALLEST; n < sizes; n++, size *= 4) {
                var handler = sized.with(size);
                if (round < 0) counts.put(size, CalibratedRounds.count(ROUND, times -> some(handler, times)));
                long start = System.nanoTime();
                some(handler, counts.get(size)); // the collections among them included
                long picos = 1_000 * (System.nanoTime() - start) / counts.get(size);
                if (round >= 0) nanos.computeIfAbsent(size, _ -> new long[ROUNDS])[round] = picos;
            }
        for (var size : nanos.entrySet())
            Gate.tell(size(size.getKey()), "ns_per_request", number(Gate.median(size.getValue()) / 1e3));
        return Map.copyOf(nanos);
    }

    /// Serves so many, each on a virtual thread of its own, and tells the `wrong_answers`. Requests are numbers of one
    /// to six digits, and the right answer is the number. Where a request waits or yields, others go on.
    public static Object count(int requests, Handler handler) throws Exception {
        var random = new SplittableRandom(requests);
        var wrong = new LongAdder();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Object>>();
            for (int i = 0; i < requests; i++) {
                int request = random.nextInt((int) Math.pow(10, random.nextInt(1, 7)));
                work.add(() -> {
                    if (handler.serve(request) != request) wrong.increment();
                    return null;
                });
            }
            for (var done : threads.invokeAll(work)) done.get();
        }
        Gate.tell("answers", "requests", requests, "wrong_answers", wrong.sum());
        return handler;
    }

    static void all(int requests, int threads, Handler handler) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            all(pool, requests, threads, handler);
        }
    }

    private static void all(ExecutorService pool, int requests, int threads, Handler handler) throws Exception {
        var work = new ArrayList<Callable<Object>>();
        for (int t = 0; t < threads; t++) {
            int from = t;
            work.add(() -> {
                for (int i = from; i < requests; i += SLICE * threads) // a slice is a call, and soon compiled
                    SINK.add(slice(handler, i, Math.min(requests, i + SLICE * threads), threads));
                return null;
            });
        }
        for (var done : pool.invokeAll(work)) done.get();
    }

    private static long slice(Handler handler, int from, int to, int step) throws Exception {
        long sum = 0;
        for (int i = from; i < to; i += step) sum += handler.serve(i);
        return sum;
    }

    private static void some(Handler handler, int requests) throws Exception {
        for (int i = 0; i < requests; i += SLICE / 10) // a slice is a call, and soon compiled
            SINK.add(slice(handler, 0, SLICE / 10, 1));
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(c -> c.getCollectionCount()).sum();
    }

    private static long millis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(c -> c.getCollectionTime()).sum();
    }

    private static String size(int bytes) {
        return bytes < 1 << 10 ? bytes + " B" : (bytes >> 10) + " KB";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
