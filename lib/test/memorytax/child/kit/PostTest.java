package memorytax.child.kit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class PostTest {
    @Test
    void returnsWhenTheLastTaskWaitsAndSendsNothingBefore() throws Exception {
        var came = new AtomicInteger();
        try (var post = Post.of(100, p -> Thread.startVirtualThread(() -> {
            for (int i = 0; i < p.tasks(); i++) {
                int task = i;
                p.deliver(task, letter -> {
                    came.incrementAndGet();
                    p.answer(task, letter);
                });
            }
        }))) {
            assertEquals("post for 100 tasks: 100 wait", post.toString());
            assertEquals(0, came.get());
        }
        assertEquals(100, came.get());
    }

    @Test
    void lettersComeInAnOrderThatCannotBeGuessed() throws Exception {
        var turn = new AtomicInteger();
        var post = Post.of(1_000, p -> {
            Consumer<Letter> one = letter -> p.answer(turn.getAndIncrement(), letter); // for all, and knows nobody
            for (int i = 0; i < p.tasks(); i++) p.deliver(i, one);
        });
        var says = assertThrows(IllegalStateException.class, post::close).getMessage();
        assertTrue(says.matches("[\\d,]+ of 1,000 letters were answered by a task that they were not sent to"), says);
    }

    @Test
    void aLetterThatCannotBeTakenIsToldOf() throws Exception {
        var full = new ArrayBlockingQueue<Letter>(1);
        var post = Post.of(1, p -> p.deliver(0, l -> {
            full.add(l);
            full.add(l);
        }));
        assertEquals("task 0 could not take its letter: java.lang.IllegalStateException: Queue full",
            assertThrows(IllegalStateException.class, post::close).getMessage());
    }

    @Test
    void soManyThreadsMayAnswerAndNoMore() throws Exception {
        for (int threads : new int[]{1, 3})
            try (var pool = Executors.newFixedThreadPool(threads)) {
                var post = Post.of(2_000, threads, p -> {
                    for (int i = 0; i < p.tasks(); i++) {
                        int task = i;
                        p.deliver(task, letter -> pool.execute(() -> p.answer(task, letter)));
                    }
                });
                assertDoesNotThrow(post::close);
            }
    }

    /// Else a method could read off the letter which task it is for, and a task would have nothing to remember.
    @Test
    void aLetterDoesNotKnowWhomItWasSentTo() {
        assertEquals(List.of(Post.class), Stream.of(Letter.class.getDeclaredFields()).map(f -> f.getType()).toList());
    }

    @Test
    void anotherPostsLettersAreNoProof() throws Exception {
        var letters = new ArrayList<Letter>();
        Post.of(1, p -> p.deliver(0, letter -> {
            letters.add(letter);
            p.answer(0, letter);
        })).close();
        var e = assertThrows(IllegalStateException.class, () -> Post.of(1, p -> {
            p.deliver(0, _ -> { });
            p.answer(0, letters.getFirst());
        }));
        assertEquals("1 of 1 tasks answered before their letter came, so they did not wait", e.getMessage());
    }
}
