package memorytax.child.kit;

import memorytax.child.Child;
import memorytax.child.StackLines;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/// A chain of filters around a server, for an exercise: a filter changes the request on its way down, and the answer on
/// its way back, for which it needs the request that it has made. The server lets every request wait until the scale
/// has done its work. What a filter makes of a number cannot be known without calling it, and no filter may be called
/// twice for a request.
///
/// ```java
/// static long pass(Filters filters, long request, int i) {
///     if (i == filters.count()) return filters.ask(request);
///     long mine = filters.down(i, request);
///     return filters.back(i, mine, pass(filters, mine, i + 1));
/// }
/// ```
///
/// Each request has a virtual thread. The chain itself keeps nothing for a request.
public final class Filters implements AutoCloseable {
    private static final int COUNT = 200;
    /// As long as requests still come, or answers, there is patience; after so many milliseconds without there is none.
    private static final long QUIET = 5_000;

    private final long salt = new SplittableRandom().nextLong();
    private final LongAdder down = new LongAdder();
    private final CountDownLatch served = new CountDownLatch(1);
    private final int requests;
    private int asked;
    private int right;
    private final Complaint trouble = new Complaint();

    private Filters(int requests) {
        this.requests = requests;
    }

    /// Starts so many requests, and returns once each of them waits for the server: what a load returns.
    ///
    /// @throws IllegalStateException when some never ask it; its sentence is for the reader
    public static Filters of(int requests, Handler handler) throws InterruptedException {
        var filters = new Filters(requests);
        for (int i = 0; i < requests; i++) {
            int request = i;
            Thread.startVirtualThread(() -> filters.handle(handler, request));
        }
        filters.full();
        return filters;
    }

    /// The exercise: the static method that the reader writes.
    @FunctionalInterface
    public interface Handler {
        /// Takes a request through all filters to the server, and its answer back through all of them.
        long pass(Filters filters, long request) throws Exception;
    }

    /// How many filters there are. They are numbered from 0, and 0 is the first one to get a request.
    public int count() {
        return COUNT;
    }

    /// What this filter makes of a request.
    public long down(int filter, long request) {
        down.increment();
        return mixed(request + salt, filter);
    }

    /// Puts the request to the server that all filters have changed, and waits for the answer.
    ///
    /// @throws IllegalStateException when its thread is interrupted meanwhile
    public long ask(long request) {
        asks();
        try {
            served.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("it was interrupted while it waited for the server");
        }
        return answer(request);
    }

    /// What this filter makes of an answer.
    ///
    /// @param made the request that it made on the way down
    public long back(int filter, long made, long answer) {
        return mixed(answer ^ made, filter);
    }

    private synchronized void asks() {
        if (++asked > requests) complain("a request asked the server twice");
        if (asked == requests) notifyAll();
    }

    private void handle(Handler handler, int request) {
        try {
            reply(request, handler.pass(this, request));
        } catch (Exception | StackOverflowError e) {
            complain("request %,d ended with %s", request, e);
        }
    }

    private void reply(int request, long answer) {
        if (served.getCount() > 0) complain("request %,d had its answer before the server answered", request);
        else if (answer != expected(request)) complain("request %,d has a wrong answer: every filter has to change the "
            + "request and the answer once, on the way back the last filter first", request);
        else accept();
    }

    private synchronized void accept() {
        if (++right == requests) notifyAll();
    }

    private synchronized void complain(String says, Object... about) {
        trouble.of(says, about);
        notifyAll();
    }

    private synchronized void full() throws InterruptedException {
        for (int before = -1; asked < requests && before < asked && !trouble.isMade(); ) {
            before = asked;
            wait(QUIET);
        }
        check(asked, "%,d of %,d requests have asked the server; %s. Every request has to call filters.ask()");
    }

    /// Has the server answer, and returns when all requests have their answers, as they must.
    ///
    /// @throws IllegalStateException when they do not; its sentence is for the reader
    @Override
    public void close() throws InterruptedException {
        Child.ends();
        served.countDown();
        synchronized (this) {
            for (int before = -1; right < requests && before < right && !trouble.isMade(); ) {
                before = right;
                wait(QUIET);
            }
            check(right, "%,d of %,d requests have an answer; %s. The method has to return one");
        }
        long most = (long) COUNT * requests, calls = down.sum();
        if (calls > most) throw Complaint.wrong("the filters were called %,d times on the way down, and %,d is right: "
            + "a filter may handle a request only once", calls, most);
    }

    private void check(int come, String missing) {
        trouble.check();
        if (come < requests) throw Complaint.wrong(missing, come, requests, StackLines.here().said());
    }

    private long answer(long request) {
        return mixed(request ^ salt, COUNT);
    }

    private long expected(long request) {
        var made = new long[COUNT];
        for (int i = 0; i < COUNT; i++) made[i] = request = mixed(request + salt, i);
        long answer = answer(request);
        for (int i = COUNT - 1; i >= 0; i--) answer = back(i, made[i], answer);
        return answer;
    }

    /// Another number for each filter, and not to be undone by a formula.
    private static long mixed(long number, int filter) {
        long mixed = (number + filter) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }

    /// `200 filters, 3,000 of 4,000 requests wait`
    @Override
    public synchronized String toString() {
        return String.format(Locale.ROOT, "%,d filters, %,d of %,d requests wait", COUNT, asked - right,
            requests);
    }
}
