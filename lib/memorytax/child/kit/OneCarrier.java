package memorytax.child.kit;

import memorytax.child.Child;

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
/// either it has its turn while the first blocks, or it has to wait until the first goes on. The first blocks until the
/// other one has run, or for so many short rests after it was started: what counts is who came first, however late
/// anybody is. Beside that, the JVM's own flight recorder counts who was pinned.
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
    /// Of one rest, and how many a thread takes that waits for the other's turn. A platform thread takes more of them:
    /// its rests give the carrier to nobody, they only give the others time.
    private static final int REST = 10, RESTS = 20, LONG = 100, PATIENCE = 60;
    private static final String PINNED = "jdk.VirtualThreadPinned";
    private static volatile CountDownLatch blocking, begun;
    private static volatile boolean asked, ran;
    private final List<Waited> all = new ArrayList<>();
    private final Recording recording = new Recording();

    /// Rests once, for so many milliseconds.
    @FunctionalInterface
    public interface Rest {
        void millis(int millis) throws InterruptedException;
    }

    /// Something that blocks until the other one has had its turn, or enough time for it. It says [#now()] right
    /// before.
    @FunctionalInterface
    public interface Block {
        void run() throws Throwable;
    }

    /// @param blocker the thread that blocked
    /// @param millis  that the other one waited
    /// @param blocked for how many ms the first one has blocked meanwhile
    private record Waited(String name, long blocker, double millis, double blocked) {
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
        asked = ran = false;
        var went = new AtomicLong();
        var first = Thread.startVirtualThread(() -> {
            run(block);
            went.set(System.nanoTime());
        });
        if (!blocking.await(PATIENCE, TimeUnit.SECONDS)) throw new IllegalStateException(name + " does not block");
        var turn = new AtomicLong();
        long start = System.nanoTime();
        var other = Thread.startVirtualThread(() -> {
            turn.set(System.nanoTime());
            ran = true;
        });
        asked = true;
        other.join();
        first.join();
        all.add(new Waited(name, first.threadId(), (turn.get() - start) / 1e6, (went.get() - start) / 1e6));
    }

    /// Said right before it blocks.
    public static void now() {
        blocking.countDown();
    }

    /// Sleeps until the other one has had its turn, or could have had it many times.
    public static void sleep() {
        now();
        pause();
    }

    /// The same, where somebody else has said that it blocks. A platform thread says so, to whoever waits for that.
    public static void pause() {
        if (!Thread.currentThread().isVirtual()) begun.countDown();
        try {
            rest(Thread::sleep);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The same with another way to rest.
    public static void rest(Rest how) throws InterruptedException {
        int most = Thread.currentThread().isVirtual() ? RESTS : LONG;
        for (int rests = 0; !ran && rests < most; ) {
            boolean counts = asked; // before it rests
            how.millis(REST);
            if (counts) rests++;
        }
    }

    /// Has a platform thread, which needs no carrier, do something meanwhile; returns when that has come to [#pause()].
    public static void meanwhile(Block other) throws InterruptedException {
        begun = new CountDownLatch(1);
        Thread.ofPlatform().start(() -> run(other));
        begun.await();
    }

    /// Tells the scale of each of them for how many ms the other one `waited` for its turn, `of` how many ms
    /// that it has blocked itself from then on, and how often the flight recorder has seen it `pinned`.
    @Override
    public void close() throws IOException {
        recording.stop();
        var file = Files.createTempFile("memory-tax-", ".jfr");
        try {
            recording.dump(file);
            var pinned = RecordingFile.readAllEvents(file);
            for (var each : all) Child.mark(each.name, "waited_ms", number(each.millis), "of_ms",
                number(each.blocked), "pinned", pinned.stream().filter(e -> by(e, each.blocker)).count());
        } finally {
            recording.close();
            Files.deleteIfExists(file);
        }
    }

    private static boolean by(RecordedEvent event, long thread) {
        return event.getEventType().getName().equals(PINNED) && event.getThread() != null
            && event.getThread().getJavaThreadId() == thread;
    }

    private static String number(double millis) {
        return String.format(Locale.ROOT, "%.3f", millis);
    }

    private static void run(Block block) {
        try {
            block.run();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
