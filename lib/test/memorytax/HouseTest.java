package memorytax;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What is written down twice is the same in both places, and files stay small.
class HouseTest {
    private static final int LINES = 250;
    private static final Pattern PUBLIC = Pattern.compile("(?m)^public .*?\\b(class|record|interface|enum) (\\w+)");
    private static final Pattern ALIAS =
        Pattern.compile("\"([^\"]+)\"\\s*:\\s*\\{\\s*\"script-ref\"\\s*:\\s*\"([^\"]+)\"");

    @Test
    void theManifestListsEverySourceOnce() {
        var listed = directives("lib/Lib.java", "SOURCES");
        var there = files("lib/memorytax").filter(f -> f.endsWith(".java") && !f.endsWith("package-info.java"))
            .map(f -> f.substring("lib/".length()));
        assertSame(there.toList(), listed, "//SOURCES of lib/Lib.java; ./jbang sources writes them");
    }

    @Test
    void theManifestListsEveryResourceOnce() {
        var listed = directives("lib/Lib.java", "FILES");
        var library = Stream.concat(files("lib/memorytax")
                .filter(f -> f.matches(".*\\.(css|html|js|nanorc|sql|svg|LICENSE)")),
            Stream.concat(files("lib/instruments"), files("lib/peers")).filter(f -> f.matches(".*\\.\\w+")))
            .map(f -> f.substring("lib/".length())).map(f -> f + "=" + f);
        var data = files("data").filter(f -> f.endsWith(".csv")).map(f -> f + "=../" + f);
        assertSame(Stream.concat(library, data).toList(), listed,
            "//FILES of lib/Lib.java; ./jbang sources writes them");
    }

    @Test
    void theManifestHoldsDirectivesAndNothingElse() {
        var others = House.read("lib/Lib.java").lines().filter(l -> !l.isBlank() && !l.startsWith("//")).toList();
        assertEquals(List.of(), others);
    }

    @Test
    void filesAreSmall() {
        var large = files("lib").filter(f -> f.matches(".*\\.(java|go|py|mjs|rs|kt|erl|rb|css|js)"))
            .filter(f -> !f.equals("lib/Lib.java")) // the manifest has a line for each of the others
            .filter(f -> House.read(f).lines().count() > LINES).toList();
        assertEquals(List.of(), large, "more than " + LINES + " lines");
    }

    @Test
    void everyPublicTypeSaysWhatItIsFor() {
        var silent = files("lib").filter(f -> f.endsWith(".java"))
            .flatMap(f -> PUBLIC.matcher(House.read(f)).results().filter(m -> !documented(House.read(f), m.start()))
                .map(m -> f + ": " + m.group(2)));
        assertEquals(List.of(), silent.toList(), "public types without a /// comment");
    }

    @Test
    void theCatalogHasEveryChapterAndNoOther() {
        var aliases = aliases();
        aliases.forEach((name, script) ->
            assertTrue(Files.isRegularFile(House.root().resolve(script)), name + ": there is no " + script));
        for (var chapter : House.chapters()) {
            var file = chapter.getFileName().toString();
            for (var name : List.of(file, file.replace(".java", "")))
                assertEquals("chapters/" + file, aliases.get(name), "the alias " + name);
        }
        assertEquals(2 * House.chapters().size(),
            aliases.keySet().stream().filter(a -> a.startsWith("chapter")).count(), "aliases of chapters");
    }

    @Test
    void theReadmeNamesEveryChapter() {
        var readme = House.read("README.md");
        var unnamed = House.chapters().stream()
            .map(c -> "./jbang " + c.getFileName().toString().replace(".java", ""))
            .filter(command -> !Pattern.compile(Pattern.quote(command) + "\\b").matcher(readme).find()).toList();
        assertEquals(List.of(), unnamed, "commands that README.md does not name");
    }

    @Test
    void noLineIsLongerThanAScreenIsWide() throws Exception {
        var found = new ArrayList<String>();
        for (var file : files("lib").filter(f -> f.endsWith(".java") || f.endsWith(".sql")).sorted().toList()) {
            int number = 0;
            for (var line : Files.readAllLines(House.root().resolve(file))) {
                number++;
                if (line.codePointCount(0, line.length()) > 120) found.add(file + ":" + number);
            }
        }
        assertEquals(List.of(), found, "lines with more than 120 columns");
    }

    @Test
    void nothingIsLeftOverInAnyFile() throws Exception {
        assumeTrue(Files.exists(House.root().resolve(".git")), "not a checkout of Git");
        var git = new ProcessBuilder("git", "ls-files", "-z").directory(House.root().toFile());
        var files = new String(git.start().getInputStream().readAllBytes()).split("\0");
        assertTrue(files.length > 100, "files: " + files.length);
        // in two halves, because this file is one of those that are searched
        var words = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b|/wo" + "rk/|/ro" + "ot/");
        var found = new ArrayList<String>();
        for (var file : files) {
            if (!Files.isRegularFile(House.root().resolve(file))) continue; // removed, but not yet for Git
            var text = Files.readString(House.root().resolve(file), StandardCharsets.ISO_8859_1); // never fails
            words.matcher(text).results().map(MatchResult::group).forEach(word -> found.add(file + ": " + word));
        }
        assertEquals(List.of(), found);
    }

    /// Somebody may set the clock on the wall meanwhile. A stopwatch is `System.nanoTime` or `performance.now`.
    @Test
    void noDurationIsReadFromTheClockOnTheWall() {
        var wall = Pattern.compile("currentTimeMillis|Instant\\.now|\\.instant\\(\\)|\\bDate\\.now|\\btime\\.time\\(");
        var found = Stream.of("lib/memorytax", "lib/peers", "chapters").flatMap(HouseTest::files)
            .filter(f -> f.matches(".*\\.(java|js|mjs|py)") && !f.endsWith("/editor.js")) // which others have written
            .filter(f -> wall.matcher(House.read(f)).find()).toList();
        assertEquals(List.of("lib/memorytax/record/Machine.java"), found, "which says when a run was started");
    }

    private static boolean documented(String source, int at) {
        var before = source.substring(0, at).lines().toList().reversed();
        // an annotation may have lines of its own
        return before.stream().takeWhile(l -> !l.isBlank()).anyMatch(l -> l.startsWith("///"));
    }

    private static Map<String, String> aliases() {
        return ALIAS.matcher(House.read("jbang-catalog.json")).results()
            .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));
    }

    /// The words behind `//SOURCES` or `//FILES`.
    private static List<String> directives(String file, String name) {
        return House.read(file).lines().filter(l -> l.startsWith("//" + name + " "))
            .map(l -> l.substring(name.length() + 3).strip()).toList();
    }

    /// Below a folder of the checkout, as paths from its root.
    private static Stream<String> files(String folder) {
        try (Stream<Path> files = Files.walk(House.root().resolve(folder))) {
            return files.filter(Files::isRegularFile).map(f -> House.root().relativize(f).toString())
                .map(f -> f.replace('\\', '/')).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertSame(List<String> there, List<String> listed, String where) {
        assertTrue(there.size() > 2, where + ": " + there);
        assertEquals(List.of(), there.stream().filter(f -> !listed.contains(f)).sorted().toList(), where + " lack");
        assertEquals(List.of(), listed.stream().filter(f -> !there.contains(f)).toList(), where + " name more");
        assertEquals(Set.copyOf(listed).size(), listed.size(), where + " name something twice");
    }
}
