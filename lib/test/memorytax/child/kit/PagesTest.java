package memorytax.child.kit;

import memorytax.Weighs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Two tasks with a queue between them: who is left when the other one has ended.
@Weighs
@Timeout(600)
class PagesTest {
    private static final int MANY = 8;

    /// Of eight requests two meet a page that cannot be read.
    @Test
    void theProducerIsLeftWhenThePageIsFoundAndTheConsumerIsStuckWhereNoneComes() {
        assertEquals("[6, 2]", left((pages, request) -> {
            var ahead = new ArrayBlockingQueue<String>(2);
            produce(pages, request, ahead);
            return consume(pages, request, ahead);
        }));
    }

    @Test
    void onlyTheProducerIsInterrupted() {
        assertEquals("[0, 2]", left((pages, request) -> {
            var ahead = new ArrayBlockingQueue<String>(2);
            var producer = produce(pages, request, ahead);
            try {
                return consume(pages, request, ahead);
            } finally {
                producer.interrupt();
            }
        }));
    }

    @Test
    void whicheverEndsFirstTheOtherOneIsEnded() {
        assertEquals("[0, 0]", left((pages, request) -> {
            var ahead = new ArrayBlockingQueue<String>(2);
            try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
                var ended = new ExecutorCompletionService<String>(tasks);
                ended.submit(() -> {
                    while (true) ahead.put(pages.next(request));
                });
                ended.submit(() -> consume(pages, request, ahead));
                try {
                    return ended.take().get();
                } finally {
                    tasks.shutdownNow();
                }
            }
        }));
    }

    @Test
    void oneTaskIsNotTwo() {
        assertEquals("the pages of request N were read and looked at by one task: the exercise is about two",
            refusal((pages, request) -> {
                for (var page = pages.next(request); ; page = pages.next(request))
                    if (pages.isWanted(request, page)) return page;
            }));
    }

    @Test
    void whoReadsOnAndOnIsStopped() {
        assertEquals("request N has read 1,000 pages ahead, and nothing stops it", refusal((pages, request) -> {
            var ahead = new LinkedBlockingQueue<String>();
            var producer = produce(pages, request, ahead);
            producer.join(); // it ends with a complaint, or with a page that cannot be read
            return consume(pages, request, ahead);
        }));
    }

    @Test
    void tellsACheat() {
        assertEquals("request N was answered with \"page 4\" before the wanted page was looked at",
            refusal((_, _) -> "page 4"));
        var answered = refusal((pages, request) -> {
            var ahead = new ArrayBlockingQueue<String>(2);
            var producer = produce(pages, request, ahead);
            try {
                return consume(pages, request, ahead) + "!";
            } finally {
                producer.interrupt();
            }
        });
        assertTrue(answered.matches("request N was answered with \"(page \\d+ of request N)!\" instead of \"\\1\""),
            answered);
        assertEquals("\"page 0 of request N\" was looked at, and nobody has read it",
            refusal((pages, request) -> "" + pages.isWanted(request, "page 0 of request " + request)));
        var skipped = refusal((pages, request) -> {
            var first = new ArrayBlockingQueue<String>(1);
            Thread.startVirtualThread(() -> skip(pages, request, first));
            return "" + pages.isWanted(request, first.take());
        });
        assertEquals("\"page 1 of request N\" was looked at when \"page 0 of request N\" was the next one", skipped);
        assertEquals("request N ended with java.lang.IllegalStateException: mine", refusal((_, _) -> {
            throw new IllegalStateException("mine");
        }));
    }

    private static void skip(Pages pages, int request, BlockingQueue<String> to) {
        try {
            pages.next(request);
            to.add(pages.next(request));
        } catch (IOException e) {
            // none of the first two
        }
    }

    private static String left(Pages.Handler handler) {
        return Arrays.toString(Pages.left(MANY, handler));
    }

    /// Whichever request it is that is found out first.
    private static String refusal(Pages.Handler handler) {
        return assertThrows(IllegalStateException.class, () -> Pages.left(MANY, handler)).getMessage()
            .replaceAll("request \\d+", "request N");
    }

    private static Thread produce(Pages pages, int request, BlockingQueue<String> ahead) {
        return Thread.startVirtualThread(() -> {
            try {
                while (true) ahead.put(pages.next(request));
            } catch (IOException | InterruptedException | IllegalStateException e) {
                // no further page, or told to end
            }
        });
    }

    private static String consume(Pages pages, int request, BlockingQueue<String> ahead) throws InterruptedException {
        var page = ahead.take();
        while (!pages.isWanted(request, page)) page = ahead.take();
        return page;
    }
}
