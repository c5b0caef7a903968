package memorytax.file;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AtomicFileTest {
    @TempDir
    private Path folder;

    /// A chapter is a script, and is one still when a browser has written to it.
    @Test
    void aScriptThatIsReplacedCanBeStartedStill() throws IOException {
        var script = Files.writeString(folder.resolve("chapter1.java"), "before");
        assertTrue(script.toFile().setExecutable(true));
        AtomicFile.write(script, "after");
        assertEquals("after", Files.readString(script));
        assertTrue(Files.isExecutable(script));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(script), files.toList());
        }
    }
}
