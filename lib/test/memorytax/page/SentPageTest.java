package memorytax.page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A page that goes from hand to hand: its files are inside, it leads to what is there alone, and it asks nothing.
class SentPageTest {
    private static final String PAGE = """
        <html><head><meta charset="utf-8">
        <style>
        p{}</style></head><a class="file" href="c/a.csv">a</a> <a class="file" href="c/b.csv">b</a>
        <script>
        1</script>
        """;
    @TempDir
    private Path folder;

    @Test
    void itsFilesAreInsideAsTheyWereWhereThereIsRoom() throws IOException {
        Files.createDirectories(folder.resolve("c"));
        Files.writeString(folder.resolve("c/a.csv"), "task,size\n1,2\n");
        Files.writeString(folder.resolve("c/b.csv"), new Random(1).ints(300_000).mapToObj(Integer::toString)
            .collect(Collectors.joining(",")));
        var html = PageData.inside(PAGE, folder);
        var held = Pattern.compile("data-file=\"c/a.csv\">([^<]+)</script>").matcher(html);
        assertTrue(held.find(), html);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(held.group(1))))) {
            assertEquals("task,size\n1,2\n", new String(in.readAllBytes()));
        }
        assertFalse(html.contains("data-file=\"c/b.csv\""), "three megabytes are too much");
        assertEquals(PAGE, PageData.inside(PAGE, folder.resolve("elsewhere")));
    }

    /// The hash of `\n1` is that of what stands between the tags, the first line break with it.
    @Test
    void itsPolicyKnowsItsOwnScriptAndStyleAndNothingElse() {
        var html = PagePolicy.sealed(PAGE.replace("<a ", "<a style=\"color:red\" "));
        assertTrue(html.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "), html);
        assertTrue(html.contains("; script-src 'sha256-790w0d2loaMp7p0L9hOH7n4lTsaUd+F84cQ3DSjists='; "), html);
        assertTrue(html.matches("(?s).* style-src 'sha256-[^']+' 'unsafe-hashes' 'sha256-[^']+'; .*"), html);
        assertTrue(PagePolicy.sealed("<meta charset=\"utf-8\">\n<style></style>").contains("script-src 'none';"));
    }

    @Test
    void itLeadsToWhatIsThere() throws IOException {
        Files.writeString(folder.resolve("chapter2.html"), "");
        var around = Neighbours.of(folder.resolve("chapter1.html"));
        assertEquals("<a href=\"chapter2.html#weighed\">two</a>", around.link("chapter2.html#weighed", "two"));
        assertEquals("<a href=\"chapter1.html\">itself</a>", around.link("chapter1.html", "itself"));
        assertEquals("three", around.link("chapter3.html#weighed", "three"));
        var site = Neighbours.ofSite(Set.of("chapter3.html"), "");
        assertEquals("<a href=\"chapter3.html\">three</a>", site.link("chapter3.html", "three"));
    }
}
