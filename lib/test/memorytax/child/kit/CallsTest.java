package memorytax.child.kit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// Calls with a patience: whoever has none too early, or none at all, is found out.
@Timeout(600)
class CallsTest {
    private static final int MANY = 50;

    @Test
    void whoGivesUpInTimeAndNotBeforeIsRight() throws Exception {
        try (var timer = Executors.newScheduledThreadPool(1)) {
            assertEquals("50 calls, all answered", Calls.of(MANY, calls -> calls.each(call -> {
                var timeout = schedule(timer, call);
                call.whenAnswered(() -> timeout.cancel(false));
            })).toString());
            timer.shutdownNow();
        }
        assertEquals("50 calls, all answered", Calls.of(MANY, calls -> calls.each(call -> {
            var answer = new CompletableFuture<Void>().orTimeout(call.patience(), TimeUnit.MILLISECONDS);
            answer.exceptionally(e -> {
                if (e instanceof TimeoutException) call.giveUp();
                return null;
            });
            call.whenAnswered(() -> answer.complete(null));
        })).toString());
    }

    private static Future<?> schedule(ScheduledExecutorService timer, Calls.Call call) {
        return timer.schedule(call::giveUp, call.patience(), TimeUnit.MILLISECONDS);
    }

    @Test
    void tellsACheat() {
        assertEquals("20 of 20 calls have no answer yet, and no timeout references them",
            refusal(calls -> calls.each(_ -> { })));
        var some = new ArrayList<Calls.Call>();
        assertEquals("20 of 20 calls have no answer, and were not given up after 20 ms",
            refusal(calls -> calls.each(some::add)));
        assertEquals("call 0 was given up after 0 ms, and it may take 3,600,000 ms",
            refusal(calls -> calls.each(Calls.Call::giveUp)).replaceFirst("after \\d+ ms", "after 0 ms"));
        assertEquals("call 0 was given up although it was answered",
            refusal(calls -> calls.each(call -> call.whenAnswered(call::giveUp))));
        assertEquals("the method has not called calls.each()", refusal(_ -> { }));
    }

    private static String refusal(Calls.Begin begin) {
        return assertThrows(IllegalStateException.class, () -> Calls.of(MANY, begin)).getMessage();
    }
}
