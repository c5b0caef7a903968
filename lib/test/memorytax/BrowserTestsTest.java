package memorytax;

import memorytax.export.InstalledBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Which browser the tests take, and what is said where there is none.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a program is not known by its rights there")
class BrowserTestsTest {
    @TempDir
    private Path folder;

    @Test
    void aBrowserOnThePathIsFound() throws IOException {
        var chromium = program("chromium");
        Files.writeString(folder.resolve("google-chrome"), "no program");
        assertEquals(Optional.of(chromium), InstalledBrowser.find(Map.of("PATH", path())));
        assertEquals(Optional.empty(), said(Map.of("PATH", path(), "CI", "true")));
    }

    @Test
    void theOneThatIsNamedIsTaken() throws IOException {
        program("chromium");
        var own = program("own");
        assertEquals(Optional.of(own), InstalledBrowser.find(Map.of("PATH", path(), "CHROME", own.toString())));
        assertEquals(Optional.of(new BrowserTests.Missing(true, "CHROME is nowhere, which is no program")),
            said(Map.of("PATH", path(), "CHROME", "nowhere")));
    }

    @Test
    void withoutOneTheyAreSkippedButNotInCi() {
        assumeTrue(InstalledBrowser.find(Map.of()).isEmpty(), "there is one outside of the PATH");
        assertEquals(Optional.of(new BrowserTests.Missing(false, InstalledBrowser.NONE)),
            said(Map.of("PATH", path(), "CI", "")));
        assertEquals(Optional.of(new BrowserTests.Missing(true, BrowserTests.REQUIRED)),
            said(Map.of("PATH", path(), "CI", "true")));
    }

    private static Optional<BrowserTests.Missing> said(Map<String, String> environment) {
        return BrowserTests.missing(environment, "Linux");
    }

    private String path() {
        return File.pathSeparator + folder;
    }

    private Path program(String name) throws IOException {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }
}
