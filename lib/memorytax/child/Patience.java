package memorytax.child;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/// Waits for tasks, and gives up when nothing happens any more. Patience is counted in looks and not in seconds: a
/// machine that stands still takes no look, and where threads wait for a core, a look lasts until one has come and
/// gone.
public final class Patience {
    /// Looks without a pause, with a short one, and then with a long one.
    private static final int AT_ONCE = 200, SOON = 100, LATER = 400;
    /// From this long look on a thread comes and goes. Before, a load is full that is weighed, and has no such thread.
    private static final int UNUSUAL = 20;
    private static final long SHORT = 100_000, LONG = 5_000_000;
    /// A new thread that has not come by then is kept away by others, and that look is over.
    private static final Duration COMES = Duration.ofMillis(100);

    private Patience() {
    }

    /// Returns once it is `so`; or false when it is not, and `progress` has stayed the same for 400 looks of 5 to
    /// 105 ms.
    ///
    /// @throws IllegalStateException when it is interrupted
    public static boolean until(BooleanSupplier so, IntSupplier progress) {
        for (int look = 0; look < AT_ONCE; look++) {
            if (so.getAsBoolean()) return true;
            Thread.yield();
        }
        for (int look = 0; look < SOON; look++) {
            if (so.getAsBoolean()) return true;
            LockSupport.parkNanos(SHORT);
        }
        int before = progress.getAsInt();
        for (int look = 0; look < LATER; look++) {
            if (so.getAsBoolean()) return true;
            pause(look >= UNUSUAL);
            if (progress.getAsInt() != before) look = 0;
            before = progress.getAsInt();
        }
        return so.getAsBoolean();
    }

    private static void pause(boolean unusual) {
        LockSupport.parkNanos(LONG);
        if (!unusual) return;
        try {
            Thread.startVirtualThread(() -> { }).join(COMES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted");
        }
    }
}
