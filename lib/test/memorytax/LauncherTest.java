package memorytax;

import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The launcher has tests of its own, in the language that it is written in.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {
    /// By each shell that is here: none of them is named by the launcher, which takes what `/bin/sh` is.
    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash", "ksh", "busybox sh"})
    void standsItsOwnTests(String shell, @TempDir Path folder) throws Exception {
        var words = shell.split(" ");
        var path = House.program(words[0]);
        assumeTrue(path.isPresent(), "there is no " + words[0] + " here");
        words[0] = path.get().toString();
        var tests = House.root().resolve("lib/test/launcher.sh").toString();
        var said = Said.by(List.of("sh", tests, House.root().resolve("jbang").toString(), String.join(" ", words)),
            folder);
        assertEquals("", String.join("\n", said.out().lines().filter(l -> !l.startsWith("ok ")).toList()), said.err());
        assertEquals(0, said.exit(), said.err());
        assertTrue(said.out().lines().count() > 20, said.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jbang", "lib/test/launcher.sh", ".ci/run", "lib/instruments/weigh.sh"})
    void shellCheckHasNothingToSay(String file, @TempDir Path folder) throws Exception {
        assumeTrue(House.program("shellcheck").isPresent(), "there is no shellcheck here");
        var said = Said.by(List.of("shellcheck", House.root().resolve(file).toString()), folder);
        assertEquals("", said.out() + said.err());
        assertEquals(0, said.exit());
    }
}
