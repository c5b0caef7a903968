package memorytax.measure.process;

import memorytax.child.Message;
import memorytax.measure.result.Reading;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Waits until a process has come to rest: a few equal readings in a row, or a deadline.
public final class Settling {
    private static final Duration BETWEEN = Duration.ofMillis(10), DEADLINE = Duration.ofSeconds(10);
    private static final int EQUAL = 5;
    /// G1 waits a tenth of a second before it gives back what a collection has made free.
    private static final int EQUAL_AFTER_GC = 16;
    /// Two readings are equal when they differ by no more than this share, or by one allocator's worth of pages.
    private static final double SHARE = 0.001;
    private static final long PAGES = 64 << 10;

    private Settling() {
    }

    /// The reading at rest; `told` hears of each on the way.
    public static Reading of(ChildProcess fork, Consumer<Long> seen) throws Died {
        return of(fork, seen, EQUAL);
    }

    /// The same of a process that is up and empty.
    ///
    /// @param ready what it said; a JVM that was warmed has just collected its garbage
    public static Reading empty(ChildProcess fork, Message ready, Consumer<Long> seen) throws Died {
        return of(fork, seen, ready.text("warmed").equals("true") ? EQUAL_AFTER_GC : EQUAL);
    }

    private static Reading of(ChildProcess fork, Consumer<Long> seen, int enough) throws Died {
        long end = System.nanoTime() + DEADLINE.toNanos(), before = Host.resident(fork.pid());
        for (int equal = 1; equal < enough; ) {
            long asleep = System.nanoTime();
            LockSupport.parkNanos(BETWEEN.toNanos());
            boolean starved = System.nanoTime() - asleep > 4 * BETWEEN.toNanos(); // then the child was, too
            if (Thread.currentThread().isInterrupted()) throw new Died(ChildProcess.INTERRUPTED);
            long now = Host.resident(fork.pid());
            if (now == 0) throw fork.died(ChildProcess.GONE);
            boolean moved = Math.abs(now - before) > Math.max(SHARE * now, PAGES);
            equal = moved ? 1 : starved ? equal : equal + 1;
            if (moved) before = now; // against the first of the equal ones, or slow growth would pass for rest
            seen.accept(now);
            if (equal < enough && System.nanoTime() >= end)
                throw new Died("its memory did not settle within " + DEADLINE.toSeconds() + " s");
        }
        return fork.read();
    }
}
