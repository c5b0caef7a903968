package memorytax.child.kit;

import memorytax.child.Trick;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// What the jobs of an exercise have in their hands while they wait: whether each has a buffer of its own. No buffer is
/// kept for that, only a number for each, by which it is known again.
final class Holdings {
    /// The heap is looked at once for so many more jobs that wait.
    private static final int EVERY = 128;
    private final int bytes, millis;
    private final int[] buffers;
    private final AtomicInteger waiting = new AtomicInteger(), most = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private volatile String lack = "";

    /// @param bytes  that each job has to hold
    /// @param millis that each has to wait
    Holdings(int jobs, int bytes, int millis) {
        this.bytes = bytes;
        this.millis = millis;
        buffers = new int[jobs];
    }

    /// A job begins to wait.
    ///
    /// @return how much of that counts, in ms
    int begins(int waits) {
        int now = waiting.incrementAndGet();
        if (now > most.getAndAccumulate(now, Math::max) && now % EVERY == 0) look(now);
        return Math.min(waits, millis);
    }

    /// It has waited.
    void goesOn() {
        waiting.decrementAndGet();
    }

    /// How many waited at the same time, at the most.
    int mostWaiting() {
        return most.get();
    }

    /// It is done with its buffer.
    ///
    /// @return how many of its bytes count
    int used(byte[] buffer) {
        int place = ended.getAndIncrement();
        if (place < buffers.length) buffers[place] = System.identityHashCode(buffer);
        return Math.min(buffer.length, bytes);
    }

    /// With so many buffers in use, at least half as much of the heap is: what a JVM counts is never less than what
    /// lives.
    private void look(int jobs) {
        var heap = Runtime.getRuntime();
        long used = heap.totalMemory() - heap.freeMemory();
        if (used < (long) jobs * bytes / 2) lack = String.format(Locale.ROOT,
            "%,d jobs waited at the same time, and all of the heap had %,d KB: each job has to hold %,d KB while it "
            + "waits", jobs, used >> 10, bytes >> 10);
    }

    /// Two of very many buffers may have the same number: a tenth of them is let pass.
    ///
    /// @throws Trick.Seen when jobs that waited at the same time had fewer buffers, or none yet
    void check() {
        long different = Arrays.stream(buffers, 0, Math.min(ended.get(), buffers.length)).distinct().count();
        if (different < 0.9 * most.get()) throw Trick.SHARED.seen(String.format(Locale.ROOT,
            "%,d jobs waited at the same time, and all jobs together had %,d %s: each job has to hold one of its own",
            most.get(), different, different == 1 ? "buffer" : "buffers"));
        if (!lack.isEmpty()) throw Trick.SHARED.seen(lack);
    }
}
