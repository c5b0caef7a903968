package memorytax.measure.process;

import memorytax.child.ClientProgram;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The process that holds the clients of servers that are weighed. It is not weighed itself.
public final class ClientProcess implements AutoCloseable {
    private final Process process;
    private final String port;
    private final LoopbackKey key;

    private ClientProcess(Process process, String port, LoopbackKey key) {
        this.process = process;
        this.port = port;
        this.key = key;
    }

    /// Does something with what servers have to be told, while the process is there; without one, with nothing.
    public static <T> T with(boolean clients, Function<Map<String, String>, T> work) {
        if (!clients) return work.apply(Map.of());
        try (var process = start()) {
            return work.apply(process.told());
        }
    }

    /// Starts it, and returns when servers can ask for their clients.
    ///
    /// @throws UncheckedIOException when it cannot be started
    private static ClientProcess start() {
        try {
            var key = LoopbackKey.ofThisRun();
            var process = new ProcessBuilder(List.of(Jvm.JAVA, Jvm.NO_REPORT, "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp",
                Jvm.home(ClientProgram.class), ClientProgram.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            Linux.endsBeforeUs(process.pid());
            var port = new BufferedReader(new InputStreamReader(process.getInputStream())).readLine();
            if (port == null) throw new IOException("the process for the clients has ended at once");
            return new ClientProcess(process, port, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a server has to be told: where it asks for its clients, and where its key is.
    private Map<String, String> told() {
        return Map.of(ClientProgram.PORT, port, ClientProgram.KEYS, key.folder().toString());
    }

    /// Ends it: it also ends by itself when this process does.
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
