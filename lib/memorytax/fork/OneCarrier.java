package memorytax.fork;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Finds out what keeps a carrier. In a JVM that has one alone, a virtual thread blocks, and another one wants to run:
/// it has to wait for as long as the first keeps the carrier. Beside that, the JVM's own flight recorder counts who was
/// pinned.
///
/// ```java
/// try (var carrier = new OneCarrier()) {
///     carrier.put("in synchronized", () -> {
///         synchronized (LOCK) {
///             OneCarrier.sleep();
///         }
///     });
/// }
/// ```
public final class OneCarrier implements AutoCloseable {
    /// For how long each of them blocks.
    public static final int MILLIS = 200;
    private static final String PINNED = "jdk.VirtualThreadPinned";
    private static volatile CountDownLatch blocking, begun;
    private final List<Waited> all = new ArrayList<>();
    private final Recording recording = new Recording();

    /// Something that blocks for [#MILLIS]. It says [#now()] right before.
    @FunctionalInterface
    public interface Block {
        void run() throws Throwable;
    }

    /// @param blocker the thread that blocked
    /// @param millis  that the other one waited
    private record Waited(String name, long blocker, double millis) {
    }

    /// Begins to record.
    public OneCarrier() throws InterruptedException {
        recording.enable(PINNED).withoutThreshold();
        recording.start();
        put("", () -> sleep()); // so that all of this has run before
        all.clear();
    }

    /// Has a virtual thread block like that, and another one wait for the carrier.
    public void put(String name, Block block) throws InterruptedException {
        blocking = new CountDownLatch(1);
        var first = Thread.startVirtualThread(() -> run(block));
        if (!blocking.await(10, TimeUnit.SECONDS)) throw new IllegalStateException(name + " does not block");
        var ran = new AtomicLong();
        long asked = System.nanoTime();
        Thread.startVirtualThread(() -> ran.set(System.nanoTime())).join();
        first.join();
        all.add(new Waited(name, first.threadId(), (ran.get() - asked) / 1e6));
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

    /// Sleeps. A platform thread says so, to whoever waits for that.
    public static void pause() {
        try {
            if (!Thread.currentThread().isVirtual()) begun.countDown();
            Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Has a platform thread, which needs no carrier, do something meanwhile; returns when that has come to [#pause()].
    public static void meanwhile(Block other) throws InterruptedException {
        begun = new CountDownLatch(1);
        Thread.ofPlatform().start(() -> run(other));
        begun.await();
    }

    /// Tells the scale of each of them for how many ms the other one `waited`, and how often the flight recorder has
    /// seen it `pinned`.
    @Override
    public void close() throws IOException {
        recording.stop();
        var file = Files.createTempFile("memory-tax-", ".jfr");
        try {
            recording.dump(file);
            var pinned = RecordingFile.readAllEvents(file);
            for (var each : all) Child.mark(each.name, "waited_ms", String.format(Locale.ROOT, "%.2f", each.millis),
                "of_ms", MILLIS, "pinned", pinned.stream().filter(e -> by(e, each.blocker)).count());
        } finally {
            recording.close();
            Files.deleteIfExists(file);
        }
    }

    private static boolean by(RecordedEvent event, long thread) {
        return event.getEventType().getName().equals(PINNED) && event.getThread() != null
            && event.getThread().getJavaThreadId() == thread;
    }

    private static void run(Block block) {
        try {
            block.run();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
