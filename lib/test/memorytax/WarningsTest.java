package memorytax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The compiler has nothing to say about the library, however much it is asked to.
class WarningsTest {
    /// A call into the C library is meant (`restricted`), and so is a `close` that can be interrupted (`try`).
    private static final String ALL = "-Xlint:all,-restricted,-try";

    @Test
    void thereAreNone(@TempDir Path classes) throws Exception {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new DiagnosticCollector<JavaFileObject>();
        List<Path> sources;
        try (Stream<Path> files = Files.walk(House.root().resolve("lib/memorytax"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        try (var manager = compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            compiler.getTask(null, manager, said, List.of(ALL, "-proc:none", "-d", classes.toString(), "-cp",
                System.getProperty("java.class.path")), null, manager.getJavaFileObjectsFromPaths(sources)).call();
        }
        assertEquals(List.of(), said.getDiagnostics().stream().filter(d -> d.getKind() != Diagnostic.Kind.NOTE)
            .map(d -> d.toString().lines().findFirst().orElse("")).toList());
    }
}
