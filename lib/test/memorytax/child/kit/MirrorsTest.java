package memorytax.child.kit;

import memorytax.Weighs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The exercise of lost tasks: what counts as left, and what is only slow.
@Weighs
@Timeout(600)
class MirrorsTest {
    /// Longer than any patience of a few seconds.
    private static final long STALL = 3_500_000_000L;

    @Test
    void whoWasToldToEndAndGetsNoCoreForSecondsIsNotLeft() throws Exception {
        assertEquals(0, Mirrors.left(1, (mirrors, request) -> {
            var answers = new ArrayBlockingQueue<String>(2);
            var threads = new ArrayList<Thread>();
            for (int mirror = 0; mirror < 2; mirror++) threads.add(asks(mirrors, mirror, request, answers));
            var answer = answers.take();
            long end = System.nanoTime() + STALL;
            for (int core = 0; core < 2 * Runtime.getRuntime().availableProcessors(); core++)
                Thread.startVirtualThread(() -> {
                    while (System.nanoTime() < end) Thread.onSpinWait();
                });
            threads.forEach(Thread::interrupt);
            return answer;
        }));
    }

    @Test
    void whoIsNotToldToEndIsLeft() throws Exception {
        assertEquals(3, Mirrors.left(3, (mirrors, request) -> {
            var answers = new ArrayBlockingQueue<String>(2);
            for (int mirror = 0; mirror < 2; mirror++) asks(mirrors, mirror, request, answers);
            return answers.take();
        }));
    }

    @Test
    void whoAsksOneAfterTheOtherHasNoAnswer() {
        assertEquals("request 0 has no answer: it waits for the mirror that never answers",
            assertThrows(IllegalStateException.class, () -> Mirrors.left(1, (mirrors, request) ->
                mirrors.ask(0, request) + mirrors.ask(1, request))).getMessage());
    }

    /// An answer has a part that nobody can know who has not asked.
    @Test
    void whoAsksNobodyCannotKnowTheAnswer() {
        var says = assertThrows(IllegalStateException.class, () -> Mirrors.left(5, (_, request) -> "answer " + request))
            .getMessage();
        assertTrue(says.matches("request 0 was answered with \"answer 0\" instead of \"answer 0-\\d{4}\""), says);
    }

    @Test
    void whoNeverHasTwoTasksWaitAtOnceHasShownNothing() {
        assertEquals("no task ever waited for the mirror that never answers, so it proves nothing that none is left",
            assertThrows(IllegalStateException.class, () -> Mirrors.left(5, (mirrors, request) -> {
                var answers = new ArrayBlockingQueue<String>(2);
                for (int mirror = 0; answers.isEmpty(); mirror++) {
                    var asks = asks(mirrors, mirror, request, answers);
                    while (asks.isAlive() && asks.getState() != Thread.State.WAITING) Thread.sleep(1);
                    asks.interrupt(); // which changes nothing where it has the answer
                    asks.join();
                }
                return answers.take();
            })).getMessage());
    }

    @Test
    void tasksAreToldToEndWhileTheyWait() throws Exception {
        var ended = new AtomicInteger();
        assertEquals(0, Mirrors.left(100, (mirrors, request) -> {
            try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
                return tasks.invokeAny(List.of(() -> counted(mirrors, 0, request, ended),
                    () -> counted(mirrors, 1, request, ended)));
            }
        }));
        assertTrue(ended.get() > 0, "none of 100 tasks was interrupted while it waited");
    }

    private static String counted(Mirrors mirrors, int mirror, int request, AtomicInteger ended) throws Exception {
        try {
            return mirrors.ask(mirror, request);
        } catch (InterruptedException e) {
            ended.incrementAndGet();
            throw e;
        }
    }

    private static Thread asks(Mirrors mirrors, int mirror, int request, ArrayBlockingQueue<String> answers) {
        return Thread.startVirtualThread(() -> {
            try {
                answers.add(mirrors.ask(mirror, request));
            } catch (InterruptedException e) {
                // told to end
            }
        });
    }
}
