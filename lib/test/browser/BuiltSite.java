package browser;

import memorytax.House;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The recorded run of all chapters as a site, built once for all tests that look at it, and gone when they have ended.
final class BuiltSite {
    private static Path folder;

    private BuiltSite() {
    }

    /// Where it is.
    static synchronized Path folder() throws IOException, InterruptedException {
        if (folder != null) return folder;
        var all = Files.createTempDirectory("memory-tax-site-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(all)));
        var log = all.resolve("log");
        var site = new ProcessBuilder(House.root().resolve("jbang").toString(), "workbook", "--site",
            all.resolve("site").toString()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertEquals(0, site.waitFor(), () -> read(log));
        folder = all.resolve("site");
        return folder;
    }

    /// Its pages, in the order of their names.
    static List<Path> pages() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
        }
    }

    /// The address of a page that has nothing veiled: somebody follows a link to a part of it.
    static String open(Path file) {
        return file.toUri() + "#top";
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path all) {
        try (Stream<Path> files = Files.walk(all)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
