package memorytax;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A Go or a Python that is not what it seems: why it cannot be used is said, in the time that a reader waits.
class FaultsToolchainsTest {
    @TempDir
    private Path folder;

    /// The file that is weighed, the variable that names its toolchain, what that does, and what is said then.
    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        mine.go ! GO     ! exit 1                                    ! GO
        mine.go ! GO     ! echo 'go version go1.9 linux/amd64'       ! go1.9
        mine.go ! GO     ! kill -9 $$                                ! GO
        mine.go ! GO     ! yes nonsense                              ! GO
        mine.go ! GO     ! sleep 7657                                ! GO
        mine.py ! PYTHON ! exit 1                                    ! PYTHON
        mine.py ! PYTHON ! echo 'Python 2.7.18'                      ! PYTHON
        mine.py ! PYTHON ! echo 'Python 3.7.1'                       ! PYTHON
        mine.py ! PYTHON ! head -c 30000000 /dev/urandom             ! PYTHON
        mine.py ! PYTHON ! sleep 7658                                ! PYTHON
        """)
    void thatDoesOddThings(String file, String variable, String does, String says) throws Exception {
        ReadersFolder.in(folder);
        var tool = Files.writeString(folder.resolve("tool"), "#!/bin/bash\n" + does + "\n");
        assertTrue(tool.toFile().setExecutable(true));
        var said = new Misfortune(folder).weighs().with(variable, tool.toString()).meets(file, "--tasks", "10,20",
            "--forks", "1");
        assertEquals(2, said.exit(), said.toString());
        assertTrue(said.err().contains(says), said.err());
        assertEquals(1, said.err().lines().count(), said.err());
    }
}
