package memorytax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A machine that has less than a chapter needs.
class FaultsMachineTest {
    private static final String[] SMALL = {"--only", "growth", "--forks", "1"};
    @TempDir
    private Path folder;

    /// Enough for the chapter, or not: either all is well, or what failed is said and the exit code is 1.
    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        ulimit -v 6000000
        ulimit -v 4000000
        ulimit -v 2500000
        ulimit -n 256
        ulimit -n 64
        ulimit -s 256
        ulimit -c unlimited
        ulimit -t 60
        """)
    void withLess(String limit) throws Exception {
        var said = new Misfortune(folder).after(limit).meets(SMALL);
        if (said.exit() == 0) assertTrue(Files.exists(folder.resolve("out/stepping/weighings.csv")), said.toString());
        else assertEquals(1, said.exit(), said.toString());
    }

    /// What cannot be written is named, and nothing that is cut stays.
    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        ulimit -f 4 ! out/
        ulimit -f 40 ! out/
        """)
    void withoutRoomForAFile(String limit, String named) throws Exception {
        var said = new Misfortune(folder).after(limit).meets(SMALL);
        assertEquals(1, said.exit(), said.toString());
        assertTrue((said.out() + said.err()).contains(named), said.toString());
        Misfortune.isWhole(folder);
    }

    @Test
    void withoutAnyRoom() throws Exception {
        var said = new Misfortune(folder).meets("--only", "growth", "--forks", "1", "--out", "/proc/nobody");
        assertEquals(2, said.exit(), said.toString());
        assertTrue(said.err().startsWith("stepping: ") && said.err().contains("/proc/nobody"), said.toString());
        assertEquals(1, said.err().lines().count(), said.err());
    }

    /// A reader who writes the text into a file wants to know that it is not there.
    @Test
    void withAFullDiskForWhatItSays() throws Exception {
        var said = new Misfortune(folder).after("exec >/dev/full").meets(SMALL);
        assertEquals(1, said.exit());
        assertEquals("stepping: cannot write to standard output: No space left on device\n", said.err());
    }
}
