package memorytax.child.kit;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Requests that are read into a buffer, which may have been used before.
class BatchTest {
    private static final int MANY = 500;

    @Test
    void theSumOfARequestIsItsAnswer() throws Exception {
        var buffer = new byte[Batch.LONGEST];
        assertEquals("a batch of 500 requests", Batch.prove(MANY, batch -> {
            for (int i = 0; i < batch.requests(); i++) batch.answer(i, sum(buffer, batch.read(i, buffer)));
        }).toString());
    }

    /// As long as each request has a new one, nobody notices.
    @Test
    void theEndOfALongRequestIsStillThereWhenAShortOneComes() throws Exception {
        Batch.prove(MANY, batch -> {
            for (int i = 0; i < batch.requests(); i++) {
                var buffer = new byte[Batch.LONGEST];
                batch.read(i, buffer);
                batch.answer(i, sum(buffer, buffer.length));
            }
        });
        var buffer = new byte[Batch.LONGEST];
        var says = refusal(batch -> {
            for (int i = 0; i < batch.requests(); i++) {
                batch.read(i, buffer);
                batch.answer(i, sum(buffer, buffer.length));
            }
        });
        assertTrue(says.matches("request \\d+ was answered with -?[\\d,]+ instead of -?[\\d,]+"), says);
    }

    @Test
    void tellsACheat() {
        assertEquals("request 0 was answered but never read", refusal(batch -> batch.answer(0, 0)));
        assertEquals("request 0 of 100 was never answered", refusal(batch -> batch.read(0, new byte[Batch.LONGEST])));
        assertEquals("a buffer has 100 bytes, and the longest request has 16,384",
            refusal(batch -> batch.read(0, new byte[100])));
        assertEquals("request 0 was answered twice", refusal(batch -> {
            var buffer = new byte[Batch.LONGEST];
            long answer = sum(buffer, batch.read(0, buffer));
            batch.answer(0, answer);
            batch.answer(0, answer);
        }));
    }

    private static String refusal(Batch.Handler handler) {
        return assertThrows(IllegalStateException.class, () -> Batch.prove(MANY, handler)).getMessage();
    }

    private static long sum(byte[] of, int length) {
        long sum = 0;
        for (int i = 0; i < length; i++) sum += of[i];
        return sum;
    }
}
