package memorytax.child.kit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A buffer that another thread still reads: who gives it back, and when.
@Timeout(600)
class RelayTest {
    private static final int MANY = 400;

    /// A way to forward, and what comes of it.
    record Way(String counts, Relay.Handler handler) {
        @Override
        public String toString() {
            return counts;
        }
    }

    private static Stream<Way> ways() {
        return Stream.of(
            new Way("0 lost, 0 returned twice, 0 sent wrong", RelayTest::handedOn),
            new Way("0 lost, 0 returned twice, 0 sent wrong", RelayTest::waited),
            new Way("0 lost, 0 returned twice, [1-9]\\d* sent wrong", (relay, i) -> {
                var buffer = relay.borrow();
                try {
                    send(relay, i, buffer, () -> { });
                } finally {
                    relay.giveBack(buffer);
                }
            }),
            new Way("[1-9]\\d* lost, 0 returned twice, 0 sent wrong", (relay, i) -> {
                var buffer = relay.borrow();
                send(relay, i, buffer, () -> relay.giveBack(buffer));
            }),
            new Way("\\d+ lost, [1-9]\\d* returned twice, [1-9]\\d* sent wrong", (relay, i) -> {
                var buffer = relay.borrow();
                try {
                    send(relay, i, buffer, () -> relay.giveBack(buffer));
                } finally {
                    relay.giveBack(buffer);
                }
            }));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void countsWhatComesBackAndWhatIsSent(Way way) throws Exception {
        var says = Relay.prove(MANY, way.handler).toString();
        assertTrue(says.matches("a relay: " + way.counts), says);
    }

    private static void handedOn(Relay relay, int request) throws IOException {
        var buffer = relay.borrow();
        boolean handedOn = false;
        try {
            handedOn = send(relay, request, buffer, () -> relay.giveBack(buffer));
        } finally {
            if (!handedOn) relay.giveBack(buffer);
        }
    }

    /// The last user is the method again.
    private static void waited(Relay relay, int request) throws IOException {
        var buffer = relay.borrow();
        var sent = new CountDownLatch(1);
        try {
            if (send(relay, request, buffer, sent::countDown)) sent.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            relay.giveBack(buffer);
        }
    }

    private static boolean send(Relay relay, int request, byte[] buffer, Runnable whenSent) throws IOException {
        int length = relay.read(request, buffer);
        if (length > 0) relay.send(buffer, length, whenSent);
        return length > 0;
    }

    @Test
    void tellsACheat() {
        assertMatches("request \\d+ was never read", (_, _) -> { });
        assertMatches("request \\d+ was read but never sent", (relay, i) -> {
            var buffer = relay.borrow();
            relay.read(i, buffer);
            relay.giveBack(buffer);
        });
        assertMatches("request \\d+ (was refused|hung up), but the caller of forward did not see the exception",
            (relay, i) -> {
                try {
                    handedOn(relay, i);
                } catch (IOException e) {
                    // kept
                }
            });
        assertMatches("request \\d+ was read into a buffer that is not the pool's",
            (relay, i) -> send(relay, i, new byte[256], () -> { }));
        assertMatches("request \\d+ was sent from a buffer that is not the pool's", (relay, i) -> {
            var buffer = relay.borrow();
            try {
                int length = relay.read(i, buffer);
                if (length > 0) relay.send(buffer.clone(), length, () -> { });
            } finally {
                relay.giveBack(buffer);
            }
        });
        assertMatches("request \\d+ has \\d+ bytes, and 0 were sent", (relay, i) -> {
            var buffer = relay.borrow();
            if (relay.read(i, buffer) > 0) relay.send(buffer, 0, () -> { });
        });
        assertMatches("the callback of request \\d+ ended with java.lang.IllegalStateException: mine", (relay, i) -> {
            var buffer = relay.borrow();
            send(relay, i, buffer, () -> {
                throw new IllegalStateException("mine");
            });
        });
    }

    private static void assertMatches(String says, Relay.Handler handler) {
        var e = assertThrows(IllegalStateException.class, () -> Relay.prove(MANY, handler));
        assertTrue(e.getMessage().matches(says), e.getMessage());
    }

    @Test
    void whatComesBackOnlyInTheEndComesTooLate() {
        var kept = new ConcurrentLinkedQueue<byte[]>();
        var asked = new AtomicInteger();
        var says = "\\d+ buffers were out at one time: give a buffer back as soon as it has been sent";
        assertMatches(says, (relay, i) -> {
            var buffer = relay.borrow();
            kept.add(buffer);
            try {
                send(relay, i, buffer, () -> { });
            } finally {
                if (asked.incrementAndGet() == MANY) kept.forEach(relay::giveBack);
            }
        });
    }

    @Test
    void everyProcessHasTheSameRequests() throws Exception {
        assertEquals(lost(), lost());
    }

    /// Where nothing comes back.
    private static String lost() throws Exception {
        return Relay.prove(MANY, (relay, i) -> send(relay, i, relay.borrow(), () -> { })).toString();
    }
}
