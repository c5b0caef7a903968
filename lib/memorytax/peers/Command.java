package memorytax.peers;

import memorytax.measure.process.Linux;
import memorytax.measure.process.Starting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A short-lived command, with a deadline.
///
/// @param environment all of it
/// @param folder      where it runs
public record Command(List<String> words, Map<String, String> environment, Path folder, Duration deadline) {
    /// What it said, and whether all went well.
    ///
    /// @param ok   it ended in time and with exit code 0
    /// @param text what it wrote to both its streams
    public record Answer(boolean ok, String text) {
        /// The first line that says something; `# package` is how the Go compiler begins.
        public String firstLine() {
            return text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst().orElse("it said nothing");
        }

        /// The last line that says something.
        String lastLine() {
            return text.lines().map(String::strip).filter(line -> !line.isEmpty()).reduce((_, last) -> last)
                .orElse("it said nothing");
        }
    }

    /// The same with one more variable; none of that name where its value is empty.
    Command with(String variable, String value) {
        var all = new TreeMap<>(environment);
        if (value.isEmpty()) all.remove(variable);
        else all.put(variable, value);
        return new Command(words, all, folder, deadline);
    }

    /// Runs it to its end, with nothing to read; an answer that is not ok says in its text why.
    public Answer run() throws InterruptedException {
        Process process;
        try {
            var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(environment);
            process = Starting.of(builder);
            Linux.endsBeforeUs(process.pid()); // a compiler takes much
            process.getOutputStream().close();
        } catch (IOException e) {
            return new Answer(false, e.getMessage());
        }
        var text = CompletableFuture.supplyAsync(() -> drain(process), task -> Thread.ofVirtual().start(task));
        try {
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS))
                return new Answer(false, "it did not answer within %d s".formatted(deadline.toSeconds()));
            // a grandchild may keep the pipe open after the command has ended
            return new Answer(process.exitValue() == 0, text.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return new Answer(false, "its output cannot be read");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String drain(Process process) {
        try (var in = process.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
