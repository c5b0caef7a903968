package memorytax.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A browser that prints pages as PDF, without a window.
///
/// @param browser the program: Chrome or Chromium
record PdfPrinter(Path browser) {
    private static final int SECONDS = 60;
    private static final List<String> QUIETLY = List.of("--headless=new", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--no-pdf-header-footer", "--host-resolver-rules=MAP * ~NOTFOUND");

    /// Prints the page, which asks nothing of any network.
    ///
    /// @throws IOException when there is no PDF then
    void print(Path page, Path pdf) throws IOException {
        Files.deleteIfExists(pdf);
        var profile = Files.createTempDirectory("memory-tax-"); // not that of a browser in which somebody reads
        try {
            run(profile, page, pdf, List.of());
            // root has no sandbox, nor has a container: then this page of ours is printed without
            if (!Files.exists(pdf)) run(profile, page, pdf, List.of("--no-sandbox"));
        } finally {
            remove(profile);
        }
        if (!Files.exists(pdf)) throw new FileSystemException(pdf.toString(), null, browser + " has printed nothing");
    }

    private void run(Path profile, Path page, Path pdf, List<String> more) throws IOException {
        var command = new ArrayList<>(List.of(browser.toString(), "--user-data-dir=" + profile,
            "--print-to-pdf=" + pdf.toAbsolutePath()));
        command.addAll(QUIETLY);
        command.addAll(more);
        command.add(page.toUri().toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) end(process);
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException | UncheckedIOException e) {
            // it is in the folder for what may be deleted
        }
    }
}
