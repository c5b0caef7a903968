package memorytax.child.kit;

import memorytax.child.Gate;
import memorytax.child.Patience;
import memorytax.child.StackLines;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.locks.LockSupport;

/// Messages that can be taken much faster than they can be handled, for an exercise. It knows which of them have been
/// taken and not been handled yet, and so the most that were held at one time. Only the thread that runs the reader's
/// method may take messages, as with a connection. Any thread may handle them, and each takes 20 ms.
///
/// ```java
/// static void handleAll(Feed feed) {
///     while (feed.hasNext()) {
///         var message = feed.next();
///         Thread.startVirtualThread(() -> feed.handle(message));
///     }
/// }
/// ```
public final class Feed {
    private static final int SIZE = 64 << 10, WORKERS = 16;
    private static final long NANOS = 20_000_000;
    private static final int HELD = 1, HANDLED = 2;
    private final AtomicIntegerArray state;
    private final AtomicInteger held = new AtomicInteger(), working = new AtomicInteger();
    private final AtomicInteger handled = new AtomicInteger();
    private final LongAccumulator mostHeld = new LongAccumulator(Math::max, 0);
    private final LongAccumulator mostWorking = new LongAccumulator(Math::max, 0);
    private final Complaint trouble = new Complaint();
    private volatile Thread source;
    private volatile int taken;

    private Feed(int messages) {
        state = new AtomicIntegerArray(messages);
    }

    /// The exercise: the static method that the reader writes.
    @FunctionalInterface
    public interface Handler {
        /// Takes all messages, and has each of them handled.
        void handleAll(Feed feed) throws Exception;
    }

    /// Has all messages handled, and tells the scale of the `messages` the `most_held_bytes` at one time, and how many
    /// of sixteen workers were idle even when the most were at work: `idle_workers`.
    ///
    /// @throws IllegalStateException when a message is lost, or handled by the thread that takes them; its sentence is
    ///                               for the reader
    public static Feed prove(int messages, Handler handler) throws Exception {
        var feed = new Feed(messages);
        feed.run(handler);
        Gate.tell("messages", "most_held_bytes", SIZE * feed.mostHeld.get(),
            "idle_workers", Math.max(0, WORKERS - feed.mostWorking.get()));
        return feed;
    }

    private void run(Handler handler) throws Exception {
        var trial = Trial.of(() -> {
            source = Thread.currentThread();
            handler.handleAll(this);
            return "taken";
        });
        Patience.until(() -> trouble.isMade() || trial.failed() || trial.over() && handled.get() == state.length(),
            () -> taken + handled.get());
        trouble.check();
        try {
            if (trial.over()) trial.get();
        } catch (RejectedExecutionException e) {
            throw Complaint.wrong("a pool rejected a message because its queue was full: somebody has to wait then");
        }
        if (handled.get() < state.length() || !trial.over()) throw Complaint.wrong("%,d of %,d messages were "
            + "handled, and nothing happens any more; %s", handled.get(), state.length(), StackLines.here().said());
    }

    /// Whether there is another message to take.
    public boolean hasNext() {
        return taken < state.length();
    }

    /// The next message, 64 KB. It is held from now until it has been handled.
    public byte[] next() {
        if (Thread.currentThread() != source) throw trouble.of("a message was taken by another thread than the one "
            + "that runs your method: as with a connection, only that one may take messages");
        int number = taken;
        if (number >= state.length()) throw trouble.of("next() was called after the last of %,d messages", number);
        taken = number + 1;
        state.set(number, HELD);
        mostHeld.accumulate(held.incrementAndGet());
        return ByteBuffer.wrap(new byte[SIZE]).putInt(number).array();
    }

    /// Handles a message, which takes 20 ms: call it on a thread of your own.
    public void handle(byte[] message) {
        int number = message.length == SIZE ? ByteBuffer.wrap(message).getInt() : -1;
        if (number < 0 || number >= state.length() || !state.compareAndSet(number, HELD, HANDLED))
            throw trouble.of("what was handled is no message that is still to be handled");
        mostWorking.accumulate(working.incrementAndGet());
        for (long end = System.nanoTime() + NANOS, left; (left = end - System.nanoTime()) > 0; )
            LockSupport.parkNanos(left);
        working.decrementAndGet();
        held.decrementAndGet();
        handled.incrementAndGet();
    }

    /// `a feed of 1,000 messages: 48 held at the most, 16 handled at one time`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "a feed of %,d messages: %,d held at the most, %,d handled at one time",
            state.length(), mostHeld.get(), mostWorking.get());
    }
}
