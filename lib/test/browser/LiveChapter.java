package browser;

import memorytax.Built;
import memorytax.House;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter that is served live out of a folder of its own, where its file lies to be edited.
///
/// @param address with the token, as a reader opens it
record LiveChapter(Path folder, Path file, Process process, String address) implements AutoCloseable {
    private static final Pattern LIVE = Pattern.compile(".* is live at (http://127\\.0\\.0\\.1:\\d+/#\\w+)  .*");

    /// The fixture that has something of every kind, and little to weigh.
    static LiveChapter small() throws IOException {
        return of(House.root().resolve("lib/test/fixtures/stepping.java"), "--forks", "1", "--no-ahead");
    }

    static LiveChapter of(Path chapter, String... options) throws IOException {
        var folder = Files.createTempDirectory("memory-tax-live-");
        var file = Files.copy(chapter, folder.resolve(chapter.getFileName()));
        var args = new ArrayList<>(List.of("--live"));
        args.addAll(List.of(options));
        var builder = new ProcessBuilder(Built.of(chapter).command(chapter, List.of(), args))
            .directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY")); // it opens no window
        var process = builder.start();
        process.getOutputStream().close();
        var out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
        var line = new BufferedReader(out).readLine();
        var found = LIVE.matcher(String.valueOf(line));
        assertTrue(found.matches(), line);
        return new LiveChapter(folder, file, process, found.group(1));
    }

    /// `http://127.0.0.1:40123`
    String host() {
        return address.substring(0, address.indexOf("/#"));
    }

    String source() throws IOException {
        return Files.readString(file);
    }

    /// Saves the file with something in it replaced, as another editor does.
    void save(String from, String to) throws IOException {
        var source = source();
        assertTrue(source.contains(from), from);
        Files.writeString(file, source.replace(from, to));
    }

    /// Waits until the file has that in it.
    void awaitSource(String text) throws IOException {
        while (!source().contains(text)) pause();
    }

    /// Waits until nothing is weighed any more.
    void awaitRest() {
        while (process.descendants().findAny().isPresent()) pause();
    }

    private void pause() {
        assertTrue(process.isAlive(), "the chapter has ended");
        if (Thread.interrupted()) throw new AssertionError("it was waited for in vain");
        LockSupport.parkNanos(20_000_000);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        var children = process.descendants().toList();
        process.destroy();
        process.waitFor();
        children.forEach(ProcessHandle::destroyForcibly);
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
