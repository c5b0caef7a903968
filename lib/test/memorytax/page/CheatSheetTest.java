package memorytax.page;

import memorytax.House;
import memorytax.catalog.Catalog;
import memorytax.catalog.ChapterList;
import memorytax.catalog.DiagnosticCommands;
import memorytax.catalog.TakeToWork;
import memorytax.notebook.Notes;
import memorytax.notebook.source.ChapterSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CheatSheetTest {
    private static final String RECORDED = "<span class=\"tag\">recorded</span>";
    private static final Catalog CATALOG = Catalog.in(House.root()).orElseThrow();

    @TempDir
    private Path out;

    private CheatSheet sheet() {
        return sheet(CATALOG);
    }

    private CheatSheet sheet(Catalog catalog) {
        return new CheatSheet(catalog, ChapterList.of(Optional.of(catalog), Notes.in(out), ChapterSource::read), out);
    }

    private static int count(String text, String what) {
        return text.split(Pattern.quote(what), -1).length - 1;
    }

    /// Files of the recorded run, as if they had been measured here.
    private void measured(List<String> contenders) throws IOException {
        var recorded = House.root().resolve("data/recorded/chapter2");
        var folder = Files.createDirectories(out.resolve("chapter2"));
        var machine = Files.readString(recorded.resolve("machine.csv"));
        Files.writeString(folder.resolve("machine.csv"), machine.replaceFirst("(?m)^cpu,.*$", "cpu,an <old> one"));
        var rows = Files.readAllLines(recorded.resolve("weighings.csv"));
        var own = new ArrayList<>(List.of(rows.getFirst()));
        rows.stream().filter(row -> contenders.stream().anyMatch(c -> row.startsWith("chapter2,weighed," + c + ",")))
            .forEach(own::add);
        Files.write(folder.resolve("weighings.csv"), own);
    }

    @Test
    void everySentenceOfEveryChapterIsOnIt() throws IOException {
        var html = sheet().html();
        int sentences = 0;
        for (var book : sheet().shelf().books()) {
            var chapter = book.chapter().orElseThrow();
            var take = TakeToWork.of(chapter, CATALOG.programs(chapter)).orElseThrow();
            for (var sentence : take.sentences()) {
                var begins = PageText.inline(sentence).replaceAll(" \\(&quot;.*", "");
                assertTrue(html.contains("<li>" + begins), begins);
            }
            sentences += take.sentences().size();
            for (var idiom : take.idioms()) assertTrue(html.contains(PageText.inline(idiom.why())), idiom.toString());
        }
        assertEquals(sentences, count(html, "<li>"));
        for (var command : DiagnosticCommands.all())
            assertTrue(html.contains("<code>" + PageText.escape(command.line()) + "</code>"), command.line());
    }

    @Test
    void whereNothingWasMeasuredTheRecordedRunStandsInAndSaysSo() throws IOException {
        var html = Files.readString(sheet().write());
        assertEquals(4, count(html, RECORDED), html);
        assertTrue(html.contains("Recorded on 2 cores of AMD EPYC"), html);
        assertFalse(html.contains("Measured on"), html);
        assertTrue(html.matches("(?s).*<th scope=\"row\" class=\"go\">goroutine<br>.*?</th>"
            + "<td class=\"n\">2\\.7.KB<br><small>2\\.6.KB</small></td>.*"), html);
        assertTrue(Pattern.compile("virtual thread<br>.*?≈ 1\\.\\d.KB").matcher(html).find(), "between two depths");
    }

    @Test
    void whatWasMeasuredHereIsNotMarked() throws IOException {
        measured(List.of("goroutines", "asyncio tasks"));
        var some = sheet().html();
        assertEquals(2, count(some, RECORDED), some);
        assertTrue(some.contains("Measured on 2 cores of an &lt;old&gt; one") && some.contains("Recorded on 2"), some);
        measured(List.of("goroutines", "asyncio tasks", "virtual threads", "platform threads"));
        var all = sheet().html();
        assertEquals(0, count(all, RECORDED), all);
        assertFalse(all.contains("Recorded on"), all);
    }

    @Test
    void linksLeadToPagesThatAreThereElseToTheSource() throws IOException {
        Files.writeString(out.resolve("chapter6.html"), "");
        var html = sheet().html();
        assertTrue(html.contains("href=\"chapter6.html#seen\">Find the leak in a running process</a>"), html);
        var target = Pattern.compile("href=\"([^\"]*chapter1\\.java)\"").matcher(html);
        assertTrue(target.find(), html);
        assertTrue(Files.isSameFile(CATALOG.scripts().get("chapter1"), out.resolve(target.group(1))), target.group(1));
        assertFalse(html.contains("href=\"index.html\""), html);
    }

    @Test
    void aCellThatIsNotThereIsAFlaw() throws IOException {
        var root = Files.createDirectories(out.resolve("workbook/chapters")).getParent();
        Files.writeString(root.resolve("jbang-catalog.json"),
            "{\"aliases\": {\"chapter1\": {\"script-ref\": \"chapters/chapter1.java\"}}}");
        var source = """
            /// # T
            void main() { }
            /// ## What to take to work
            /// - Weigh it ("Weigh all").
            static void takeToWork() { }
            """;
        Files.writeString(root.resolve("chapters/chapter1.java"), source);
        var flaw = assertThrows(IllegalStateException.class, () -> sheet(Catalog.in(root).orElseThrow()).html());
        assertEquals("chapter1, What to take to work: there is no cell \"Weigh all\"", flaw.getMessage());
        Files.writeString(root.resolve("chapters/chapter1.java"), source.replace("{ }", "{"));
        var html = sheet(Catalog.in(root).orElseThrow()).html();
        assertTrue(html.contains("<p class=\"cap\">chapter1.java:"), html);
    }

    @Test
    void itAsksNothingOfANetwork() {
        assertFalse(sheet().html().replaceAll("<code>.*?</code>", "").matches("(?s).*(src=|https?://|@import).*"));
    }
}
