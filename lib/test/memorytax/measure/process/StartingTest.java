package memorytax.measure.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class StartingTest {
    /// As long as a file is open for writing, Linux does not run it.
    @Test
    void aFileThatIsStillBeingWrittenIsStartedWhenItIsClosed(@TempDir Path folder) throws Exception {
        assumeTrue(Linux.here());
        var program = Files.copy(Path.of("/bin/sh").toRealPath(), folder.resolve("program"));
        assumeTrue(program.toFile().setExecutable(true));
        var builder = new ProcessBuilder(program.toString(), "-c", "exit 7");
        var open = new CountDownLatch(1);
        var writer = Files.newByteChannel(program, StandardOpenOption.WRITE);
        assertThrows(IOException.class, builder::start, "else there is nothing to show");
        var closes = Thread.startVirtualThread(() -> {
            try {
                open.await();
                writer.close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        open.countDown();
        assertEquals(7, Starting.of(builder).waitFor());
        closes.join();
    }

    @Test
    void whatIsNotThereIsSaidAtOnce() {
        assertThrows(IOException.class, () -> Starting.of(new ProcessBuilder("/nowhere/at/all")));
    }
}
