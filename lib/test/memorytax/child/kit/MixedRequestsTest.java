package memorytax.child.kit;

import memorytax.Weighs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.Executors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The exercise of small requests behind long ones: what counts as late, and which way out is none.
@Weighs
@Timeout(600)
class MixedRequestsTest {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors(), LONG = 3 * PROCESSORS;

    private static MixedRequests pooled(int threads) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            return MixedRequests.served(200, requests -> {
                for (var one = requests.next(); one != null; one = requests.next())
                    if (one.isLong()) pool.execute(one);
                    else Thread.startVirtualThread(one);
            });
        }
    }

    @Test
    void aPoolForLongOnesLetsSmallOnesThrough() throws Exception {
        var all = pooled(PROCESSORS);
        assertEquals(0, all.late(), all.toString());
        assertEquals(PROCESSORS, all.atOnce());
        assertTrue(pooled(LONG).atOnce() > PROCESSORS, "nothing bounds them");
    }

    @Test
    void whoHoldsLongOnesBackNeverSeesASmallOne() {
        assertEquals("the small requests come when %d long ones run at the same time, and only 0 ran"
            .formatted(PROCESSORS), refused(requests -> {
                while (requests.next() != null) Thread.onSpinWait();
            }));
    }

    @Test
    void aRequestRunsOnceAndASmallOneOnAVirtualThread() {
        var platform = refused(requests -> {
            for (var one = requests.next(); one != null; one = requests.next()) Thread.ofPlatform().start(one);
        });
        assertTrue(platform.matches("request \\d+ is small and ran on a platform thread; small requests have to run on "
            + "virtual threads"), platform);
        var twice = refused(requests -> {
            for (var one = requests.next(); one != null; one = requests.next()) {
                Thread.ofPlatform().start(one);
                Thread.ofPlatform().start(one);
            }
        });
        assertTrue(twice.matches("request \\d+ ran twice"), twice);
    }

    @Test
    void whatDidNotRunIsCounted() {
        assertEquals("3 of %d requests never ran".formatted(LONG + 5), refused(requests -> {
            for (int i = 0; i < LONG; i++) Thread.ofPlatform().start(requests.next());
            for (int i = 0; i < 2; i++) Thread.startVirtualThread(requests.next());
        }));
    }

    private static String refused(MixedRequests.Server server) {
        return assertThrows(IllegalStateException.class, () -> MixedRequests.served(5, server)).getMessage();
    }
}
