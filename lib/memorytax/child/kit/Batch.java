package memorytax.child.kit;

import memorytax.child.Gate;
import memorytax.child.Meter;

import java.util.Locale;

/// Requests that one method answers one after the other, for an exercise, and what that takes from the heap. A request
/// is read into a buffer, and nobody knows beforehand how long it is. The right answer is the sum of its bytes. None of
/// this makes an object, so that all that is counted is the reader's.
///
/// ```java
/// static void answerAll(Batch batch) {
///     for (int i = 0; i < batch.requests(); i++) {
///         var buffer = new byte[Batch.LONGEST];
///         int length = batch.read(i, buffer);
///         batch.answer(i, sum(buffer, length));
///     }
/// }
/// ```
public final class Batch {
    /// Bytes of the longest request.
    public static final int LONGEST = 16_384;
    /// Most requests are short, and each fiftieth may be as long as the longest.
    private static final int USUAL = 1_024, SELDOM = 50;
    private static final int WARM = 5;
    private static final long UNREAD = Long.MIN_VALUE, ANSWERED = Long.MIN_VALUE + 1;
    private final long seed;
    private final long[] right;
    private final Complaint trouble = new Complaint();

    private Batch(int requests, long seed) {
        this.seed = seed;
        right = new long[requests];
        for (int i = 0; i < requests; i++) right[i] = UNREAD;
    }

    /// The exercise: the static method that the reader writes.
    @FunctionalInterface
    public interface Handler {
        /// Reads and answers all requests.
        void answerAll(Batch batch) throws Exception;
    }

    /// Has so many answered, after a fifth of them that only warm up, and tells of the `requests` the
    /// `bytes_per_request` that all threads together took from the heap.
    ///
    /// @throws IllegalStateException when an answer is wrong or missing; its sentence is for the reader
    public static Batch prove(int requests, Handler handler) throws Exception {
        run(new Batch(Math.ceilDiv(requests, WARM), 1), handler);
        var batch = new Batch(requests, 2);
        Gate.tell("requests", "bytes_per_request", String.format(Locale.ROOT, "%.2f",
            run(batch, handler) / (double) requests));
        return batch;
    }

    /// @return bytes that were taken from the heap
    private static long run(Batch batch, Handler handler) throws Exception {
        long before = Meter.taken();
        handler.answerAll(batch);
        long taken = Meter.taken() - before;
        batch.check();
        return taken;
    }

    /// How many requests there are. They are numbered from 0.
    public int requests() {
        return right.length;
    }

    /// Reads a request into a buffer, from its beginning. What else is in the buffer stays there.
    ///
    /// @param buffer that has room for 16,384 bytes
    /// @return how many bytes the request has
    public synchronized int read(int request, byte[] buffer) {
        if (buffer.length < LONGEST) throw Complaint.wrong("a buffer has %,d bytes, and the longest request has %,d",
            buffer.length, LONGEST);
        long random = mixed(seed + request);
        int most = Math.floorMod(random, SELDOM) == 0 ? LONGEST : USUAL, length = 1 + (int) (random >>> 40) % most;
        long sum = 0;
        for (int i = 0; i < length; i++) {
            random = random * 6364136223846793005L + 1442695040888963407L;
            sum += buffer[i] = (byte) (random >>> 56);
        }
        if (right[request] == UNREAD) right[request] = sum;
        return length;
    }

    /// The answer to a request that was read.
    ///
    /// @param sum of its bytes
    public synchronized void answer(int request, long sum) {
        if (right[request] == UNREAD) trouble.of("request %,d was answered but never read", request);
        else if (right[request] == ANSWERED) trouble.of("request %,d was answered twice", request);
        else if (right[request] != sum) trouble.of("request %,d was answered with %,d instead of %,d", request, sum,
            right[request]);
        right[request] = ANSWERED;
    }

    private synchronized void check() {
        trouble.check();
        for (int i = 0; i < right.length; i++)
            if (right[i] != ANSWERED) throw Complaint.wrong("request %,d of %,d was never answered", i, right.length);
    }

    /// Bits that look like chance, and are the same in every process.
    private static long mixed(long number) {
        long bits = (number + 1) * 0x9E3779B97F4A7C15L;
        bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
        return bits ^ bits >>> 31;
    }

    /// `a batch of 20,000 requests`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "a batch of %,d requests", right.length);
    }
}
