package memorytax.cli;

import memorytax.House;
import memorytax.Printed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The workbook as a site, built as its command builds it.
class SiteTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\""),
        ID = Pattern.compile(" id=\"([^\"]+)\"");
    @TempDir
    private static Path folder;
    private static Path site;
    private static String said;

    @BeforeAll
    static void build() {
        site = folder.resolve("site");
        said = said(0, "--site", site.toString(), "--base-url", "https://example.org/workbook");
    }

    private static String said(int exit, String... words) {
        var said = Printed.by(() -> Workbook.run(words));
        assertEquals(exit, said.exit(), said.out() + said.err());
        return said.out() + said.err();
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        var all = new TreeMap<String, byte[]>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                all.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        return all;
    }

    private static Map<String, String> pages() throws IOException {
        var pages = new TreeMap<String, String>();
        files(site).forEach((name, bytes) -> {
            if (name.endsWith(".html")) pages.put(name, new String(bytes, StandardCharsets.UTF_8));
        });
        return pages;
    }

    private static List<String> recorded() throws IOException {
        try (Stream<Path> runs = Files.list(House.root().resolve("data/recorded"))) {
            return runs.filter(Files::isDirectory).map(run -> run.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyRecordedRunIsAPageAndTheLastLineSaysHowMuchThereIs() throws IOException {
        var pages = pages().keySet();
        for (var chapter : recorded()) {
            assertTrue(pages.contains(chapter + ".html"), chapter);
            assertTrue(said.contains(" ✓ " + chapter + ", "), said);
        }
        assertTrue(pages.containsAll(List.of("index.html", "cheatsheet.html", "glossary.html", "404.html")),
            "" + pages);
        var last = said.lines().toList().getLast();
        assertTrue(last.startsWith(" Written: " + files(site).size() + " files, "), last);
        assertFalse(Files.exists(site.resolve("notes.properties")), "nobody has read it");
    }

    /// The second one on top of an older one, of which nothing is left.
    @Test
    void twoBuildsAreTheSameByteForByte() throws IOException {
        var again = Files.createDirectories(folder.resolve("again/chapter99"));
        Files.writeString(again.resolve("old.csv"), "of an earlier site");
        Files.writeString(again.resolveSibling("chapter99.html"), "of an earlier site");
        Files.copy(site.resolve(".nojekyll"), again.resolveSibling(".nojekyll"));
        said(0, "--site", again.getParent().toString(), "--base-url", "https://example.org/workbook/");
        var first = files(site);
        var second = files(again.getParent());
        assertEquals(first.keySet(), second.keySet());
        first.forEach((name, bytes) -> assertArrayEquals(bytes, second.get(name), name));
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        var files = files(site).keySet();
        var pages = pages();
        var dead = new ArrayList<String>();
        pages.forEach((name, html) -> LINK.matcher(html).results().map(link -> link.group(1)).distinct()
            .filter(link -> !link.matches("(https?|data):.*")).forEach(link -> {
                var parts = link.split("#", 2);
                var page = parts[0].isEmpty() ? name : parts[0];
                if (!files.contains(page) || parts.length == 2 && ID.matcher(pages.get(page)).results()
                    .noneMatch(id -> id.group(1).equals(parts[1]))) dead.add(name + " -> " + link);
            }));
        assertEquals(List.of(), dead);
    }

    @Test
    void aPageIsOneFileThatSaysWhatItIsAbout() throws IOException {
        for (var page : pages().entrySet()) {
            var head = page.getValue().substring(0, page.getValue().indexOf("<style>"));
            assertTrue(page.getValue().length() < 400_000, page.getKey());
            assertTrue(head.contains("content=\"default-src 'none'; "), page.getKey());
            assertTrue(head.contains("<link rel=\"icon\" href=\"data:"), page.getKey());
            if (page.getKey().equals("404.html")) continue;
            assertTrue(head.matches("(?s).*<meta name=\"description\" content=\"[^\"]{40,300}\">.*"), head);
            var picture = head.replaceFirst("(?s).*og:image\" content=\"https://example.org/workbook/([^\"]+).*", "$1");
            assertTrue(Files.exists(site.resolve(picture)), head);
        }
    }

    @Test
    void aFolderThatHoldsSomethingElseIsLeftAlone(@TempDir Path out) throws IOException {
        Files.writeString(out.resolve("index.html"), "mine");
        Files.writeString(out.resolve(".nojekyll"), "");
        var line = said(2, "--site", out.toString());
        assertTrue(line.startsWith("workbook: --site: ") && line.contains("holds other files"), line);
        assertEquals("mine", Files.readString(out.resolve("index.html")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--base-url https://a.org            | --base-url: goes with --site only",
        "--site x --base-url ftp://a.org     | --base-url: \"ftp://a.org\" is not an address like https://",
        "--site x --base-url here            | --base-url: \"here\" is not an address like https://",
        "--site x --reset                    | --reset and --site do not go together",
        "--site                              | --site: it needs a value, DIR"})
    void whatCannotBeMeantIsOneLine(String words, String says) {
        var line = said(2, words.strip().split(" +"));
        assertEquals(1, line.lines().count(), line);
        assertTrue(line.startsWith("workbook: ") && line.contains(says), line);
    }
}
