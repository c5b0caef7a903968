package memorytax.peers;

import memorytax.measure.process.Launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A child and its parent's side of the talk, for tests. Every wait ends after half a minute with an error.
final class Conversation implements AutoCloseable {
    private static final int SECONDS = 180;
    private static final String END = "(end of its output)";
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> heard = new ArrayList<>();
    private final Process process;

    Conversation(Launch launch) throws IOException {
        var builder = new ProcessBuilder(launch.command()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(launch.environment());
        process = builder.start();
        Thread.ofVirtual().start(() -> {
            try (var in = process.inputReader(StandardCharsets.UTF_8)) {
                in.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                // the child was killed
            }
            lines.add(END);
        });
    }

    Conversation say(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return this;
    }

    /// The next line, whatever it is.
    String next() throws InterruptedException {
        String line = lines.poll(SECONDS, TimeUnit.SECONDS);
        heard.add(line);
        if (line == null || line.equals(END)) throw new AssertionError("only heard " + heard);
        return line;
    }

    /// Whether it says nothing for a while. One that does not wait for an answer would long have gone on.
    boolean isSilent() throws InterruptedException {
        return lines.poll(500, TimeUnit.MILLISECONDS) == null;
    }

    /// What comes after `KEY=` in a line, as a number.
    static double number(String line, String key) {
        for (String word : line.split(" "))
            if (word.startsWith(key + "=")) return Double.parseDouble(word.substring(key.length() + 1));
        throw new AssertionError("no " + key + " in: " + line);
    }

    Conversation closeStdin() throws IOException {
        process.getOutputStream().close();
        return this;
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) throw new AssertionError("still runs, after " + heard);
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
