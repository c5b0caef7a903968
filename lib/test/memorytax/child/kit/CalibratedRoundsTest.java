package memorytax.child.kit;

import memorytax.Weighs;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// How many operations make a round is found by the operations, and by the fastest of a few trials.
@Weighs
class CalibratedRoundsTest {
    private static final long ROUND = 30_000_000, EACH = 20_000;

    private static void busy(long nanos) {
        for (long end = System.nanoTime() + nanos, left; (left = end - System.nanoTime()) > 0; )
            LockSupport.parkNanos(left);
    }

    /// An operation takes 20 µs here and never less, so that no more than 1,500 go into 30 ms. Every first trial is
    /// held up: taken for the truth, the very first would give fifty.
    @Test
    void aTrialThatIsHeldUpDoesNotCount() throws Exception {
        var tried = new ArrayList<Integer>();
        int count = CalibratedRounds.count(ROUND, times -> {
            boolean first = !tried.contains(times);
            tried.add(times);
            busy(EACH * times + (first ? ROUND : 0));
        });
        assertTrue(count <= ROUND / EACH && count >= 150, count + " after " + tried);
        assertEquals(0, count % 50);
        assertEquals(List.of(50, 50, 50, 100), tried.subList(0, 4));
    }

    @Test
    void anOperationThatTakesLongIsDoneFiftyTimesAllTheSame() throws Exception {
        assertEquals(50, CalibratedRounds.count(ROUND, times -> busy(ROUND)));
    }
}
