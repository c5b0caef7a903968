package memorytax.child.kit;

import memorytax.child.Child;
import memorytax.child.Gate;
import memorytax.child.Patience;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Two servers that know the same, for an exercise: one of them answers, and the other never does, and which is which
/// nobody can know beforehand. Whoever asks one that does not answer waits until it is interrupted. What is told in the
/// end is how many wait there still. The answer comes when a task is seen waiting at the other mirror: one that is
/// ended before it has asked would not show that it can be ended.
///
/// ```java
/// static Object ask(int requests) throws Exception {
///     return Mirrors.tell(requests, (mirrors, request) -> first(mirrors, request));
/// }
/// ```
public final class Mirrors {
    private final AtomicInteger asking = new AtomicInteger();
    /// Longest time that an answer takes, where nobody asks the other mirror.
    private static final long SLOW = 50_000_000, LOOK = 50_000;
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicReferenceArray<Thread> waits;
    private final AtomicInteger waited = new AtomicInteger();
    private final boolean[] first;
    /// Part of each answer, so that nobody can give it who has not asked.
    private final int[] secrets;

    private Mirrors(int requests) {
        first = new boolean[requests];
        secrets = new int[requests];
        waits = new AtomicReferenceArray<>(requests);
        var random = RandomGenerator.getDefault();
        for (int i = 0; i < requests; i++) {
            first[i] = random.nextBoolean();
            secrets[i] = random.nextInt(10_000);
        }
    }

    /// The exercise: the static method that the reader writes.
    @FunctionalInterface
    public interface Handler {
        /// The answer of the mirror that answers.
        String first(Mirrors mirrors, int request) throws Exception;
    }

    /// Asks mirror 0 or mirror 1.
    ///
    /// @throws InterruptedException when the one who waits has been interrupted
    public String ask(int mirror, int request) throws InterruptedException {
        asking.incrementAndGet();
        try {
            if (first[request] == (mirror == 0)) untilOtherWaits(request);
            else {
                waits.set(request, Thread.currentThread());
                never.await();
            }
            return answer(request);
        } finally {
            asking.decrementAndGet();
        }
    }

    private void untilOtherWaits(int request) throws InterruptedException {
        for (long end = System.nanoTime() + SLOW; System.nanoTime() < end; ) {
            var other = waits.get(request);
            if (other != null && other.getState() == Thread.State.WAITING) {
                waited.incrementAndGet();
                return;
            }
            Thread.sleep(Duration.ofNanos(LOOK));
        }
    }

    private String answer(int request) {
        return String.format(Locale.ROOT, "answer %d-%04d", request, secrets[request]);
    }

    /// Has the reader's method handle so many requests, one after the other, and tells the scale how many `tasks` are
    /// `left` then.
    ///
    /// @throws IllegalStateException when an answer is wrong, or does not come; its sentence is for the reader
    public static String tell(int requests, Handler handler) throws Exception {
        int left = left(requests, handler);
        Gate.tell("left", "tasks", left > 0 ? left : atLines());
        return "all are answered";
    }

    /// Threads of any kind that stand at a line of the reader's when nobody asks any more. They have as long to end as
    /// those that ask.
    private static int atLines() {
        Patience.until(() -> Child.threadsOfLoad() == 0, Child::threadsOfLoad);
        return Child.threadsOfLoad();
    }

    static int left(int requests, Handler handler) throws Exception {
        var mirrors = new Mirrors(requests);
        var before = threads();
        for (int i = 0; i < requests; i++) {
            var given = mirrors.handled(handler, i);
            if (!mirrors.answer(i).equals(given)) throw new IllegalStateException(
                "request " + i + " was answered with \"" + given + "\" instead of \""
                + mirrors.answer(i) + "\"");
        }
        if (mirrors.waited.get() == 0) throw new IllegalStateException(
            "no task ever waited for the mirror that never answers, so it proves nothing that none is left");
        return mirrors.left(before);
    }

    /// On a thread of its own: it may wait for the wrong mirror, and then for ever.
    private String handled(Handler handler, int request) throws Exception {
        var answer = new CompletableFuture<String>();
        Thread.ofPlatform().daemon().name("request").start(() -> {
            try {
                answer.complete(handler.first(this, request));
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        if (!Patience.until(answer::isDone, asking::get)) throw new IllegalStateException(
            "request " + request + " has no answer: it waits for the mirror that never answers");
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /// Who asks still, and threads of a pool that nobody has closed. Those that were told to end have as long as it
    /// takes on this machine: there is patience while any of them end.
    private int left(Set<Thread> before) {
        Patience.until(() -> count(before) == 0, () -> count(before));
        return count(before);
    }

    private int count(Set<Thread> before) {
        return asking.get() + (int) threads().stream().filter(t -> !before.contains(t)).count();
    }

    /// Those of the JVM itself are daemons.
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(t -> !t.isDaemon()).collect(Collectors.toSet());
    }

    /// `two mirrors: 3 tasks wait`
    @Override
    public String toString() {
        return "two mirrors: " + asking + " tasks wait";
    }
}
