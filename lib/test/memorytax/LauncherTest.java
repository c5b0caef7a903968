package memorytax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The launcher has tests of its own, in the language that it is written in.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {
    @Test
    void standsItsOwnTests(@TempDir Path folder) throws Exception {
        var tests = House.root().resolve("lib/test/launcher.sh").toString();
        var said = Said.by(List.of("sh", tests, House.root().resolve("jbang").toString()), folder);
        assertEquals("", String.join("\n", said.out().lines().filter(l -> !l.startsWith("ok ")).toList()), said.err());
        assertEquals(0, said.exit(), said.err());
        assertTrue(said.out().lines().count() > 20, said.out());
    }
}
