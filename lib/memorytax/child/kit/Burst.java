package memorytax.child.kit;

import memorytax.child.Child;
import memorytax.child.Silence;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// A burst of jobs that are all there at once, and wait for their turn. It notes when each one's turn came, and how
/// many were under way at the same time: by what they say themselves, and by what somebody sees who only looks on.
///
/// ```java
/// static void job(Burst burst) {
///     burst.begins();
///     var buffer = new byte[64 << 10];
///     burst.waits(10);
///     burst.ends(buffer);
/// }
/// ```
public final class Burst {
    /// Of jobs that somebody else has written; of our own there is nothing to prove.
    private final Optional<Holdings> proof;
    private final long start = System.nanoTime();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final LongAccumulator most = new LongAccumulator(Math::max, 0);
    private final LongAdder held = new LongAdder();
    private final LongAdder waited = new LongAdder();
    private final long[] turns;
    private final CountDownLatch open;
    private final Onlooker onlooker = new Onlooker().begin();

    /// @param jobs that will come
    public Burst(int jobs) {
        this(jobs, Optional.empty());
    }

    private Burst(int jobs, Optional<Holdings> proof) {
        this.proof = proof;
        turns = new long[jobs];
        open = new CountDownLatch(jobs);
        Garbage.told();
    }

    /// A load whose jobs somebody else starts: all of them, and every one has `bytes` in its hands and waits for
    /// `millis`. A job that waits counts as under way, whatever it says itself. Where the scale says `workers=64`, the
    /// load also tells how many of these 64 `places` were `never_used`.
    ///
    /// @throws IllegalStateException when they did not, or when some never end; its sentence is for the reader
    public static Object of(int jobs, int bytes, int millis, Consumer<Burst> start) throws InterruptedException {
        var burst = new Burst(jobs, Optional.of(new Holdings(jobs, bytes, millis)));
        start.accept(burst);
        return burst.proven(bytes, millis);
    }

    /// How many jobs there are.
    public int jobs() {
        return turns.length;
    }

    /// How many may be under way, as the scale says: `LOAD tasks=20000 workers=64`.
    public int workers() {
        return (int) Child.number("workers");
    }

    /// Said by a job when its turn has come.
    public void begins() {
        turns[begun.getAndIncrement()] = System.nanoTime() - start;
        most.accumulate(underWay.incrementAndGet());
    }

    /// Waits, as for an answer from elsewhere.
    public void waits(int millis) {
        waited.add(proof.map(p -> p.begins(millis)).orElse(millis));
        onlooker.note(Thread.currentThread());
        for (long end = System.nanoTime() + millis * 1_000_000L, left; (left = end - System.nanoTime()) > 0; )
            LockSupport.parkNanos(left);
        proof.ifPresent(Holdings::goesOn);
    }

    /// Said by a job at its end.
    ///
    /// @param used what it has needed until now, and is free from here on
    public void ends(Object used) {
        Reference.reachabilityFence(used);
        if (used instanceof byte[] bytes) held.add(proof.map(p -> p.used(bytes)).orElse(bytes.length));
        underWay.decrementAndGet();
        open.countDown();
    }

    /// Returns when all jobs have ended, and tells the scale how it went: when the turn of a half of them had come, and
    /// of 99 in a hundred, in `ms` since the burst began, and how many were under way at the most: `most_at_once`
    /// by their own count, `seen_at_once` by the onlooker's.
    public Object done() throws InterruptedException {
        open.await();
        Arrays.sort(turns);
        Child.mark("burst", "half_ms", turn(0.5), "p99_ms", turn(0.99),
            "most_at_once", most.get(), "seen_at_once", onlooker.end());
        return "done";
    }

    private Object proven(int bytes, int millis) throws InterruptedException {
        untilEnded();
        if (begun.get() < turns.length) throw Complaint.wrong("only %,d of %,d jobs called begins()",
            begun.get(), turns.length);
        prove("held", "bytes", held.sum(), (long) turns.length * bytes);
        prove("waited", "ms", waited.sum(), (long) turns.length * millis);
        most.accumulate(proof.map(Holdings::mostWaiting).orElse(0));
        Child.word("workers").ifPresent(places ->
            Child.mark("places", "never_used", Math.max(0, places - most.get())));
        proof.ifPresent(Holdings::check);
        return done();
    }

    private void prove(String did, String unit, long have, long asked) {
        if (have < asked) throw Complaint.wrong("the jobs %s %,d %s together, and %,d are required", did, have,
            unit, asked);
    }

    /// As long as jobs begin or end there is patience, and as long as a thread runs at a line of theirs.
    private void untilEnded() throws InterruptedException {
        for (var silence = new Silence(-1); !open.await(1, TimeUnit.SECONDS); ) {
            var lines = silence.look(begun.get() - open.getCount());
            if (lines.isPresent()) throw Complaint.wrong("%,d of %,d jobs have ended, and nothing happens any more; %s",
                turns.length - open.getCount(), turns.length, lines.get().said());
        }
    }

    private long turn(double share) {
        return turns[(int) (share * (turns.length - 1))] / 1_000_000;
    }
}
