package memorytax.peers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What a compiler has against a draft. The Go is a shell script that says what a real one would say.
@DisabledOnOs(OS.WINDOWS)
class ComplaintTest {
    private static final String GO = """
        #!/bin/sh
        [ $1 = env ] && echo go1.26.8 && exit
        echo built >> %1$s/log
        grep -q wrong mine.go && echo '# memorytax' && echo './mine.go:1:5: undefined: wrong' && exit 1
        while [ $1 != -o ]; do shift; done
        echo program > $2
        """;
    @TempDir
    private Path folder;

    private Toolchains toolchains(String text, Path go) {
        return new Toolchains(_ -> Optional.of(text), folder.resolve("cache"),
            Map.of("GO", go.toString(), "PATH", "/usr/bin:/bin"));
    }

    private Path go() throws Exception {
        var script = Files.writeString(folder.resolve("go"), GO.formatted(folder));
        assertTrue(script.toFile().setExecutable(true));
        return script;
    }

    /// What is built to try it is what is weighed.
    @Test
    void aDraftIsBuiltOnceAndAnotherAnew() throws Exception {
        var toolchains = toolchains("one", go());
        assertEquals("", toolchains.complaint("mine.go", "one"));
        var one = toolchains.go("load", "mine.go").launch().orElseThrow().command();
        assertEquals(List.of("built"), Files.readAllLines(folder.resolve("log")));
        assertEquals("", toolchains.complaint("mine.go", "two"));
        assertEquals(List.of("built", "built"), Files.readAllLines(folder.resolve("log")));
        assertTrue(!toolchains("two", go()).go("load", "mine.go").launch().orElseThrow().command().equals(one));
    }

    @Test
    void whatGoSaysIsSaidAsJavacSaysIt() throws Exception {
        assertEquals("mine.go:1: undefined: wrong\nvar wrong\n    ^",
            toolchains("", go()).complaint("mine.go", "var wrong\n"));
    }

    @Test
    void pythonIsCompiledAndNotRun() throws Exception {
        var toolchains = new Toolchains(_ -> Optional.empty());
        assumeTrue(toolchains.found("python").isPresent(), "no Python");
        assertEquals("", toolchains.complaint("mine.py", "raise SystemExit(1)\n"));
        var wrong = toolchains.complaint("mine.py", "def f():\n    return (1 +\n\nx = 1\n");
        assertTrue(wrong.matches("mine\\.py:2: .+\\n    return \\(1 \\+\\n {11}\\^"), wrong);
        assertEquals("mine.py:1: source code string cannot contain null bytes",
            toolchains.complaint("mine.py", "a\0"));
    }

    @Test
    void whatCannotBeCompiledHereIsNotTaken() {
        var e = assertThrows(IllegalStateException.class, () ->
            toolchains("", folder.resolve("nowhere")).complaint("mine.go", "two"));
        assertTrue(e.getMessage().endsWith("or unset GO: your change cannot be compiled, so it is not saved"),
            e.getMessage());
    }
}
