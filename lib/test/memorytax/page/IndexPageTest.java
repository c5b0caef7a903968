package memorytax.page;

import memorytax.catalog.ChapterList;
import memorytax.claim.Claims;
import memorytax.claim.Headline;
import memorytax.claim.Verdict;
import memorytax.notebook.Notes;
import memorytax.notebook.source.ChapterSource;
import memorytax.record.HeadlineCsv;
import memorytax.record.VerdictsCsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class IndexPageTest {
    @TempDir
    private Path out;

    private String page() throws IOException {
        var chapters = ChapterList.of(Optional.empty(), Notes.in(out), ChapterSource::read);
        return Files.readString(new IndexPage(chapters, out).write());
    }

    private void run(boolean here) throws IOException {
        var folder = Files.createDirectories(out.resolve("chapter2"));
        var headline = new Headline("asyncio tasks", "80 <frames>", "down,\nit takes 20 KB.", here);
        Files.writeString(folder.resolve("headline.csv"), HeadlineCsv.text(headline));
        var verdict = new Verdict(Claims.all().getFirst(), Verdict.Ruling.HOLDS, 2049, 2049, 2049, "", "weighed", here,
            "");
        Files.writeString(folder.resolve("verdicts.csv"), VerdictsCsv.text(List.of(verdict)));
        Files.writeString(out.resolve("chapter2.html"), "");
    }

    @Test
    void aChapterThatWasNotRunIsACommandAndNoAnswer() throws IOException {
        var page = page();
        assertTrue(page.contains("Results of 0 of "), page);
        assertTrue(page.contains("Not run yet: <code>./jbang chapter2</code>"), page);
        assertFalse(page.contains("class=\"badge holds\""), page);
        assertFalse(page.contains("href=\"chapter"), page);
        assertTrue(page.contains("<code>./jbang workbook --cheatsheet</code>"), page);
    }

    /// In the order of the way to a decision, each with what the reader's notes say.
    @Test
    void theMapShowsHowFarTheReaderIs() throws IOException {
        var notes = Notes.in(out);
        notes.put("chapter1", Map.of("done", "2026-11-02", "exercise.solved1", "solved"));
        notes.put("chapter2", Map.of("place", "growth"));
        var page = page();
        var map = page.substring(page.indexOf("<nav class=\"map\""), page.indexOf("</nav>"));
        assertTrue(map.contains("<li class=\"done\" data-page=\"chapter1.html\">"), map);
        assertTrue(map.contains("<li class=\"begun\" data-page=\"chapter2.html\">"), map);
        assertTrue(map.contains("at “growth”"), map);
        assertTrue(map.contains("<li data-page=\"chapter3.html\">"), map);
        assertEquals(11, map.split("data-page", -1).length - 1);
    }

    @Test
    void aChapterThatWasRunHasItsNumberItsPageAndItsVerdicts() throws IOException {
        run(true);
        var page = page();
        assertTrue(page.contains("<p class=\"figure py\">80 &lt;frames&gt;</p>"), page);
        assertTrue(page.contains("<a href=\"chapter2.html\">"), page);
        assertTrue(page.contains("<p>down, it takes 20\u00a0KB.</p>"), page);
        assertTrue(page.contains("The one claim holds."), page);
        assertTrue(page.contains("<a href=\"chapter2.html#weighed\">chapter\u00a02, weighed</a>"), page);
        assertFalse(page.contains("recorded"), page.substring(page.indexOf("<main")));
    }

    @Test
    void whatIsRecordedSaysSo() throws IOException {
        run(false);
        var page = page();
        assertEquals(3, page.split("<span class=\"tag\">recorded</span>", -1).length, page);
        assertFalse(page.contains("chapter2.html#weighed"), page);
    }

    @Test
    void theGuessesOfAllChaptersAreSummedUp() throws IOException {
        assertTrue(page().contains("<p>You have not guessed anything yet.</p>"), page());
        var notes = Notes.in(out);
        for (int n = 1; n <= 3; n++) notes.put("chapter" + n, Map.of("answer.size", "20 KB", "scale.size", "1024.0",
            "label.size", "one task", "unit.size", "B"));
        assertTrue(page().contains("All 3 of your guesses of sizes are more than 25\u00a0% too high; their median is "
            + "20 times too much."), page());
    }

    @Test
    void aVendorsFigureThatWasJudgedMakesASecondLedger() throws IOException {
        var folder = Files.createDirectories(out.resolve("chapter11"));
        Files.writeString(folder.resolve("verdicts.csv"), VerdictsCsv.text(List.of(new Verdict(Claims.of("tokio-task"),
            Verdict.Ruling.REFUTED, 455, 450, 460, "", "field", true, ""))));
        Files.writeString(out.resolve("chapter11.html"), "");
        var page = page();
        assertTrue(page.contains("Every figure of the post, every figure that a vendor publishes, and what"), page);
        assertTrue(page.matches("(?s).*<h3 class=\"part\">The post&#39;s claims</h3>.*what the post says.*<h3 "
            + "class=\"part\">The vendors&#39; own figures</h3>.*what the vendor says.*<a href=\"chapter11.html#"
            + "claim-tokio-task\">The Tokio tutorial: A Tokio task takes a single allocation and 64.*"), page);
        assertFalse(page.matches("(?s).*https?://.*"), page);
    }

    @Test
    void itAsksNothingOfANetwork() throws IOException {
        run(true);
        assertFalse(page().matches("(?s).*(src=|https?://|@import).*"));
    }
}
