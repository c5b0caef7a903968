package memorytax.export;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class PdfPrinterTest {
    @TempDir
    private Path folder;

    @Test
    void aPageIsPrinted() throws Exception {
        var browser = InstalledBrowser.find(System.getenv());
        assumeTrue(browser.isPresent(), InstalledBrowser.NONE);
        var page = Files.writeString(folder.resolve("a page.html"), "<p>A page");
        var pdf = folder.resolve("a page.pdf");
        new PdfPrinter(browser.get()).print(page, pdf);
        var text = Files.readString(pdf, StandardCharsets.ISO_8859_1);
        assertTrue(text.startsWith("%PDF-") && text.contains("/Type /Page"), text.substring(0, 20));
    }

    /// What an earlier run has printed is not this run's.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aBrowserThatPrintsNothingIsNamed() throws Exception {
        var browser = Files.writeString(folder.resolve("browser"), "#!/bin/sh\nexit 0\n");
        assertTrue(browser.toFile().setExecutable(true));
        var pdf = Files.writeString(folder.resolve("page.pdf"), "old");
        var wrong = assertThrows(IOException.class, () ->
            new PdfPrinter(browser).print(folder.resolve("page.html"), pdf));
        assertEquals(pdf + ": " + browser + " has printed nothing", wrong.getMessage());
        assertFalse(Files.exists(pdf));
    }

    /// Root is given no sandbox by the browser, which says so and ends: the second try is without.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whereThereIsNoSandboxItIsTriedWithout() throws Exception {
        var browser = Files.writeString(folder.resolve("browser"), """
            #!/bin/sh
            case "$*" in *--no-sandbox*) ;; *) exit 1;; esac
            for word; do case $word in --print-to-pdf=*) echo %PDF >"${word#*=}";; esac; done
            """);
        assertTrue(browser.toFile().setExecutable(true));
        var pdf = folder.resolve("page.pdf");
        new PdfPrinter(browser).print(folder.resolve("page.html"), pdf);
        assertEquals("%PDF\n", Files.readString(pdf));
    }
}
