package memorytax.child.kit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// Jobs that somebody else has written are believed only what they did.
@Timeout(600)
class BurstTest {
    private static Object run(int jobs, int held, int waits) throws InterruptedException {
        return Burst.of(jobs, 100, 2, burst -> {
            for (int i = 0; i < burst.jobs(); i++)
                Thread.startVirtualThread(() -> {
                    burst.begins();
                    burst.waits(waits);
                    burst.ends(new byte[held]);
                });
        });
    }

    @Test
    void isDoneWhenAllJobsHaveEnded() throws Exception {
        assertEquals("done", run(50, 100, 2));
    }

    @Test
    void doesNotBelieveAJobThatHeldTooLittleOrDidNotWait() {
        assertEquals("the jobs held 297 bytes together, and 300 are required",
            assertThrows(IllegalStateException.class, () -> run(3, 99, 2)).getMessage());
        assertEquals("the jobs waited 3 ms together, and 6 are required",
            assertThrows(IllegalStateException.class, () -> run(3, 100, 1)).getMessage());
    }

    @Test
    void doesNotBelieveJobsThatNeverBegan() {
        assertEquals("only 0 of 3 jobs called begins()",
            assertThrows(IllegalStateException.class, () -> Burst.of(3, 100, 2, burst -> {
                for (int i = 0; i < burst.jobs(); i++) {
                    burst.waits(2);
                    burst.ends(new byte[100]);
                }
            })).getMessage());
    }
}
