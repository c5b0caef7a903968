package memorytax.fork;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Requests that come one after the other, and a count of the tasks that they start. Whoever starts a task says in it
/// when it begins and when it ends; a task that never ends is one that is left.
///
/// ```java
/// static Traffic forgotten(int requests) throws Exception {
///     var traffic = new Traffic(requests);
///     traffic.serve(request -> Thread.startVirtualThread(() -> listen(traffic, request)));
///     return traffic.left(requests);
/// }
/// ```
///
/// Where the scale says `rate=10000` they come at so many a second, and on the way it is told how many `requests` have
/// been served, and how many `tasks` are there. Else they come as fast as they are served, and nothing is said.
public final class Traffic implements AutoCloseable {
    /// What a request keeps of its own, in bytes.
    private static final int BODY = 1024;
    /// So often it is told, and in the long run less often.
    private static final int TELL = 250, LONG = 10_000, SELDOM = 1_000;
    private static final long PATIENCE = 30_000_000_000L;
    private final int requests;
    private final AtomicInteger alive = new AtomicInteger();
    /// Only where the JIT warms up, and all has to be gone again: a list of tasks is what a server has not.
    private final Set<Thread> begun = ConcurrentHashMap.newKeySet();

    /// @param requests that will be served
    public Traffic(int requests) {
        this.requests = requests;
    }

    /// What is done with a request.
    @FunctionalInterface
    public interface Handler {
        /// @param request a kilobyte that came with it
        void handle(byte[] request) throws Exception;
    }

    /// Serves them all.
    public Traffic serve(Handler handler) throws Exception {
        long start = System.nanoTime(), rate = rate();
        for (int served = 1; served <= requests; served++) {
            handler.handle(new byte[BODY]);
            if (rate == 0 || served % (served > LONG ? SELDOM : TELL) > 0) continue;
            until(start + served * 1_000_000_000L / rate);
            tell(served);
        }
        return this;
    }

    /// Said by a task, from inside, or for one that has no thread: it is there.
    public void begins() {
        if (Child.warmsUp()) begun.add(Thread.currentThread()); // before it counts: then nobody is overlooked
        alive.incrementAndGet();
    }

    /// Said by a task when it is over, however that came.
    public void ends() {
        alive.decrementAndGet();
    }

    /// Returns once so many tasks are there: all of those that were forgotten, or none.
    ///
    /// @throws IllegalStateException when it is another number, and stays so
    public Traffic left(int tasks) {
        long deadline = System.nanoTime() + PATIENCE;
        while (alive.get() != tasks) {
            if (System.nanoTime() > deadline)
                throw new IllegalStateException(alive.get() + " tasks are left, and not " + tasks);
            LockSupport.parkNanos(100_000);
        }
        if (rate() > 0) tell(requests); // those that began or ended late are counted as well
        return this;
    }

    private void tell(int served) {
        Child.mark("served", "requests", served, "tasks", alive.get());
    }

    private static long rate() {
        return Child.warmsUp() ? 0 : Child.word("rate").orElse(0);
    }

    private static void until(long nanos) {
        for (long now = System.nanoTime(); now < nanos; now = System.nanoTime()) LockSupport.parkNanos(nanos - now);
    }

    /// Ends those that were started to warm up.
    @Override
    public void close() {
        begun.forEach(Thread::interrupt);
        left(0);
    }

    /// `traffic: 10,000 tasks are there`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "traffic: %,d tasks are there", alive.get());
    }
}
