package memorytax.child.kit;

import memorytax.measure.plan.Loads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.lang.ref.WeakReference;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is counted of requests has been seen waiting, and a cure of tasks that never began is none.
@Timeout(600)
class TrafficTest {
    private static final int REQUESTS = 200;

    @Test
    void aCureOfTasksThatNeverBeganProvesNothing() throws Exception {
        var traffic = new Traffic(REQUESTS);
        traffic.serve(_ -> {
            var listener = new FutureTask<>(() -> Loads.listen(traffic), null);
            listener.cancel(true); // as an executor's is that had no time to begin
            Thread.startVirtualThread(listener).join();
        });
        assertEquals("only 0 of 200 tasks ever began, so it proves nothing that 0 are left",
            assertThrows(IllegalStateException.class, () -> traffic.left(0)).getMessage());
    }

    @Test
    void aTaskThatIsOverBeforeItWaitedWasNotCured() throws Exception {
        var traffic = new Traffic(REQUESTS);
        traffic.serve(_ -> {
            var thread = Thread.startVirtualThread(() -> {
                traffic.begins();
                traffic.ends();
            });
            thread.join();
        });
        assertEquals("only 0 of 200 tasks were seen waiting, so it proves nothing that 0 are left",
            assertThrows(IllegalStateException.class, () -> traffic.left(0)).getMessage());
    }

    @Test
    void whoWaitsIsEndedAndNoneIsLeft() throws Exception {
        var traffic = new Traffic(REQUESTS);
        traffic.serve(_ -> {
            try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
                var listener = tasks.submit(() -> Loads.listen(traffic));
                traffic.waits();
                listener.cancel(true);
            }
        });
        traffic.left(0);
        assertEquals("100 tasks are left instead of 0",
            assertThrows(IllegalStateException.class, () -> Loads.leaking(100).left(0)).getMessage());
    }

    @Test
    void aTaskThatHasBegunAndStillRunsDoesNotCount() throws Exception {
        var traffic = new Traffic(1);
        var go = new AtomicBoolean();
        var returned = new AtomicBoolean();
        var busy = Thread.ofPlatform().daemon().start(() -> {
            traffic.begins();
            while (!go.get()) Thread.onSpinWait();
            LockSupport.park(traffic);
        });
        var counting = Thread.ofPlatform().daemon().start(() -> {
            traffic.left(1);
            returned.set(true);
        });
        while (counting.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait(); // it looks, again and again
        assertFalse(returned.get());
        go.set(true);
        counting.join();
        assertTrue(returned.get());
        LockSupport.unpark(busy);
    }

    @Test
    void whoWasSeenIsNotHeld() throws Exception {
        var traffic = new Traffic(1);
        var end = new CountDownLatch(1);
        var seen = new WeakReference<>(started(traffic, end));
        traffic.left(1);
        end.countDown();
        while (seen.get() != null) System.gc(); // the time limit ends it
        assertNull(seen.get());
    }

    private static Thread started(Traffic traffic, CountDownLatch end) {
        return Thread.startVirtualThread(() -> {
            traffic.begins();
            try {
                end.await();
            } catch (InterruptedException e) {
                // nobody does that
            }
        });
    }
}
