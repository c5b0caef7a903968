package memorytax.child.kit;

import memorytax.child.Gate;
import memorytax.child.Patience;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/// Requests that are read into a borrowed buffer and sent on from it, for an exercise. Another thread sends, and it
/// begins when the method has returned, or waits: so whoever returns a buffer early has always returned it too early.
/// The pool keeps the books as [Loans] does, and overwrites what comes back.
///
/// About every tenth request hangs up while it is read, about every tenth is empty, and of those that are sent about
/// every tenth is refused.
public final class Relay {
    private static final int THREADS = 4, SENDERS = 2, REFUSED = 10;
    /// So many may wait to be sent; then `send` waits.
    private static final int WAITING = 32;
    /// Far more buffers than can be needed at one time.
    private static final int MOST = 4 * (WAITING + SENDERS + THREADS);
    private static final long LOOK = 50_000;
    private final Loans pool;
    private final BlockingQueue<Sending> line = new ArrayBlockingQueue<>(WAITING);
    private final ThreadLocal<Turn> turn = new ThreadLocal<>();
    private final AtomicInteger accepted = new AtomicInteger(), sent = new AtomicInteger();
    private final LongAdder wrong = new LongAdder();
    private final LongAccumulator most = new LongAccumulator(Math::max, 0);
    private final Complaint trouble = new Complaint();

    /// One call of the reader's method.
    private static final class Turn {
        private final Thread thread = Thread.currentThread();
        private volatile boolean left;
        private int length;
        private boolean sends, refused;
    }

    /// What a sender has to do.
    private record Sending(Turn turn, Loans.Read read, byte[] buffer, int length, Runnable whenSent) {
    }

    /// The exercise: the static method that the reader writes.
    @FunctionalInterface
    public interface Handler {
        /// @throws IOException when the request hung up, or was refused
        void forward(Relay relay, int request) throws IOException;
    }

    private Relay(long seed) {
        pool = new Loans(seed);
    }

    /// Has so many requests forwarded by several threads, and tells of the `buffers` how many were `lost` and
    /// `returned_twice`, and how many requests were `sent_wrong`.
    ///
    /// @throws IllegalStateException when a request was not sent, or an exception did not come out; its sentence is for
    ///                               the reader
    public static Relay prove(int requests, Handler handler) throws Exception {
        var relay = new Relay(17L * requests); // every process has the same ones
        for (int i = 0; i < SENDERS; i++) Thread.ofPlatform().daemon().name("sender-" + i).start(relay::sendAll);
        Requests.all(requests, THREADS, i -> {
            if (!relay.trouble.isMade()) relay.ask(handler, i);
            return i;
        });
        Patience.until(() -> relay.sent.get() == relay.accepted.get(), relay.sent::get);
        relay.trouble.check();
        if (relay.pool.lost() == 0 && relay.most.get() > MOST) throw relay.trouble.of("%,d buffers were out at one "
            + "time: give a buffer back as soon as it has been sent", relay.most.get());
        Gate.tell("buffers", "lost", relay.pool.lost(), "returned_twice", relay.pool.twice(),
            "sent_wrong", relay.wrong.sum());
        return relay;
    }

    /// A buffer that nobody else has until it is given back.
    public byte[] borrow() {
        var buffer = pool.borrow();
        most.accumulate(pool.lost());
        return buffer;
    }

    /// Ends its loan. The next request that borrows it writes into it.
    public void giveBack(byte[] buffer) {
        pool.giveBack(buffer);
    }

    /// Reads a request into a borrowed buffer, from its beginning.
    ///
    /// @return how many bytes it has; 0 when it is empty
    /// @throws IOException when it hung up
    public int read(int request, byte[] buffer) throws IOException {
        if (!pool.has(buffer)) throw trouble.of("request %,d was read into a buffer that is not the pool's", request);
        turn().length = pool.fill(request, buffer);
        return turn().length;
    }

    /// Has another thread send the first bytes of a buffer, and does not wait for that.
    ///
    /// @param whenSent called once, by that thread, when it needs the buffer no longer
    /// @throws IOException when the line refuses the request; then `whenSent` is never called
    public void send(byte[] buffer, int length, Runnable whenSent) throws IOException {
        var now = turn();
        var read = pool.last();
        if (read == null) throw trouble.of("something was sent before a request was read");
        if (now.sends) throw trouble.of("request %,d was sent twice", read.request());
        if (!pool.has(buffer)) throw trouble.of("request %,d was sent from a buffer that is not the pool's",
            read.request());
        if (length != now.length) trouble.of("request %,d has %,d bytes, and %,d were sent", read.request(), now.length,
            length);
        now.refused = Math.floorMod(read.answer(), REFUSED) == 0;
        if (now.refused) throw new IOException("request " + read.request() + " was refused");
        now.sends = true;
        accepted.incrementAndGet();
        try {
            line.put(new Sending(now, read, buffer, length, whenSent));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Turn turn() {
        var now = turn.get();
        if (now == null) throw trouble.of("read() and send() are for the thread that calls forward");
        return now;
    }

    private void sendAll() {
        try {
            while (true) send(line.take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Sending one) {
        while (!one.turn.left && !waits(one.turn.thread)) LockSupport.parkNanos(LOOK);
        long sum = 0;
        for (int i = 0; i < one.length; i++) sum += one.buffer[i];
        if (!pool.onLoan(one.buffer) || sum != one.read.answer()) wrong.increment();
        try {
            one.whenSent.run();
        } catch (RuntimeException e) {
            trouble.of("the callback of request %,d ended with %s", one.read.request(), e);
        }
        sent.incrementAndGet();
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    private void ask(Handler handler, int request) {
        var now = new Turn();
        turn.set(now);
        pool.forget();
        try {
            handler.forward(this, request);
            var read = pool.last();
            if (read == null || read.request() != request) trouble.of("request %,d was never read", request);
            else if (read.hungUp() || now.refused) trouble.of("request %,d %s, but the caller of forward did not see "
                + "the exception", request, now.refused ? "was refused" : "hung up");
            else if (!now.sends && now.length > 0) trouble.of("request %,d was read but never sent", request);
        } catch (Exception e) {
            var read = pool.last();
            boolean expected = e instanceof IOException && read != null && (read.hungUp() || now.refused);
            if (!expected) trouble.of("request %,d ended with %s", request, e);
        } finally {
            now.left = true;
        }
    }

    /// `a relay: 0 lost, 0 returned twice, 0 sent wrong`
    @Override
    public String toString() {
        return "a relay: " + pool.lost() + " lost, " + pool.twice() + " returned twice, " + wrong.sum() + " sent wrong";
    }
}
