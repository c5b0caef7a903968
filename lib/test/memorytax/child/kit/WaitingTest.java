package memorytax.child.kit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(600)
class WaitingTest {
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

    @Test
    void allWaitWhenItReturnsAndNoneIsLeftWhenItIsClosed() throws Exception {
        for (Waiting.Way way : new Waiting.Way[]{LockSupport::park, () -> Thread.sleep(3_600_000),
            () -> new ArrayBlockingQueue<>(1).take()}) {
            threads.clear();
            try (var waiting = Waiting.of(1_000, () -> {
                threads.add(Thread.currentThread());
                for (long end = System.nanoTime() + 100_000; System.nanoTime() < end; ) Thread.onSpinWait(); // late
                way.block();
            })) {
                assertEquals("1,000 tasks, all seen to wait", waiting.toString());
                assertEquals(1_000, threads.size());
                assertTrue(threads.stream().allMatch(t -> t.getState() == Thread.State.WAITING
                    || t.getState() == Thread.State.TIMED_WAITING), "somebody runs");
            }
            assertTrue(threads.stream().noneMatch(Thread::isAlive), "somebody is left");
        }
    }

    @Test
    void aTaskThatEndsIsNoTaskThatWaits() {
        var e = assertThrows(IllegalStateException.class, () -> Waiting.of(10, () -> { }));
        assertTrue(e.getMessage().contains("TERMINATED"), e.getMessage());
    }
}
