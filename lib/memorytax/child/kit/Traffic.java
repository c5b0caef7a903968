package memorytax.child.kit;

import memorytax.child.Attendance;
import memorytax.child.Child;
import memorytax.child.Patience;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Requests that come one after the other, and a count of the tasks that they start. Whoever starts a task says in it
/// when it begins and when it ends; a task that never ends is one that is left. A task that has begun counts once its
/// thread has been seen waiting.
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
    private final int requests;
    private final AtomicInteger alive = new AtomicInteger();
    private final Attendance attendance = new Attendance();
    private volatile Thread server;
    private volatile int serving;
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
        server = Thread.currentThread();
        for (int served = 1; served <= requests; served++) {
            serving = served;
            handler.handle(new byte[BODY]);
            attendance.look();
            if (rate == 0 || served % (served > LONG ? SELDOM : TELL) > 0) continue;
            until(start + served * 1_000_000_000L / rate);
            tell(served);
        }
        return this;
    }

    /// Said by a task, from inside, or for one that has no thread: it is there.
    public void begins() {
        var thread = Thread.currentThread();
        if (Child.warmsUp()) begun.add(thread); // before it counts: then nobody is overlooked
        alive.incrementAndGet();
        if (thread == server) attendance.waits();
        else attendance.begins(thread);
    }

    /// Said by a handler that has started the one task of its request, and will end it: returns when that task waits.
    /// One that is ended before it begins would not show that it can be ended.
    ///
    /// @throws IllegalStateException when it does not begin, or does not come to wait
    public void waits() {
        int now = serving;
        if (!Patience.until(() -> attendance.begun() >= now && attendance.look(), attendance::begun))
            throw new IllegalStateException("the task of request " + now + (attendance.begun() < now
                ? " has not begun" : " has begun but does not wait"));
    }

    /// Said by a task when it is over, however that came.
    public void ends() {
        alive.decrementAndGet();
    }

    /// Returns once a task of each request has begun and been seen waiting, and so many are still there: all of those
    /// that were forgotten, or none.
    ///
    /// @throws IllegalStateException when fewer began or waited, or another number is there, and it stays so
    public Traffic left(int tasks) {
        boolean so = Patience.until(() -> alive.get() == tasks && attendance.look() && attendance.waited() >= requests,
            () -> alive.get() + attendance.begun());
        if (!so && attendance.begun() < requests) throw wrong("only %,d of %,d tasks ever began, so it proves nothing "
            + "that %,d are left", attendance.begun(), requests, alive.get());
        if (!so && alive.get() != tasks) throw wrong("%,d tasks are left instead of %,d", alive.get(), tasks);
        if (!so) throw wrong("only %,d of %,d tasks were seen waiting, so it proves nothing that %,d are left",
            attendance.waited(), requests, alive.get());
        if (rate() > 0) tell(requests); // those that began or ended late are counted as well
        return this;
    }

    private static IllegalStateException wrong(String sentence, Object... numbers) {
        return new IllegalStateException(String.format(Locale.ROOT, sentence, numbers));
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
        if (!Patience.until(() -> alive.get() == 0, alive::get)) throw wrong("%,d tasks have not ended", alive.get());
    }

    /// `traffic: 10,000 tasks are there`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "traffic: %,d tasks are there", alive.get());
    }
}
