package memorytax.file;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class OutputFolderTest {
    @TempDir
    private Path folder;

    @Test
    void whatCannotBeAFolderIsSaidInOneLine() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        assertEquals("--out: " + file + " cannot be written to; name a folder that can",
            assertThrows(IllegalArgumentException.class, () -> OutputFolder.ready(file, "--out")).getMessage());
        assertEquals("--out: the name of the folder is empty; name a folder",
            assertThrows(IllegalArgumentException.class, () -> OutputFolder.of(Path.of(""))).getMessage());
    }
}
