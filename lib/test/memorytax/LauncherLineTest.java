package memorytax;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What the launcher says on a terminal while it fetches and builds, with a made-up JBang that waits for the test.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherLineTest {
    /// Plays both JBang and, once that has said so, the chapter.
    private static final String JAVA = """
        #!/bin/sh
        case "$*" in *"dev.jbang.Main run"*) ;; *) echo "the chapter runs"; exit 0 ;; esac
        await() { until [ -e "$HOME/$1" ]; do sleep 0.05; done; }
        mkdir -p "$HOME/.m2/repository/a" "$HOME/.m2/repository/b"
        await 1
        head -c 3145728 /dev/zero >"$HOME/.m2/repository/a/one.jar.123.tmp"
        await 2
        head -c 5242880 /dev/zero >"$HOME/.m2/repository/a/one.jar.123.tmp"
        mv "$HOME/.m2/repository/a/one.jar.123.tmp" "$HOME/.m2/repository/a/one.jar"
        cp "$HOME/.m2/repository/a/one.jar" "$HOME/.m2/repository/b/two.jar"
        await 3
        echo "[jbang] Building jar for chapter1.java..." >&2
        await 4
        [ ! -e "$HOME/fails" ] || { echo "[jbang] [ERROR] it is broken" >&2; exit 1; }
        echo "'$HOME/jdk/bin/java' chapter"
        exit 255
        """;
    @TempDir
    private Path folder;
    private Path home, checkout;
    private Tmux terminal;

    @BeforeEach
    void layOut() throws IOException {
        Tmux.isHere();
        home = Files.createDirectory(folder.resolve("home"));
        checkout = Files.createDirectory(folder.resolve("checkout"));
        Files.copy(House.root().resolve("jbang"), checkout.resolve("jbang"));
        write(checkout, "jbang-catalog.json", """
            { "aliases": {
              "chapter1": {
                "script-ref": "chapters/chapter1.java"
              }
            } }
            """);
        write(checkout, "chapters/chapter1.java", "");
        write(checkout, "lib/libraries.txt", "5242880 a/one.jar\n5242880 b/two.jar\n");
        var version = House.read("jbang").lines().filter(l -> l.startsWith("version=")).findFirst().orElseThrow();
        write(home, ".cache/memory-tax-workbook/jbang-" + version.substring("version=".length()) + ".jar", "");
        write(home, "jdk/release", "JAVA_VERSION=\"25.0.1\"\n");
        assertTrue(write(home, "jdk/bin/java", JAVA).toFile().setExecutable(true));
        assertTrue(write(home, "jdk/bin/javac", "").toFile().setExecutable(true));
        assertTrue(checkout.resolve("jbang").toFile().setExecutable(true));
        terminal = new Tmux(folder, 80, 24, Map.of());
        terminal.start(List.of("env", "-i", "HOME=" + home, "JAVA_HOME=" + home.resolve("jdk"), "PATH=/usr/bin:/bin",
            "sh", "-c", "exec '" + checkout.resolve("jbang") + "' chapter1 2>/dev/tty"));
        says("Looking for libraries: 0 of 10 MB are here ...");
    }

    @AfterEach
    void end() throws IOException {
        if (terminal != null) terminal.close();
    }

    @Test
    void saysWhatIsFetchedHowMuchOfItAndWhatIsBuilt() throws IOException {
        goOn("1");
        says("Fetching libraries: 3 of 10 MB ...");
        goOn("2");
        says("Preparing chapter1 ...");
        goOn("3");
        says("Building chapter1.java ...");
        goOn("4");
        assertEquals(0, terminal.exit(), terminal.screen());
        assertEquals("the chapter runs", terminal.screen().lines().findFirst().orElseThrow(), "the line is wiped");
        assertEquals(List.of(), told());
    }

    @Test
    void showsAnErrorAndNotWhatWasToldBefore() throws IOException {
        goOn("fails");
        for (var step : List.of("1", "2", "3", "4")) goOn(step);
        assertEquals(1, terminal.exit(), terminal.screen());
        assertEquals("[jbang] [ERROR] it is broken", terminal.screen().lines().findFirst().orElseThrow());
        assertFalse(terminal.screen().contains("Building"), terminal.screen());
    }

    @Test
    void endsWithCtrlCAndLeavesNothing() throws IOException {
        terminal.send("C-c");
        terminal.await("the shell", () -> terminal.lastLine().equals("ready$")); // it ends as one that knows no trap
        terminal.await("the end of what draws", () -> terminal.running().isEmpty());
        assertFalse(terminal.screen().contains("libraries"), terminal.screen());
        assertEquals(List.of(), told());
    }

    private void says(String line) {
        terminal.await(line, () -> terminal.screen().contains(line));
    }

    private void goOn(String step) throws IOException {
        Files.createFile(home.resolve(step));
    }

    /// Files in which JBang has told of its work.
    private List<Path> told() throws IOException {
        try (var files = Files.list(home.resolve(".cache/memory-tax-workbook"))) {
            return files.filter(f -> f.getFileName().toString().startsWith("told.")).toList();
        }
    }

    private static Path write(Path folder, String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }
}
