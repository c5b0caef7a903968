package memorytax.child.kit;

import memorytax.child.Child;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Jobs of uneven length that only compute, and a record of who ran which, and when. The first half of them are long,
/// the others take a nineteenth of that; all together are as much as the scale says: `LOAD tasks=10000 ms=1000`, on one
/// core. A job runs once it is handed out.
///
/// ```java
/// jobs.waiting(job, Thread.startVirtualThread(() -> jobs.run(job)));
/// …
/// Thread.startVirtualThread(() -> jobs.handOut());
/// ```
public final class Jobs {
    private static final int LONG = 19, SHORT = 1;
    private static final int TRIAL = 1_000_000, TRIALS = 8, WARM = 20_000, WARM_MS = 10;
    private static final int SLICES = 80;
    private static volatile long sink;

    private final long unit;
    private final AtomicReferenceArray<String> home;
    private final String[] ran;
    private final Thread[] threads;
    private final long[] began, ended;
    private final CountDownLatch open;

    /// @param jobs how many there are
    public Jobs(int jobs) {
        home = new AtomicReferenceArray<>(jobs);
        ran = new String[jobs];
        threads = new Thread[jobs];
        began = new long[jobs];
        ended = new long[jobs];
        open = new CountDownLatch(jobs);
        long units = IntStream.range(0, jobs).mapToLong(this::units).sum();
        long ms = Child.warmsUp() ? WARM_MS : Child.number("ms");
        unit = Math.max(1, (long) (ms * 1e6 / Pace.NANOS / units));
    }

    /// Takes note of who will run a job.
    public void waiting(int job, Thread thread) {
        threads[job] = thread;
    }

    /// Once all wait, hands out all of them, one after the other, to the carrier of whoever says this.
    public void handOut() {
        for (var thread : threads)
            while (thread.getState() != Thread.State.WAITING) LockSupport.parkNanos(100_000);
        for (int job = 0; job < ran.length; job++) handOut(job);
    }

    /// Hands out one of them.
    public void handOut(int job) {
        home.set(job, carrier());
        if (threads[job] != null) LockSupport.unpark(threads[job]);
    }

    /// Does a job, as soon as it is handed out.
    public void run(int job) {
        while (home.get(job) == null) LockSupport.park(this);
        ran[job] = carrier();
        began[job] = System.nanoTime();
        sink += compute(unit * units(job));
        ended[job] = System.nanoTime();
        open.countDown();
    }

    /// Returns when all have run, and tells the scale how that went: `seconds`, how many `carriers` had a part in it,
    /// and what share of the work was done by another one than it was handed to; and of each carrier when it was busy.
    public Object done() throws InterruptedException {
        open.await();
        if (Child.warmsUp()) return "warm";
        var carriers = Arrays.stream(ran).distinct().sorted().toList();
        long start = Arrays.stream(began).min().orElse(0), end = Arrays.stream(ended).max().orElse(0);
        long all = IntStream.range(0, ran.length).mapToLong(this::units).sum();
        long elsewhere = IntStream.range(0, ran.length).filter(j -> !ran[j].equals(home.get(j)))
            .mapToLong(this::units).sum();
        Child.mark("work", "seconds", number((end - start) / 1e9), "carriers", carriers.size(),
            "elsewhere_percent", number(100.0 * elsewhere / all));
        for (int i = 0; i < carriers.size(); i++)
            for (var stretch : stretches(carriers.get(i), start, end))
                Child.mark("carrier " + (i + 1), "from_ms", number(stretch.from), "to_ms", number(stretch.to),
                    "busy_percent", stretch.busy);
        return "done";
    }

    /// @param from in ms since the first job began
    /// @param busy in percent of that time, rounded to tens
    private record Stretch(double from, double to, int busy) {
    }

    /// What a carrier did, slice by slice; slices that are alike are one.
    private List<Stretch> stretches(String carrier, long start, long end) {
        double slice = (end - start) / (double) SLICES;
        var busy = new double[SLICES];
        for (int job = 0; job < ran.length; job++)
            if (ran[job].equals(carrier))
                for (int i = (int) ((began[job] - start) / slice); i < SLICES && start + i * slice < ended[job]; i++)
                    busy[i] += Math.max(0, Math.min(ended[job], start + (i + 1) * slice)
                        - Math.max(began[job], start + i * slice));
        var stretches = new ArrayList<Stretch>();
        for (int i = 0; i < SLICES; i++) {
            int percent = Math.min(100, 10 * (int) Math.round(10 * busy[i] / slice));
            double from = i * slice / 1e6, to = (i + 1) * slice / 1e6;
            if (!stretches.isEmpty() && stretches.getLast().busy == percent)
                from = stretches.removeLast().from;
            stretches.add(new Stretch(from, to, percent));
        }
        return stretches.stream().filter(s -> s.busy > 0).toList();
    }

    private int units(int job) {
        return job < ran.length / 2 ? LONG : SHORT;
    }

    /// Whom this runs on. What stands behind the @ of a virtual thread's text is promised nowhere, and is the only
    /// place where a JVM says it.
    private static String carrier() {
        var thread = Thread.currentThread();
        var text = thread.toString();
        return thread.isVirtual() ? text.substring(text.lastIndexOf('@') + 1) : thread.getName();
    }

    /// How fast this machine computes. Found out once.
    private static final class Pace {
        /// Of one round, once the JIT has compiled it: the best of a few trials, because others may run as well.
        private static final double NANOS = nanos();

        private static double nanos() {
            for (int i = 0; i < WARM; i++) sink += compute(100);
            long best = Long.MAX_VALUE;
            for (int i = 0; i < TRIALS; i++) {
                long start = System.nanoTime();
                sink += compute(TRIAL);
                best = Math.min(best, System.nanoTime() - start);
            }
            return best / (double) TRIAL;
        }
    }

    private static long compute(long rounds) {
        long x = 88172645463325252L;
        for (long i = 0; i < rounds; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
