package memorytax.fork;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// Jobs that somebody else has written are believed only what they did.
@Timeout(30)
class BurstTest {
    private static void run(Burst burst, int jobs, Object held, int millis) {
        for (int i = 0; i < jobs; i++)
            Thread.startVirtualThread(() -> {
                burst.begins();
                burst.waits(millis);
                burst.ends(held);
            });
    }

    @Test
    void isDoneWhenAllJobsHaveEnded() throws Exception {
        var burst = new Burst(50);
        run(burst, 50, new byte[100], 2);
        assertEquals("done", burst.proven(100, 2));
    }

    @Test
    void doesNotBelieveAJobThatHeldTooLittleOrDidNotWait() {
        var little = new Burst(3);
        run(little, 3, new byte[99], 2);
        assertEquals("the jobs held 297 bytes together, and 300 were asked",
            assertThrows(IllegalStateException.class, () -> little.proven(100, 2)).getMessage());
        var soon = new Burst(3);
        run(soon, 3, new byte[100], 1);
        assertEquals("the jobs waited 3 ms together, and 6 were asked",
            assertThrows(IllegalStateException.class, () -> soon.proven(100, 2)).getMessage());
    }
}
