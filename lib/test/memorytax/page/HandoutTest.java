package memorytax.page;

import memorytax.House;
import memorytax.catalog.Catalog;
import memorytax.catalog.ChapterList;
import memorytax.catalog.Glossary;
import memorytax.notebook.Notes;
import memorytax.notebook.source.ChapterSource;
import memorytax.workshop.ChapterWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HandoutTest {
    private static final Catalog CATALOG = Catalog.in(House.root()).orElseThrow();
    @TempDir
    private Path out;

    private ChapterList shelf(Integer... numbers) {
        var all = ChapterList.of(Optional.of(CATALOG), Notes.in(out), ChapterSource::read);
        var wanted = List.of(numbers);
        return new ChapterList(all.books().stream()
            .filter(book -> wanted.isEmpty() || wanted.contains(book.number())).toList());
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void everyQuestionHasRoomForAGuessAndForWhatWasMeasured() throws IOException {
        var page = Files.readString(new Handout(CATALOG, shelf(), out).write());
        int questions = 0, exercises = 0;
        for (var book : shelf().books()) {
            var work = ChapterWork.of(book.chapter().orElseThrow(), House.root().resolve("chapters"));
            questions += work.questions().size();
            exercises += work.exercises().size();
            for (var exercise : work.exercises()) assertTrue(page.contains(exercise.command()), exercise.command());
            for (var step : work.questions())
                assertTrue(page.contains("<th scope=\"row\">" + PageText.inline(Handout.asked(step))), step.title());
        }
        assertEquals(questions, count(page, "</th><td></td><td( class=\"none\")?></td></tr>"));
        assertEquals(6, count(page, "<td class=\"none\">"), "wishes, of which nothing is measured");
        assertEquals(exercises, count(page, "class=\"box\""));
        assertTrue(page.contains("virtual threads (warmed) · goroutines · asyncio tasks"), "what can be chosen");
    }

    @Test
    void aQuestionIsOneAlsoWhereItsHeadingIsNone() {
        for (var book : shelf().books()) for (var step : book.chapter().orElseThrow().steps())
            if (step.isQuestion()) assertTrue(Handout.asked(step).endsWith("?"), Handout.asked(step));
    }

    /// As on a terminal.
    @Test
    void thingsToPutInOrderHaveNumbers() {
        var step = ChapterSource.read("chapter0", """
            /// # Sorting
            void main() { }
            /// ## In which order?
            Prediction order() { return Prediction.order("asyncio tasks", "goroutines"); }
            """).steps().getFirst();
        assertTrue(Handout.choices(step).contains("1\u00a0asyncio tasks · 2\u00a0goroutines<"), Handout.choices(step));
    }

    @Test
    void itHasTheChaptersThatAreWantedAndNoAnswers() {
        var page = new Handout(CATALOG, shelf(1, 3), out).html();
        assertEquals(2, count(page, "<section class=\"chapter\""));
        assertTrue(page.contains("<code>./jbang chapter1</code>") && page.contains("id=\"chapter3\""), page);
        assertFalse(page.contains("1.1 KB") || page.contains("1.1\u00a0KB"), "an answer");
    }

    @Test
    void itsTermsAreInTheGlossaryAndItsKeysInReadme() {
        var page = new Handout(CATALOG, shelf(1), out).html();
        assertEquals(10, Handout.TERMS.size());
        for (var term : Handout.TERMS) {
            assertEquals(term, Glossary.named(term).orElseThrow().name());
            assertTrue(page.contains("<dt>" + term + "</dt>"), term);
        }
        var readme = House.read("README.md");
        for (var key : Handout.KEYS.keySet()) assertTrue(readme.contains("\n| `" + key + "` |"), key);
    }

    @Test
    void theCheatSheetAndItLeadToEachOther() throws IOException {
        var alone = new Handout(CATALOG, shelf(1), out).html();
        assertTrue(alone.contains("<code>./jbang workbook --cheatsheet</code>"), alone);
        assertFalse(new CheatSheet(CATALOG, shelf(), out).html().contains("handout.html"));
        new Handout(CATALOG, shelf(1), out).write();
        var sheet = Files.readString(new CheatSheet(CATALOG, shelf(), out).write());
        assertTrue(sheet.contains("<a href=\"handout.html\">"), sheet);
        assertTrue(new Handout(CATALOG, shelf(1), out).html().contains("<a href=\"cheatsheet.html\">"));
    }

    @Test
    void itAsksNothingOfANetwork() {
        assertFalse(new Handout(CATALOG, shelf(), out).html().matches("(?s).*(src=|https?://|@import).*"));
    }
}
