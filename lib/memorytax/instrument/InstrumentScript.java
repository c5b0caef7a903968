package memorytax.instrument;

import memorytax.measure.plan.Progress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program that weighs, and says line by line what it does and what it found. It ends when this process does.
final class InstrumentScript implements AutoCloseable {
    private static final List<String> FILES = List.of("weigh.sh", "waiting.go", "waiting.py", "Waiting.java");
    private final Process process;
    private final BufferedReader out;
    private final Path errors;
    private final Thread hook = new Thread(this::end);
    private final long began = System.nanoTime();
    private Optional<Path> folder = Optional.empty();
    private int told;

    private InstrumentScript(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        out = process.inputReader(StandardCharsets.UTF_8);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// That of `lib/instruments`, laid out in a folder of its own.
    ///
    /// @param programs its variables `GO`, `PYTHON` and `JAVA`, empty where there is none
    static InstrumentScript weigh(Map<String, String> programs, List<String> words) {
        try {
            var folder = Files.createTempDirectory("memory-tax-");
            for (var file : FILES)
                try (var text = InstrumentScript.class.getResourceAsStream("/instruments/" + file)) {
                    if (text == null) throw new IOException("the library's file instruments/" + file + " is missing");
                    Files.copy(text, folder.resolve(file));
                }
            var command = Stream.concat(Stream.of("sh", FILES.getFirst()), words.stream()).toList();
            var script = of(folder, programs, command);
            script.folder = Optional.of(folder);
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InstrumentScript of(Path folder, Map<String, String> environment, List<String> command) {
        try {
            var errors = Files.createTempFile("memory-tax-", ".txt");
            var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            return new InstrumentScript(process, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The next line; null when there is none any more.
    String line() {
        try {
            return out.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What it does now, one of so many things, with the time that the others will take.
    void tells(Progress progress, String what, int points) {
        var each = told == 0 ? Optional.<Duration>empty()
            : Optional.of(Duration.ofNanos((System.nanoTime() - began) / told * (points - told)));
        progress.point(what, Math.min(told++, points - 1), points, each);
    }

    /// Why it has not come to its end; empty when it has.
    String failure() {
        try {
            int code = process.waitFor();
            if (code == 0) return "";
            var last = Files.readString(errors).lines().filter(line -> !line.isBlank()).reduce("", (_, line) -> line);
            return "exit code " + code + (last.isEmpty() ? "" : ": " + last.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the run was interrupted";
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // this process is about to end
        }
    }

    private void end() {
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        process.destroy(); // it ends what it has started
        process.onExit().completeOnTimeout(process, 2, TimeUnit.SECONDS).join();
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            Files.deleteIfExists(errors);
            if (folder.isPresent()) for (var file : FILES) Files.deleteIfExists(folder.get().resolve(file));
            if (folder.isPresent()) Files.deleteIfExists(folder.get());
        } catch (IOException e) {
            // it stays, among other temporary files
        }
    }
}
