package memorytax.child.kit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Messages of an exercise: what was held at one time, and what is no way to handle them.
@Timeout(600)
class FeedTest {
    @Test
    void whatIsTakenAndNotHandledIsHeld() throws Exception {
        assertEquals("a feed of 30 messages: 30 held at the most, 1 handled at one time",
            Feed.prove(30, feed -> {
                var all = new ArrayList<byte[]>();
                while (feed.hasNext()) all.add(feed.next());
                all.forEach(feed::handle);
            }).toString());
    }

    @Test
    void whoTakesOneByOneHoldsOneAndLeavesTheWorkersIdle() throws Exception {
        assertEquals("a feed of 5 messages: 1 held at the most, 1 handled at one time",
            Feed.prove(5, feed -> {
                while (feed.hasNext()) feed.handle(feed.next());
            }).toString());
    }

    @Test
    void aBoundOnThoseWhoTakeBoundsWhatIsHeld() throws Exception {
        var permits = new Semaphore(8);
        assertTrue(Feed.prove(60, feed -> {
            while (feed.hasNext()) {
                permits.acquire();
                var message = feed.next();
                Thread.startVirtualThread(() -> {
                    feed.handle(message);
                    permits.release();
                });
            }
        }).toString().matches("a feed of 60 messages: [2-8] held at the most, [2-8] handled at one time"));
    }

    @Test
    void onlyTheThreadOfTheMethodTakes() {
        assertEquals("a message was taken by another thread than the one that runs your method: as with a connection, "
            + "only that one may take messages", refusal(feed -> {
                try (var pool = Executors.newFixedThreadPool(2)) {
                    pool.submit(feed::next); // which keeps what is thrown to itself
                }
            }));
    }

    @Test
    void whatIsHandledTwiceOrWasNeverTakenIsNoMessage() {
        var no = "what was handled is no message that is still to be handled";
        assertEquals(no, refusal(feed -> {
            var message = feed.next();
            feed.handle(message);
            feed.handle(message);
        }));
        assertEquals(no, refusal(feed -> feed.handle(new byte[64 << 10])));
    }

    @Test
    void whatIsDroppedIsMissed() {
        var says = refusal(feed -> {
            feed.next();
            while (feed.hasNext()) feed.handle(feed.next());
        });
        assertTrue(says.startsWith("4 of 5 messages were handled, and nothing happens any more; "), says);
    }

    @Test
    void aFullQueueThatThrowsIsNamed() {
        assertEquals("a pool rejected a message because its queue was full: somebody has to wait then",
            refusal(feed -> {
                try (var pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1))) {
                    while (feed.hasNext()) {
                        var message = feed.next();
                        pool.execute(() -> feed.handle(message));
                    }
                }
            }));
    }

    @Test
    void whatTheMethodThrowsComesOut() {
        assertEquals("mine", refusal(_ -> {
            throw new IllegalStateException("mine");
        }));
    }

    private static String refusal(Feed.Handler handler) {
        return assertThrows(IllegalStateException.class, () -> Feed.prove(5, handler)).getMessage();
    }
}
