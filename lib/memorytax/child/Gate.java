package memorytax.child;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Where the tasks of a load wait. A task says [#here()] from inside, then [#await()]s a signal that
/// does not come before the gate is closed: the same kind of idle as `<-done` in Go and
/// `await done.wait()` in Python.
public final class Gate implements AutoCloseable {
    /// The call that is asked for where tasks are silent.
    public static final String HERE = "gate.here()";
    /// The same in Erlang.
    private static final String HERE_IN_ERLANG = "gate:here()";
    private final int tasks;
    private final CountDownLatch running;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch ended;

    /// Whether a program has failed because its tasks never said that they are there.
    public static boolean isAskedFor(String reason) {
        return reason.contains(HERE) || reason.contains(HERE_IN_ERLANG);
    }

    /// @param tasks how many tasks will wait here
    public Gate(int tasks) {
        this.tasks = tasks;
        running = new CountDownLatch(tasks);
        ended = new CountDownLatch(tasks);
    }

    /// Said by a task, from inside: I run, and next I wait.
    public void here() {
        running.countDown();
    }

    /// Waits until the gate is closed by the scale.
    public void await() {
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    /// Returns once every task has said that it is here. A load that says so in time is not looked at: it is weighed.
    ///
    /// @throws IllegalStateException when nothing happens any more, and says where the tasks stand; for the reader
    public Gate full() throws InterruptedException {
        for (var silence = new Silence(tasks); !running.await(1, TimeUnit.SECONDS); ) {
            var lines = silence.look(running.getCount());
            if (lines.isPresent()) throw new IllegalStateException(String.format(Locale.ROOT, "%,d of %,d tasks have "
                + "called %s, and nothing happens any more; %s. Each task must call %3$s before it waits",
                tasks - running.getCount(), tasks, HERE, lines.get().said()));
        }
        return this;
    }

    /// What the scale said besides the number of tasks: `gate.number("depth")` after `LOAD tasks=5000 depth=100`.
    public long number(String key) {
        return Child.number(key);
    }

    /// Whether the load only runs so that the JIT compiles it, and is not weighed yet.
    public boolean warmsUp() {
        return Child.warmsUp();
    }

    /// Has the scale note down under this name what this process takes now, and returns when the scale has done so.
    public static void weigh(String name) throws InterruptedException {
        Child.weigh(name);
    }

    /// Tells the scale figures that only this process can know: `Gate.tell("first call", "ns", 1_520)`. Blanks of the
    /// name arrive as blanks.
    public static void tell(String name, Object... figures) {
        Child.mark(name, figures);
    }

    /// What a load tells of many times, which have outliers.
    public static long median(long... times) {
        return Math.round(Median.of(times));
    }

    /// Lets every task go, and returns when the last one has left.
    @Override
    public void close() throws InterruptedException {
        opened.countDown();
        ended.await();
    }

    /// How many are still awaited: `all tasks wait`.
    @Override
    public String toString() {
        return opened.getCount() == 0 ? "a gate: it is open" : running.getCount() == 0 ? "a gate: all tasks wait"
            : "a gate: " + running.getCount() + " tasks have not arrived";
    }
}
