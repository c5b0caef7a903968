package memorytax.child.kit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Which answers are late: those that look for their letters now and then, and not those that are woken.
@Timeout(600)
class PromptnessTest {
    private static final List<Integer> LETTERS = IntStream.range(0, Promptness.LETTERS).boxed().toList();
    private static final long LONG = 60_000;
    private final LetterReplies replies = new LetterReplies(LETTERS.size(), Integer.MAX_VALUE);

    private int late(Consumer<Integer> send, long quiet) throws InterruptedException {
        replies.open();
        return Promptness.late(LETTERS, send, replies, quiet);
    }

    @Test
    void whoIsWokenIsPrompt() throws Exception {
        var boxes = LETTERS.stream().map(_ -> new CompletableFuture<Integer>()).toList();
        for (var box : boxes) Thread.startVirtualThread(() -> replies.take(box.join(), box.join()));
        int late = late(letter -> boxes.get(letter).complete(letter), LONG);
        assertTrue(late <= LETTERS.size() / 2, late + " were late");
        replies.check();
    }

    @Test
    void whoLooksNowAndThenIsLate() throws Exception {
        var there = new AtomicInteger(-1);
        var looks = Thread.startVirtualThread(() -> {
            for (int next = 0; next < LETTERS.size(); ) {
                LockSupport.parkNanos(20_000_000);
                if (there.get() == next) replies.take(next, next++);
            }
        });
        int late = late(there::set, LONG);
        looks.join();
        assertTrue(late > LETTERS.size() / 2, late + " were late");
        replies.check();
    }

    /// It is no use to wait for each of the others as well.
    @Test
    void whatIsLeftWhenAnAnswerDoesNotComeIsSentAndCountsAsLate() throws Exception {
        var sent = new AtomicInteger();
        int late = late(letter -> {
            sent.incrementAndGet();
            if (letter < 10) replies.take(letter, letter);
        }, 50);
        assertEquals(LETTERS.size(), sent.get());
        assertEquals(LETTERS.size() - 10, late);
    }
}
