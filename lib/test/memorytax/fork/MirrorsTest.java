package memorytax.fork;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// The exercise of lost tasks: what counts as left, and what is only slow.
@Timeout(120)
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
