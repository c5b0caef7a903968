package memorytax.child.kit;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Looks at the threads of a burst from outside, and says how many of them were in the middle of a wait at the same
/// time. It reads what the JVM says of each thread's state, and nothing that a job, a pool or a semaphore counts: so it
/// also sees what those have lost count of.
///
/// It looks at all of them twice. Who waits for an answer in both rounds has waited in the moment between the two, so
/// what it says was there at once; there may have been more.
final class Onlooker {
    /// It rests for so many times as long as it has looked, so that it does not disturb them.
    private static final int REST = 10;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Thread thread = Thread.ofPlatform().daemon().name("onlooker").unstarted(this::look);
    private volatile boolean over;
    private int most;

    /// Looks from now on.
    Onlooker begin() {
        thread.start();
        return this;
    }

    /// A thread that is going to wait, each time one does.
    void note(Thread one) {
        threads.add(one);
    }

    /// The most at one time.
    int end() throws InterruptedException {
        over = true;
        thread.join();
        return Math.max(most, both().size());
    }

    private void look() {
        try {
            while (!over) {
                long start = System.nanoTime();
                most = Math.max(most, both().size());
                long millis = (System.nanoTime() - start) * REST / 1_000_000;
                Thread.sleep(1 + millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<Thread> both() {
        var waiting = new HashSet<Thread>();
        for (var each : threads) switch (each.getState()) {
            case TIMED_WAITING -> waiting.add(each);
            case TERMINATED -> threads.remove(each);
            default -> { }
        }
        waiting.removeIf(each -> each.getState() != Thread.State.TIMED_WAITING);
        return waiting;
    }
}
