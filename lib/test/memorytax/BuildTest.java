package memorytax;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// JBang builds every chapter afresh, and starts what it has built.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
@ResourceLock("JBang")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BuildTest {
    private static final String JBANG = House.root().resolve("jbang").toString();
    /// For the compiler that JBang starts: it is done before a better machine code would pay.
    private static final String BRIEFLY = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    @TempDir
    private static Path folder;

    /// JBang does not rebuild a chapter when a signature of the library changes, so what was built before has to go.
    /// The library itself it has built anew for these tests, if there was anything new in it.
    @Order(1)
    @ParameterizedTest
    @MethodSource("memorytax.House#chapters")
    void isBuiltAfresh(Path chapter) throws Exception {
        var jar = Path.of(Said.by(List.of(JBANG, "info", "jar", chapter.toString()), folder).out().strip());
        assertTrue(jar.toString().endsWith(".jar"), jar.toString());
        Files.deleteIfExists(jar);
        var said = Said.by(List.of(JBANG, "build", chapter.toString()), folder, Map.of("JAVA_TOOL_OPTIONS", BRIEFLY));
        assertEquals(0, said.exit(), said.err());
        assertTrue(Files.isRegularFile(jar), jar.toString());
    }

    @Order(2)
    @Test
    void theLauncherPassesOnWhatIsSaid() throws Exception {
        var chapter = House.chapters().getFirst();
        var said = Said.by(Built.of(chapter).command(chapter, List.of(), List.of("--forks", "0")), folder);
        assertEquals(said, Said.by(List.of(JBANG, "chapter1", "--forks", "0"), folder));
    }
}
