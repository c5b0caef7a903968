package memorytax.peers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// How Go and Python are found and made ready. The toolchains are shell scripts that say what real ones would say.
@DisabledOnOs(OS.WINDOWS)
class ToolchainsTest {
    private static final String VERSION = "[ $1 = env ] && echo go1.26.8 && exit\n";
    private final Map<String, String> environment = new TreeMap<>(System.getenv());
    private final Map<String, String> texts = new TreeMap<>(Map.of("mine.go", "one", "mine.py", "one"));
    @TempDir
    private Path folder;

    @BeforeEach
    void forgetTheReal() {
        List.of("GO", "GOROOT", "PYTHON", "PYTHON_FREE_THREADED").forEach(environment::remove);
    }

    private Toolchains toolchains() {
        return new Toolchains(file -> Optional.ofNullable(texts.get(file)), folder.resolve("cache"), environment);
    }

    private Path script(String name, String lines) throws IOException {
        Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + lines);
        assertTrue(script.toFile().setExecutable(true));
        return script;
    }

    private void onPath() {
        environment.put("PATH", folder + ":/usr/bin:/bin");
    }

    private Path builder() throws IOException {
        return script("go", VERSION + "echo built >> " + folder + "/log\n"
            + "while [ $1 != -o ]; do shift; done\necho program > $2");
    }

    private String built(Toolchains toolchains) {
        var peer = toolchains.go("load", "mine.go");
        return peer.launch().orElseThrow(() -> new AssertionError(peer.missing())).command().getFirst();
    }

    @Test
    void saysThatItBuildsWhenItBuilds() throws Exception {
        environment.put("GO", builder().toString());
        for (var expected : List.of(List.of("looking for Go", "building mine.go"), List.of("looking for Go"))) {
            var told = new ArrayList<String>();
            built(new Toolchains(file -> Optional.ofNullable(texts.get(file)), folder.resolve("cache"), environment,
                told::add));
            assertEquals(expected, told);
        }
    }

    @Test
    void buildsOncePerTextAndVersion() throws Exception {
        environment.put("GO", builder().toString());
        String first = built(toolchains());
        assertEquals(first, built(toolchains()));
        assertEquals(List.of("built"), Files.readAllLines(folder.resolve("log")));
        texts.put("mine.go", "two");
        assertNotEquals(first, built(toolchains()));
        Files.writeString(folder.resolve("go"), Files.readString(folder.resolve("go")).replace("1.26.8", "1.26.9"));
        built(toolchains());
        assertEquals(3, Files.readAllLines(folder.resolve("log")).size());
    }

    @Test
    void twoMayBuildAtOnce() throws Exception {
        environment.put("GO", builder().toString());
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> build = () -> built(toolchains());
            var built = both.invokeAll(List.of(build, build));
            assertEquals(built.getFirst().get(), built.getLast().get());
            try (var left = Files.list(Path.of(built.getFirst().get()).getParent())) {
                assertEquals(1, left.count());
            }
        }
    }

    /// The beginning tells it from a toolchain that is not there: for such a one a record may stand in.
    @Test
    void whatDoesNotCompileSaysSo() throws Exception {
        var complains = "echo '# memorytax'; echo './mine.go:3:2: undefined: x'; exit 1";
        environment.put("GO", script("go", VERSION + complains).toString());
        var peer = toolchains().go("load", "mine.go");
        assertEquals("cannot be built: mine.go: ./mine.go:3:2: undefined: x", peer.missing());
        assertEquals("1.26.8", peer.contender().version());
        assertEquals("cannot be built: there is no other.go here", toolchains().go("load", "other.go").missing());
    }

    @Test
    void aCacheThatCannotBeWrittenIsNamed() throws Exception {
        environment.put("GO", builder().toString());
        environment.put("PYTHON", script("usual", "echo /usual; echo 3.13.0; echo 0").toString());
        var cache = Files.createFile(folder.resolve("cache"));
        var go = toolchains().go("load", "mine.go");
        for (var peer : List.of(go, toolchains().program("python", "load", "mine.py").getFirst())) {
            assertTrue(peer.launch().isEmpty());
            assertTrue(peer.missing().startsWith("cannot be built: "), peer.missing());
            assertTrue(peer.missing().contains(cache + " cannot be written to (")
                && peer.missing().contains("XDG_CACHE_HOME"), peer.missing());
        }
    }

    @Test
    void aProgramNamedByItsPathStaysAsItIs() throws Exception {
        environment.put("GO", builder().toString());
        environment.put("PYTHON", script("usual", "echo /usual; echo 3.13.0; echo 0").toString());
        var mine = Files.writeString(folder.resolve("mine.py"), "the reader's");
        for (var file : List.of(mine.toString(), "sub/mine.py", "sub/mine.go")) texts.put(file, "a copy");
        for (var file : List.of(mine.toString(), "sub/mine.py")) {
            var command = toolchains().program("python", "load", file).getFirst().launch().orElseThrow().command();
            var placed = Path.of(command.get(command.size() - 2));
            assertEquals("a copy", Files.readString(placed));
            assertTrue(placed.startsWith(folder.resolve("cache")) && placed.endsWith("files/mine.py"),
                placed.toString());
        }
        assertEquals("the reader's", Files.readString(mine));
        var built = toolchains().go("load", "sub/mine.go").launch().orElseThrow().command().getFirst();
        assertTrue(Path.of(built).startsWith(folder.resolve("cache")), built);
    }

    @Test
    void aVariableThatNamesNothingIsNamed() {
        environment.putAll(Map.of("GO", "/nowhere/go", "PYTHON", "/nowhere/python"));
        environment.put("PYTHON_FREE_THREADED", "/nowhere/t");
        assertEquals("GO=/nowhere/go is not a Go that can be started; name another one, or unset GO",
            toolchains().go("load", "mine.go").missing());
        var python = toolchains().program("python", "load", "mine.py");
        assertEquals("PYTHON=/nowhere/python is not a Python that can be started; name another one, or unset PYTHON",
            python.getFirst().missing());
        assertEquals("PYTHON_FREE_THREADED=/nowhere/t is not a free-threaded Python", python.getLast().missing());
    }

    @Test
    void theReadersGoSettingsDoNotBreakABuild() {
        environment.putAll(Map.of("GOFLAGS", "-mod=vendor", "GO111MODULE", "off", "GOOS", "plan9"));
        environment.putAll(Map.of("GOTOOLCHAIN", "go1.99.0", "GOPROXY", "off"));
        assumeTrue(toolchains().found("go").isPresent(), "no Go here");
        texts.put("mine.go", "package main\nfunc main() { serve(loads{}) }");
        assertTrue(Files.isExecutable(Path.of(built(toolchains()))));
    }

    @Test
    void anOldPythonIsPassedOver() throws Exception {
        Path old = script("python3", "echo /old/python3; echo 3.7.16; echo None");
        environment.put("PYTHON", old.toString());
        assertEquals("Python 3.7.16 (%s) is too old; it must be 3.8 or later".formatted(old),
            toolchains().program("python", "load", "mine.py").getFirst().missing());
        environment.remove("PYTHON");
        script("python", "echo /new/python; echo 3.13.0; echo 0");
        environment.put("PATH", folder.toString()); // what /usr/bin has may come between
        assertTrue(toolchains().found("python").isPresent());
    }

    @Test
    void theInterpreterBehindAShimIsStarted() throws Exception {
        var shim = script("shim", "echo a word of its own; echo /real/python3.13; echo 3.13.0; echo 0");
        environment.put("PYTHON", shim.toString());
        var command = toolchains().program("python", "load", "mine.py").getFirst().launch().orElseThrow().command();
        assertEquals("/real/python3.13", command.getFirst());
        Path program = Path.of(command.get(command.size() - 2));
        assertEquals("one", Files.readString(program));
        assertTrue(Files.readString(program.resolveSibling("scale.py")).contains("def serve("));
    }

    @Test
    void aFreeThreadedPythonIsASecondContender() throws Exception {
        environment.put("PYTHON", script("usual", "echo /usual; echo 3.13.0; echo 0").toString());
        script("python3.14t", "echo /free; echo 3.14.2; echo 1");
        onPath();
        var both = toolchains().program("python", "asyncio tasks", "mine.py");
        assertEquals(List.of("asyncio tasks", "asyncio tasks (free-threaded)"),
            both.stream().map(peer -> peer.contender().name()).toList());
        assertEquals("3.14.2t", both.getLast().contender().version());
        var command = both.getLast().launch().orElseThrow().command();
        assertEquals("/free", command.getFirst());
        assertEquals("asyncio tasks", command.getLast());

        script("python3.14t", "echo /free; echo 3.14.2; echo 0"); // the name alone does not make it one
        assertEquals(1, toolchains().program("python", "asyncio tasks", "mine.py").size());
    }

    @Test
    void isAskedOnce() throws Exception {
        environment.put("GO", script("go", "echo asked >> " + folder + "/log\n" + VERSION).toString());
        var toolchains = toolchains();
        toolchains.found("go");
        assertEquals(Optional.of(new FoundToolchain(folder.resolve("go"), "1.26.8")), toolchains.found("go"));
        assertEquals(1, Files.readAllLines(folder.resolve("log")).size());
    }

    @Test
    void aCommandThatHangsIsEnded() throws Exception {
        var hangs = new Command(List.of("/bin/sh", "-c", "sleep 3600"), environment, folder, Duration.ofMillis(200));
        assertFalse(hangs.run().ok());
    }

    @Test
    void textsAreFoundAboveTheWorkingFolder() throws Exception {
        Files.createDirectories(folder.resolve("chapters"));
        Files.writeString(folder.resolve("chapters/mine.go"), "from chapters");
        Path deep = Files.createDirectories(folder.resolve("out/deep"));
        assertEquals(Optional.of("from chapters"), Sources.ofChapter(ToolchainsTest.class, deep).find("mine.go"));
        Files.writeString(deep.resolve("mine.go"), "from here");
        assertEquals(Optional.of("from here"), Sources.ofChapter(ToolchainsTest.class, deep).find("mine.go"));
        assertEquals(Optional.empty(), Sources.ofChapter(ToolchainsTest.class, deep).find("nothing.go"));
    }
}
