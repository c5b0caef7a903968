package memorytax.scale;

import memorytax.fork.Words;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One weighed process and its life: started, spoken to, ended. It is never trusted and never outlives us.
final class Fork implements AutoCloseable {
    private static final Set<Fork> ALIVE = ConcurrentHashMap.newKeySet();

    static {
        // Ctrl-C and SIGTERM come this way; after a SIGKILL the child notices that its stdin has closed
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(Fork::kill)));
    }

    private final Process process;
    private final Ears ears;

    private Fork(Process process) {
        this.process = process;
        this.ears = new Ears(process);
        ALIVE.add(this);
    }

    static Fork start(Launch launch) throws Died {
        var builder = new ProcessBuilder(launch.command());
        var environment = builder.environment();
        // options meant for the parent would change the JVM that is weighed
        environment.keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        environment.putAll(launch.environment());
        try {
            return new Fork(builder.start());
        } catch (IOException e) {
            throw new Died("could not be started: " + e.getMessage());
        }
    }

    long pid() {
        return process.pid();
    }

    void send(Words words) throws Died {
        try {
            process.getOutputStream().write((words + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw died("stopped listening");
        }
    }

    /// Waits for the child to say `verb`. In the meantime `look` is called as often as `every` says, and `mark` hears
    /// each `MARK`.
    Words expect(String verb, Duration deadline, Duration every, Runnable look, Consumer<Words> mark) throws Died {
        long end = System.nanoTime() + deadline.toNanos();
        while (System.nanoTime() < end) {
            var words = ears.next(every.toMillis());
            if (Thread.currentThread().isInterrupted()) throw new Died("was interrupted");
            if (words.isEmpty()) {
                if (ears.deaf()) throw died("ended");
                look.run();
            } else if (words.get().verb().equals("FAILED")) {
                throw new Died(words.get().text("reason"));
            } else if (words.get().verb().equals("MARK")) {
                mark.accept(words.get());
            } else if (words.get().verb().equals(verb)) {
                return words.get();
            }
        }
        throw new Died("said nothing for " + deadline.toSeconds() + " s" + ears.lastWords());
    }

    Words expect(String verb, Duration deadline) throws Died {
        return expect(verb, deadline, Duration.ofMillis(100), () -> {
        }, _ -> {
        });
    }

    /// What became of a child that went away, in a reader's words.
    Died died(String otherwise) {
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) return new Died(otherwise + ears.lastWords());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int code = process.exitValue();
        var how = code > 128 && code < 160 ? "was killed (signal " + (code - 128) + (code == 137 ? ", often for want of memory)" : ")")
            : "ended by itself (exit code " + code + ")";
        return new Died(how + ears.lastWords());
    }

    /// Asks it to go, and makes sure.
    @Override
    public void close() {
        try {
            send(Words.of("EXIT"));
            process.waitFor(500, TimeUnit.MILLISECONDS);
        } catch (Died | InterruptedException e) {
            if (e instanceof InterruptedException) Thread.currentThread().interrupt();
        } finally {
            kill();
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        ALIVE.remove(this);
    }
}
