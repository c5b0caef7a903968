package memorytax.measure.process;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/// Starts a process whose file may have been written a moment ago. Linux refuses that (`Text file busy`) as long as
/// anybody has the file open for writing, and a process that was started meanwhile has it open until it runs its own
/// program.
public final class Starting {
    private static final String BUSY = "Text file busy";
    private static final int TRIES = 100;
    private static final long BETWEEN = 20_000_000;

    private Starting() {
    }

    /// What is built so, once it can be started.
    ///
    /// @throws IOException when it cannot be started for another reason, or the file stays open for two seconds
    public static Process of(ProcessBuilder builder) throws IOException {
        for (int tried = 1; ; tried++) {
            try {
                return builder.start();
            } catch (IOException e) {
                if (tried == TRIES || !String.valueOf(e.getMessage()).contains(BUSY)) throw e;
                LockSupport.parkNanos(BETWEEN);
            }
        }
    }
}
