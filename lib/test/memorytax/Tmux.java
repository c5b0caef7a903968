package memorytax;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A terminal to be driven by a test: a shell in a tmux of its own, with keys, a screen and a size.
final class Tmux implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180), BETWEEN = Duration.ofMillis(40);
    private static final AtomicInteger SERVERS = new AtomicInteger();
    private final String server = "memory-tax-" + ProcessHandle.current().pid() + "-" + SERVERS.incrementAndGet();
    private final Path folder;
    private int started;

    /// A shell that waits in `folder` for what to do, as wide and high as that. Its own files lie there, too.
    ///
    /// @param environment of the shell, besides our own
    Tmux(Path folder, int width, int height, Map<String, String> environment) throws IOException {
        this.folder = folder;
        var config = Files.writeString(folder.resolve("tmux.conf"), """
            set -g history-limit 20000
            set -g default-terminal screen-256color
            set -g status off
            set -s escape-time 0
            """);
        var shell = new ArrayList<>(List.of("-f", config.toString(), "new-session", "-d", "-x", "" + width,
            "-y", "" + height, "-c", folder.toString(), "env", "-u", "JAVA_TOOL_OPTIONS", "-u", "VISUAL",
            "-u", "NO_COLOR", "-u", "ENV", "LC_ALL=C.UTF-8", "PS1=ready$ "));
        environment.forEach((name, value) -> shell.add(name + "=" + value));
        shell.add("sh");
        tmux(shell.toArray(String[]::new));
        await("the shell", () -> lastLine().equals("ready$"));
    }

    /// Skips the test that calls it where there is no tmux.
    static void isHere() {
        Assumptions.assumeTrue(House.program("tmux").isPresent(), "there is no tmux here");
    }

    /// Starts a command in the shell; what it says on standard error goes to a file.
    void start(List<String> command) throws IOException {
        started++;
        var words = command.stream().map(w -> "'" + w.replace("'", "'\\''") + "'").toList();
        Files.writeString(folder.resolve("run.sh"), "exec " + String.join(" ", words) + " 2> stderr.txt\n");
        tmux("send-keys", "-R");
        tmux("clear-history");
        type("clear; sh run.sh; echo \"rc=$? of " + started + "\"");
        send("Enter");
        await("the command", () -> !screen().contains("clear; sh "));
    }

    /// Waits for the end of the command that was started last, and for the shell. Returns its exit code.
    int exit() {
        var code = "(?s).*(?m:^rc=(\\d+) of " + started + ")\nready\\$\\s*";
        await("the end", () -> screen().matches(code));
        return Integer.parseInt(screen().replaceFirst(code, "$1"));
    }

    /// What it said on standard error.
    String stderr() throws IOException {
        return Files.readString(folder.resolve("stderr.txt"));
    }

    /// What `stty -a` says of this terminal now, as single words: `echo` or `-echo`.
    List<String> stty() {
        return List.of(said("sh", "-c", "stty -a < " + tty()).split("[\\s;]+"));
    }

    /// The command lines of all that runs at this terminal besides its shell, also of what nobody waits for any more.
    List<String> running() {
        return said("ps", "-t", tty().replace("/dev/", ""), "-o", "args=").lines().map(String::strip)
            .filter(line -> !line.equals("sh")).toList();
    }

    /// Closes the terminal under its shell, as whoever closes a window does, and waits until all that ran there has
    /// ended. The tmux stays, with a window that nobody looks at.
    void hangUp() {
        var those = said("ps", "-t", tty().replace("/dev/", ""), "-o", "pid=").lines()
            .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())).stream()).toList();
        tmux("new-window", "-d");
        tmux("kill-pane");
        await("the end of what ran there", () -> those.stream().noneMatch(ProcessHandle::isAlive));
    }

    private String tty() {
        return tmux("display-message", "-p", "#{pane_tty}").strip();
    }

    /// Presses keys, by tmux's names: `Enter`, `C-c`, `b`.
    void send(String... keys) {
        tmux(Stream.concat(Stream.of("send-keys"), Stream.of(keys)).toArray(String[]::new));
    }

    /// Types letters as they are.
    void type(String text) {
        tmux("send-keys", "-l", text.replaceFirst(";$", "\\\\;")); // a last one would end the command of tmux itself
    }

    void resize(int width, int height) {
        tmux("resize-window", "-x", "" + width, "-y", "" + height);
    }

    /// What can be seen, row by row.
    String screen() {
        return tmux("capture-pane", "-p");
    }

    /// All that was printed since the screen was last cleared for good. A line that was too long for its screen is one
    /// line here.
    List<String> printed() {
        return tmux("capture-pane", "-p", "-J", "-S", "-").lines().map(String::stripTrailing).toList();
    }

    /// The last row with something on it; empty on an empty screen.
    String lastLine() {
        return screen().stripTrailing().lines().reduce("", (_, last) -> last);
    }

    /// Column and row of the cursor, from zero: `0,23`.
    String cursor() {
        return tmux("display-message", "-p", "#{cursor_x},#{cursor_y}").strip();
    }

    /// Looks at the screen until it is as expected.
    void await(String what, Predicate<String> screen) {
        await(what, () -> screen.test(screen()));
    }

    /// Asks until it is so; fails with the screen when it takes too long.
    void await(String what, BooleanSupplier so) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - end > 0)
                throw new AssertionError("waited in vain for " + what + ", and this is the screen:\n" + screen());
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    /// Ends the shell, and what runs in it.
    @Override
    public void close() throws IOException {
        var socket = tmux("display-message", "-p", "#{socket_path}").strip();
        tmux("kill-server");
        Files.deleteIfExists(Path.of(socket)); // tmux leaves it behind
    }

    private String tmux(String... words) {
        return said(Stream.concat(Stream.of("tmux", "-u", "-L", server), Stream.of(words)).toArray(String[]::new));
    }

    private static String said(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() == 0) return said;
            throw new IllegalStateException(String.join(" ", command) + ": " + said);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
