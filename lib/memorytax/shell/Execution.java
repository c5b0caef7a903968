package memorytax.shell;

import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Runs what is typed in this JVM. The class of the JDK runs it on a thread of its own, and makes every loop look
/// whether it is to go on, so that an endless one can be stopped.
final class Execution extends LocalExecutionControl {
    private final ReentrantLock lock;
    private final BooleanSupplier stopped;

    /// @param lock    that whoever uses the shell holds: it is free while code runs, which may take minutes, so that
    ///                somebody else can ask meanwhile how a word goes on
    /// @param stopped whether nothing is to be run any more
    private Execution(ReentrantLock lock, BooleanSupplier stopped) {
        this.lock = lock;
        this.stopped = stopped;
    }

    static ExecutionControlProvider with(ReentrantLock lock, BooleanSupplier stopped) {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "workbook";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
                return new Execution(lock, stopped);
            }
        };
    }

    @Override
    public String invoke(String type, String method) throws RunException, InternalException,
        EngineTerminationException {
        if (stopped.getAsBoolean()) throw new StoppedException();
        lock.unlock();
        try {
            return super.invoke(type, method);
        } finally {
            lock.lock();
        }
    }
}
