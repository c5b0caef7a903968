package memorytax.child.kit;

import memorytax.child.Gate;
import memorytax.child.Trick;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/// A pool that keeps the books, for an exercise: it knows which of its buffers are out, and counts those that come back
/// more often than they went. When it has none left it makes one more, so that nobody notices a loss at first, as with
/// most pools.
///
/// A buffer comes back to the thread that borrowed it, whoever gives it back. So the second return of a buffer is told
/// from the return of another thread's loan, however the threads take turns.
///
/// Requests are read into a buffer. About every tenth hangs up meanwhile, and about every tenth is empty; nobody knows
/// which before it is read.
public final class Loans {
    private static final int SIZE = 256, THREADS = 4;
    /// So many buffers may be out at the same time where all come back in time: several for each thread.
    private static final int MOST = 8 * THREADS;
    private static final byte USED = 0x55;

    private final ThreadLocal<Queue<byte[]>> idle = ThreadLocal.withInitial(ConcurrentLinkedQueue::new);
    /// Each buffer that is out, and where it belongs.
    private final Map<byte[], Queue<byte[]>> out = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Set<byte[]> made = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private final LongAdder twice = new LongAdder();
    private final LongAccumulator most = new LongAccumulator(Math::max, 0);
    private final Complaint trouble = new Complaint();
    private final ThreadLocal<Read> last = new ThreadLocal<>();
    private final long seed;

    /// What a thread read last.
    record Read(int request, long answer, boolean hungUp) {
    }

    /// The exercise: the static method that the reader writes.
    @FunctionalInterface
    public interface Handler {
        /// @return the sum of the request's bytes
        /// @throws IOException when the request hung up
        long answer(Loans pool, int request) throws IOException;
    }

    Loans(long seed) {
        this.seed = seed;
    }

    /// Has so many requests answered on several threads, and tells how many `buffers_lost` and
    /// `buffers_returned_twice` there are then.
    ///
    /// @throws IllegalStateException when an answer is wrong, or an exception did not come out; its sentence is for the
    ///                               reader
    public static Object prove(int requests, Handler handler) throws Exception {
        var pool = new Loans(31L * requests); // every process has the same ones, and loses as many
        Requests.all(requests, THREADS, i -> {
            if (!pool.trouble.isMade()) pool.ask(handler, i);
            return i;
        });
        pool.trouble.check();
        if (pool.out.isEmpty() && pool.most.get() > MOST) throw Trick.LATE.seen(String.format(Locale.ROOT, "your "
            + "method gave buffers back only in the end: %,d were out at the same time, and %d requests are answered "
            + "at the same time", pool.most.get(), THREADS));
        Gate.tell("buffers", "buffers_lost", pool.out.size(), "buffers_returned_twice", pool.twice.sum());
        return pool;
    }

    /// One that nobody else has until it is given back.
    public byte[] borrow() {
        var mine = idle.get();
        var buffer = mine.poll();
        if (buffer == null) made.add(buffer = new byte[SIZE]);
        out.put(buffer, mine);
        most.accumulate(out.size());
        return buffer;
    }

    /// Ends its loan. Whoever reads it after that finds what another has left there.
    public void giveBack(byte[] buffer) {
        var home = out.remove(buffer);
        if (home == null) {
            twice.increment();
        } else {
            Arrays.fill(buffer, USED);
            home.add(buffer);
        }
    }

    /// Reads a request into a borrowed buffer, from its beginning.
    ///
    /// @return how many bytes it has; 0 when it is empty
    /// @throws IOException when it hung up
    public int read(int request, byte[] buffer) throws IOException {
        if (!out.containsKey(buffer)) trouble.of("request %,d was read into a buffer that is not on loan", request);
        return fill(request, buffer);
    }

    /// The same into any buffer.
    int fill(int request, byte[] buffer) throws IOException {
        var random = new SplittableRandom(seed ^ request);
        int kind = random.nextInt(10), length = kind < 2 ? 0 : random.nextInt(1, SIZE);
        long sum = 0;
        for (int i = 0; i < length; i++) sum += buffer[i] = (byte) random.nextInt();
        last.set(new Read(request, sum, kind == 0));
        if (kind == 0) throw new IOException("request " + request + " hung up");
        return length;
    }

    /// Whether it has been borrowed and not come back.
    boolean onLoan(byte[] buffer) {
        return out.containsKey(buffer);
    }

    /// Whether it is one of the pool's, on loan or not.
    boolean has(byte[] buffer) {
        return made.contains(buffer);
    }

    /// How many have been borrowed and not come back.
    int lost() {
        return out.size();
    }

    /// How often one came back that was not out.
    long twice() {
        return twice.sum();
    }

    /// What this thread read last; null before the first.
    Read last() {
        return last.get();
    }

    /// Has this thread begin anew.
    void forget() {
        last.remove();
    }

    private void ask(Handler handler, int request) {
        last.remove();
        try {
            long answer = handler.answer(this, request);
            var read = last.get();
            if (read == null || read.request != request) trouble.of("request %,d was answered but never read", request);
            else if (read.hungUp)
                trouble.of("request %,d hung up, but the caller of answer did not see the exception", request);
            else if (answer != read.answer) trouble.of("request %,d was answered with %,d instead of %,d", request,
                answer, read.answer);
        } catch (Exception e) {
            var read = last.get();
            boolean expected = e instanceof IOException && read != null && read.hungUp;
            if (!expected) trouble.of("request %,d ended with %s", request, e);
        }
    }

    /// `a pool: 3 on loan, 5 idle, 0 came back twice`
    @Override
    public String toString() {
        int lost = lost();
        return "a pool: " + lost + " on loan, " + (made.size() - lost) + " idle, " + twice() + " came back twice";
    }
}
