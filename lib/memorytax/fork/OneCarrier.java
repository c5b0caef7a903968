package memorytax.fork;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Finds out what keeps a carrier. In a JVM that has one alone, a virtual thread blocks, and another one wants to run:
/// it has to wait for as long as the first keeps the carrier.
///
/// ```java
/// OneCarrier.tell("in synchronized", () -> {
///     synchronized (LOCK) {
///         OneCarrier.sleep();
///     }
/// });
/// ```
public final class OneCarrier {
    /// For how long each of them blocks.
    public static final int MILLIS = 200;
    private static volatile CountDownLatch blocking;

    /// Something that blocks for [#MILLIS]. It says [#now()] right before.
    @FunctionalInterface
    public interface Block {
        void run() throws Throwable;
    }

    private OneCarrier() {
    }

    /// Tells the scale for how many ms the other one `waited`.
    public static void tell(String name, Block block) throws InterruptedException {
        if (blocking == null) waited(() -> sleep()); // so that all of this has run before
        Child.mark(name, "waited_ms", String.format(Locale.ROOT, "%.2f", waited(block)), "of_ms", MILLIS);
    }

    /// Said right before it blocks.
    public static void now() {
        blocking.countDown();
    }

    /// Blocks.
    public static void sleep() {
        now();
        pause();
    }

    /// Has a platform thread, which needs no carrier, do something for [#MILLIS] meanwhile; returns once it does.
    ///
    /// @param held says [#pause()] in the middle
    public static void meanwhile(Block held) throws InterruptedException {
        var begun = new CountDownLatch(1);
        Thread.ofPlatform().start(() -> run(() -> {
            PAUSE.set(begun);
            held.run();
        }));
        begun.await();
    }

    private static final ThreadLocal<CountDownLatch> PAUSE = new ThreadLocal<>();

    /// Sleeps for [#MILLIS].
    public static void pause() {
        try {
            if (PAUSE.get() != null) PAUSE.get().countDown();
            Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double waited(Block block) throws InterruptedException {
        blocking = new CountDownLatch(1);
        var first = Thread.startVirtualThread(() -> run(block));
        if (!blocking.await(10, TimeUnit.SECONDS)) throw new IllegalStateException("it does not block");
        var ran = new AtomicLong();
        long asked = System.nanoTime();
        Thread.startVirtualThread(() -> ran.set(System.nanoTime())).join();
        first.join();
        return (ran.get() - asked) / 1e6;
    }

    private static void run(Block block) {
        try {
            block.run();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
