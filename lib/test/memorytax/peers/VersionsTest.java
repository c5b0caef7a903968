package memorytax.peers;

import memorytax.measure.process.Peers.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Which versions of a language are found, in a home that holds nothing but shell scripts. What the machine itself has
/// under /usr may be found as well.
@DisabledOnOs(OS.WINDOWS)
class VersionsTest {
    private static final Map<String, Map<String, String>> RELEASES = Map.of(
        "python", Map.of("3.8", "", "3.29", ""), "go", Map.of("1.9", "1.9.7", "1.98", "1.98.2"),
        "java", Map.of("11", "", "98", ""));
    private final Map<String, String> environment = new TreeMap<>();
    private final List<String> told = new ArrayList<>();
    @TempDir
    private Path folder;
    private Path home;

    @BeforeEach
    void move() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        environment.putAll(Map.of("HOME", home.toString(), "PATH", "/nowhere", "GO", "/nowhere/go", "PYTHON",
            "/nowhere/python"));
    }

    private Versions versions(boolean search) {
        return new Toolchains(file -> Optional.of("the text of " + file), folder.resolve("cache"), environment,
            told::add, new VersionPlan(runtime -> RELEASES.getOrDefault(runtime, Map.of()), search)).versions();
    }

    private Path script(String name, String lines) throws IOException {
        Path script = folder.resolve(name);
        Files.createDirectories(script.getParent());
        Files.writeString(script, "#!/bin/sh\n" + lines);
        assertTrue(script.toFile().setExecutable(true));
        return script;
    }

    private String asked(String name, String version) throws IOException {
        return script(name, "echo asked >> " + folder + "/log; echo " + folder.resolve(name) + "; echo " + version
            + "; echo 0").toString();
    }

    /// Without those of the machine.
    private String own(String runtime) {
        return versions(true).found(runtime).stream().filter(f -> f.path().startsWith(folder))
            .map(f -> f.version() + " " + folder.relativize(f.path())).collect(Collectors.joining("\n"));
    }

    @Test
    void aFolderThatHasTheVersionInItsNameIsBelieved() throws IOException {
        for (var name : List.of(".pyenv/versions/3.27.4", ".pyenv/versions/3.27.11", ".pyenv/versions/3.28.0t",
            ".pyenv/versions/3.7.16", ".pyenv/versions/pypy3.26-7.3.9", ".pyenv/versions/3.28-dev",
            ".local/share/uv/python/cpython-3.28.1-linux-x86_64-gnu",
            ".local/share/uv/python/cpython-3.29.1+freethreaded-linux-x86_64-gnu"))
            script("home/" + name + "/bin/python3", "echo asked >> " + folder + "/log");
        assertEquals("""
            3.27.11 home/.pyenv/versions/3.27.11/bin/python3
            3.28.1 home/.local/share/uv/python/cpython-3.28.1-linux-x86_64-gnu/bin/python3""", own("python"));
        assertFalse(Files.exists(folder.resolve("log")), "none of them was started");
    }

    @Test
    void whatIsOnThePathIsAskedOnce() throws IOException {
        asked("bin/python3.28", "3.28.5");
        asked("shims/python3.27", "3.27.1"); // which would choose another one for each folder
        Files.createSymbolicLink(Files.createDirectories(folder.resolve("links")).resolve("python3.28"),
            folder.resolve("bin/python3.28"));
        environment.put("PATH", folder + "/bin:" + folder + "/shims:" + folder + "/links");
        var versions = versions(true);
        for (int i = 0; i < 2; i++) versions.pythons("asyncio tasks", "mine.py");
        assertEquals("3.28.5 bin/python3.28", own("python"));
        assertEquals(2, Files.readAllLines(folder.resolve("log")).size(), "once for each of two workbooks");
    }

    @Test
    void whatGoHasFetchedIsFound() throws IOException {
        var platform = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        var arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        for (var name : List.of("home/sdk/go1.97.3", "home/sdk/go1.96rc1", "home/sdk/gotip", "home/sdk/go1.17.13",
            "mod/golang.org/toolchain@v0.0.1-go1.98.1." + platform + "-" + arch,
            "mod/golang.org/toolchain@v0.0.1-go1.95.1.plan9-386"))
            script(name + "/bin/go", "");
        environment.put("GOMODCACHE", folder.resolve("mod").toString());
        assertEquals("1.97.3 home/sdk/go1.97.3/bin/go\n1.98.1 mod/golang.org/toolchain@v0.0.1-go1.98.1." + platform
            + "-" + arch + "/bin/go", own("go"));
    }

    private void jdk(String home, String release) throws IOException {
        script(home + "/bin/java", release.isEmpty() ? "echo 'openjdk version \"96.0.1\" 2099-03-01' >&2"
            : "echo asked >> " + folder + "/log");
        if (!release.isEmpty()) Files.writeString(folder.resolve(home).resolve("release"), release);
    }

    @Test
    void aJdkSaysItsVersionInAFile() throws IOException {
        jdk("home/.sdkman/candidates/java/98-x", "JAVA_VERSION=\"98.0.2\"\n");
        jdk("home/.jdks/x", "JAVA_VERSION=\"97.0.2\"\nJAVA_RUNTIME_VERSION=\"97.0.2+9-LTS\"\n");
        jdk("home/.jbang/cache/jdks/old", "JAVA_VERSION=\"1.8.0_452\"\n");
        jdk("named", "JAVA_VERSION=\"98.0.10\"\n");
        jdk("asked", "");
        environment.put("JAVA_HOMES", folder + "/nothing:" + folder + "/named");
        environment.put("JAVA_HOME_96_X64", folder + "/asked");
        assertEquals("""
            96.0.1 asked/bin/java
            97.0.2+9-LTS home/.jdks/x/bin/java
            98.0.10 named/bin/java""", own("java"));
        assertFalse(Files.exists(folder.resolve("log")));
        var running = Runtime.version();
        assertTrue(versions(true).found("java").stream().anyMatch(f -> f.version().equals(running.toString())));
    }

    private static String said(List<Peer> peers, String version) {
        return peers.stream().filter(p -> p.contender().name().endsWith("(" + version + ")")).map(p ->
            p.contender() + ": " + p.launch().map(l -> String.join(" ", l.command()) + " " + l.flags())
                .orElse(p.missing())).collect(Collectors.joining("; "));
    }

    @Test
    void aVersionThatIsListedAndNotHereIsMissing() throws IOException {
        script("home/.pyenv/versions/3.28.1/bin/python3", "");
        var peers = versions(true).pythons("asyncio tasks", "mine.py");
        assertEquals("asyncio tasks (3.29) (python): Python 3.29 is not on this machine", said(peers, "3.29"));
        var found = said(peers, "3.28");
        assertTrue(found.startsWith("asyncio tasks (3.28) (python 3.28.1): " + home) && found.strip()
            .endsWith("mine.py asyncio tasks"), found);
        var names = peers.stream().map(p -> p.contender().name().replaceAll(".*3\\.|\\)", "")).toList();
        assertEquals(names.stream().sorted((a, b) -> Integer.parseInt(a) - Integer.parseInt(b)).toList(), names);
    }

    /// Where all is shown from a record, nothing is looked for, started or built.
    @Test
    void aRecordNeedsNoSearch() throws IOException {
        script("home/.pyenv/versions/3.8.1/bin/python3", "");
        var peers = versions(false).pythons("asyncio tasks", "mine.py");
        assertEquals(List.of("there is no recorded run of it", "there is no recorded run of it"),
            peers.stream().map(Peer::missing).toList());
        assertEquals(List.of(), told);
    }

    @Test
    void aVersionThatCannotHaveSuchALoadIsNotListed() throws IOException {
        jdk("named", "JAVA_VERSION=\"98.0.10\"\n");
        environment.put("JAVA_HOMES", folder + "/named");
        var virtual = versions(true).javas("virtual threads");
        assertEquals("", said(virtual, "11"));
        var found = said(virtual, "98");
        assertTrue(found.startsWith("virtual threads (98) (java 98.0.10): " + folder + "/named/bin/java -Xbatch -cp ")
            && found.endsWith(" Idle virtual threads warm=60x1000 -Xbatch"), found);
        var platform = said(versions(true).javas("platform threads"), "98");
        assertTrue(platform.strip().endsWith(" Idle platform threads"), platform);
        assertEquals("", said(versions(true).gos("goroutines", "mine.go"), "1.9"), "before Go had type parameters");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> versions(true).javas("fibers")).getMessage()
            .contains("\"fibers\"; it has platform threads, virtual threads"));
    }

    private void goThat(String version, String answers) throws IOException {
        environment.put("GO", script("go", "[ $1 = env ] && echo go" + version + " && exit\n" + answers).toString());
    }

    @Test
    void goFetchesWhatIsNotHere() throws Exception {
        goThat("1.97.1", "echo $GOTOOLCHAIN >> " + folder + "/log\necho go version $GOTOOLCHAIN linux/amd64");
        assertEquals("Fetched: Go 1.9.7, 1.98.2, into " + home + "/go/pkg/mod/golang.org.",
            versions(true).fetchGo());
        assertEquals(List.of("go1.9.7", "go1.98.2"), Files.readAllLines(folder.resolve("log")));
        assertTrue(told.containsAll(List.of("fetching Go 1.9.7", "fetching Go 1.98.2")), told.toString());
    }

    /// One that cannot be had is enough: the others would take as long to fail.
    @Test
    void offlineIsOneLine() throws Exception {
        goThat("1.97.1", "echo $GOTOOLCHAIN >> " + folder + "/log\necho go: downloading\n"
            + "echo 'go: download go1.9.7 for linux/amd64: dial tcp: no network' >&2\nexit 1");
        assertEquals("Go 1.9.7 cannot be fetched (dial tcp: no network).", versions(true).fetchGo());
        assertEquals(List.of("go1.9.7"), Files.readAllLines(folder.resolve("log")));
        goThat("1.20.3", "echo fetched >> " + folder + "/log2");
        assertEquals("Go 1.20.3 cannot fetch other versions of Go; Go 1.21 and later can.", versions(true).fetchGo());
        environment.put("GO", "/nowhere/go");
        assertEquals("There is no Go on this machine that could fetch other versions of Go.",
            versions(true).fetchGo());
        assertFalse(Files.exists(folder.resolve("log2")));
    }

    @Test
    void nothingIsFetchedWithoutBeingAsked() throws Exception {
        goThat("1.97.1", "echo $GOTOOLCHAIN >> " + folder + "/log\nexit 1");
        versions(true).gos("goroutines", "mine.go");
        assertEquals(List.of("local"), Files.readAllLines(folder.resolve("log")).stream().distinct().toList());
    }
}
