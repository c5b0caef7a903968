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
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter in bad company: started by a shell that first makes the circumstances. All that ever descends from it
/// carries a word in its environment, by which it is found however it hides.
final class Misfortune {
    private static final Path CHAPTER = House.root().resolve("lib/test/fixtures/stepping.java");
    private static final Path WEIGH = House.root().resolve("chapters/weigh.java");
    /// What only a programmer reads: frames of a stack, whole names of errors, words of the JVM, control characters.
    private static final Pattern STRANGE = Pattern.compile("\\tat |Exception in thread|jspawnhelper|hs_err"
        + "|\\b(memorytax|io|nio|file|time|imageio|picocli)\\.\\w+(Exception|Error)\\b"
        + "|[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]");
    /// How a file ends that is whole.
    private static final Map<String, String> ENDS = Map.of("png", "IEND\u00aeB`\u0082", "svg", "</svg>",
        "html", "</html>\n", "csv", "\n");
    private static final String WORD = "MEMORY_TAX_FAULT";
    /// For GNU's `env`: others cannot do that.
    private static final List<String> HEARS = hears("--default-signal=INT,HUP");
    private static final Duration PATIENCE = Duration.ofSeconds(120), LEFT = Duration.ofSeconds(2);

    private final String mine = UUID.randomUUID().toString();
    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();
    private String circumstance = ":";
    private List<String> inside = List.of();
    private Path script = CHAPTER;

    /// @param folder an empty one, in which the chapter is run
    Misfortune(Path folder) throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc here to find what is left");
        this.folder = Files.createDirectories(folder);
    }

    /// Lines of bash before it begins: `ulimit -n 64`.
    Misfortune after(String lines) {
        circumstance = lines;
        return this;
    }

    /// A command that starts the shell, which then is that process: `unshare -m`.
    Misfortune inside(String... command) {
        inside = List.of(command);
        return this;
    }

    /// A variable of its environment; null takes it away.
    Misfortune with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /// `weigh` in place of the fixture.
    Misfortune weighs() {
        script = WEIGH;
        return this;
    }

    /// Has nothing on its standard input; what it says goes to files. It hears Ctrl-C, also where the tests run in the
    /// background of a shell and do not.
    Life begins(String... args) throws IOException {
        Path out = Files.createTempFile("memory-tax-", ".out"), err = Files.createTempFile("memory-tax-", ".err");
        var command = new ArrayList<>(inside);
        command.addAll(List.of("bash", "-c", circumstance + "\nexec \"$@\"", "bash", "env"));
        command.addAll(HEARS);
        environment.forEach((name, value) -> command.addAll(value == null ? List.of("-u", name)
            : List.of(name + "=" + value)));
        command.addAll(Built.of(script).command(script, List.of(), List.of(args)));
        var builder = new ProcessBuilder(command).directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put(WORD, mine);
        return new Life(builder.start(), out, err);
    }

    /// To its end: nothing on the screen that only a programmer can read, and nobody left.
    Said meets(String... args) throws Exception {
        return begins(args).ends();
    }

    /// A chapter that runs.
    final class Life {
        final Process process;
        private final Path out, err;

        private Life(Process process, Path out, Path err) {
            this.process = process;
            this.out = out;
            this.err = err;
        }

        /// Waits until it has a child that is weighed.
        Life weighs() throws IOException {
            await("a child", () -> !process.isAlive() || descent().size() > 1);
            assertTrue(process.isAlive(), said().toString());
            return this;
        }

        /// Sends signals, one after the other.
        void gets(String... signals) throws Exception {
            for (var signal : signals)
                assertEquals(0, new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor());
        }

        Said ends() throws Exception {
            try {
                assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "it does not end: " + said());
                var said = said();
                var all = said.out() + said.err();
                assertFalse(STRANGE.matcher(all).find(), () -> STRANGE.matcher(all).results().map(MatchResult::group)
                    .toList() + " in: " + all);
                assertEquals(List.of(), files(folder, "hs_err.*|core.*|replay_pid.*"));
                long end = System.nanoTime() + LEFT.toNanos();
                while (!descent().isEmpty() && System.nanoTime() < end) LockSupport.parkNanos(20_000_000);
                assertEquals(List.of(), descent().stream().map(Misfortune::told).toList(), "left behind");
                return said;
            } finally {
                descent().forEach(ProcessHandle::destroyForcibly);
            }
        }

        private Said said() {
            try {
                return new Said(process.isAlive() ? -1 : process.exitValue(), text(out), text(err));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private void await(String what, BooleanSupplier so) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!so.getAsBoolean()) {
                assertTrue(System.nanoTime() < end, () -> "waited in vain for " + what + ": " + said());
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static List<String> hears(String option) {
        try {
            return new ProcessBuilder("env", option, "true").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0 ? List.of(option) : List.of();
        } catch (IOException | InterruptedException e) {
            return List.of();
        }
    }

    /// All that carry the word.
    private List<ProcessHandle> descent() {
        return ProcessHandle.allProcesses().filter(this::isMine).toList();
    }

    private boolean isMine(ProcessHandle process) {
        try {
            return new String(Files.readAllBytes(Path.of("/proc", "" + process.pid(), "environ")),
                StandardCharsets.ISO_8859_1).contains(WORD + "=" + mine);
        } catch (IOException e) {
            return false; // it has ended, or is somebody else's
        }
    }

    private static String told(ProcessHandle process) {
        return process.pid() + " " + process.info().commandLine().orElse("?");
    }

    /// No file of a chapter in this folder is cut off, and none is a beginning that was left behind.
    static void isWhole(Path folder) throws IOException {
        for (var file : paths(folder, ".*[.](png|svg|html|csv)")) {
            var whole = ENDS.get(file.toString().replaceFirst(".*[.]", ""));
            assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).endsWith(whole), file + " is cut");
        }
        assertEquals(List.of(), files(folder, "[.].*([.]\\d+|[.]new)"), "beginnings are left");
    }

    /// Those in a folder whose names are like that.
    static List<Path> paths(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name)).toList();
        }
    }

    /// Their names.
    static List<String> files(Path folder, String name) throws IOException {
        return paths(folder, name).stream().map(file -> file.getFileName().toString()).toList();
    }
}
