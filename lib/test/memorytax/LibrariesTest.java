package memorytax;

import memorytax.peers.Surroundings;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The launcher says how much of the libraries is fetched, README how much there is to fetch: of those that a chapter
/// really has.
class LibrariesTest {
    private static final String REPOSITORY = "/repository/";
    /// What only the tests need, and what comes with it.
    private static final Pattern TESTS = Pattern.compile(
        "(org/junit|org/opentest4j|org/apiguardian|org/jspecify|com/tngtech|net/jqwik|org/jsoup"
            + "|org/apache/commons/commons-pool2)/.*");
    private static final double MB = 1024 * 1024;

    @Test
    void areListedAsTheyAre() {
        var jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(jar -> jar.replace('\\', '/')).filter(jar -> jar.contains(REPOSITORY)).toList();
        Assumptions.assumeFalse(jars.isEmpty(), "the libraries come from elsewhere");
        record Library(long size, String path) { }
        var text = jars.stream().map(jar -> new Library(size(Path.of(jar)),
                jar.substring(jar.indexOf(REPOSITORY) + REPOSITORY.length())))
            .filter(l -> !TESTS.matcher(l.path).matches()).distinct().sorted(Comparator.comparing(Library::path))
            .map(l -> l.size + " " + l.path + "\n").collect(Collectors.joining());
        assertEquals(text, House.read("lib/libraries.txt"), "lib/libraries.txt has to be");
    }

    /// As `sha256sum` writes them. A jar of the same name that is another one is somebody's, or ours has to be renewed.
    @Test
    void areTheOnesThatWeKnow() throws Exception {
        var repository = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(jar -> jar.replace('\\', '/').contains(REPOSITORY)).findFirst();
        Assumptions.assumeTrue(repository.isPresent(), "the libraries come from elsewhere");
        var folder = repository.get().replace('\\', '/').replaceFirst("(?<=" + REPOSITORY + ").*", "");
        var text = new StringBuilder();
        for (var path : House.read("lib/libraries.txt").lines().map(line -> line.split(" ")[1]).toList())
            text.append(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                .digest(Files.readAllBytes(Path.of(folder, path))))).append("  ").append(path).append('\n');
        assertEquals(text.toString(), House.read("lib/checksums.txt"), "lib/checksums.txt has to be");
    }

    @Test
    void areAsLargeAsReadmeSays() {
        double sum = House.read("lib/libraries.txt").lines().mapToDouble(l -> Double.parseDouble(l.split(" ")[0]))
            .sum();
        assertEquals(number("README.md", "the libraries \\((\\d+) MB\\)"), sum / MB, 0.15 * sum / MB);
    }

    @Test
    void jbangIsAsLargeAsItIsSaidToBe() {
        int said = number("jbang", "jbang_mb=(\\d+)");
        assertEquals(said, number("README.md", "Maven\\s+fetches it \\((\\d+) MB\\)"));
        var version = Pattern.compile("(?m)^version=(.*)$").matcher(House.read("jbang")).results().findFirst()
            .orElseThrow().group(1);
        var jar = Surroundings.userCache().resolve("jbang-" + version + ".jar");
        Assumptions.assumeTrue(Files.exists(jar), "the launcher has not fetched it here");
        assertEquals(said, Math.round(size(jar) / MB));
    }

    private static int number(String file, String pattern) {
        var found = Pattern.compile(pattern).matcher(House.read(file)).results().map(m -> m.group(1)).toList();
        assertEquals(1, found.size(), file + ": " + pattern);
        return Integer.parseInt(found.getFirst());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
