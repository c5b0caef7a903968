package memorytax.page;

import memorytax.House;
import memorytax.catalog.Catalog;
import memorytax.catalog.ChapterList;
import memorytax.claim.Claims;
import memorytax.notebook.Notes;
import memorytax.notebook.source.ChapterSource;
import memorytax.workshop.ChapterWork;
import memorytax.workshop.LeaderNotes;
import memorytax.workshop.Timetable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LeaderPageTest {
    private static final Catalog CATALOG = Catalog.in(House.root()).orElseThrow();
    private static final Path CHAPTERS = House.root().resolve("chapters");
    @TempDir
    private Path out;

    private ChapterList shelf() {
        return ChapterList.of(Optional.of(CATALOG), Notes.in(out), ChapterSource::read);
    }

    private String page(Optional<Timetable> plan) {
        return new LeaderPage(CATALOG, shelf(), out, plan).html();
    }

    /// The part of the page about one chapter.
    private static String chapter(String page, int number) {
        var from = page.indexOf("<section class=\"chapter\" id=\"chapter" + number + "\">");
        return page.substring(from, page.indexOf("</section>", from));
    }

    private static String guess(String chapter, String title) {
        var from = chapter.indexOf(">" + title + "</a></dt>");
        return chapter.substring(from, chapter.indexOf("</dd>", from));
    }

    @Test
    void everyChapterHasItsQuestionsGuessesExercisesAndCells() throws IOException {
        var page = Files.readString(new LeaderPage(CATALOG, shelf(), out, Optional.empty()).write());
        for (var book : shelf().books()) {
            var chapter = book.chapter().orElseThrow();
            var html = chapter(page, book.number());
            var notes = LeaderNotes.of(House.root(), chapter);
            for (var question : notes.questions())
                assertTrue(html.contains("<dt>" + PageText.inline(question.question()) + "</dt>"), question.question());
            for (var cell : chapter.documented())
                assertTrue(html.contains(PageText.inline(cell.title()) + "</a> <span>"), cell.title());
            for (var exercise : ChapterWork.of(chapter, CHAPTERS).exercises()) {
                assertTrue(html.contains("<code>" + exercise.command() + "</code>"), exercise.command());
                assertFalse(exercise.hints().isEmpty(), exercise.toString());
                assertTrue(html.contains(PageText.inline(exercise.hints().getLast())), exercise.toString());
                assertTrue(Files.isRegularFile(CHAPTERS.resolve(exercise.exercise().file())));
            }
            for (var step : notes.guesses().keySet()) {
                var title = chapter.steps().stream().filter(s -> s.name().equals(step)).findFirst().orElseThrow();
                assertTrue(guess(html, PageText.inline(title.title())).contains("Typical: "), step);
            }
            assertTrue(html.contains("<h3>In the room</h3>"), book.name());
            assertEquals(!Claims.ofChapter(book.number()).isEmpty(),
                html.matches("(?s).*<h3>What the (post says|vendors say)</h3>.*"), book.name());
        }
        assertFalse(page.contains("{slope") || page.contains("{told") || page.contains("see the cell"), "open names");
        assertTrue(page.contains("./jbang workbook --plan 90 --leader"), "how to get a timetable");
    }

    @Test
    void whatIsRecordedSaysSo() {
        var html = chapter(page(Optional.empty()), 1);
        var asked = guess(html, "How many bytes does one waiting asyncio task need?");
        assertTrue(asked.contains("Measured: <b>1.1\u00a0KB</b> <span class=\"tag\">recorded</span>"), asked);
        assertTrue(html.contains("The figures below come from our recorded run."), html);
        assertTrue(guess(chapter(page(Optional.empty()), 4), "Your guess: which burst ends first?")
            .contains("not decided"), "forks that do not agree");
    }

    @Test
    void theRoomsOwnRunAndItsGuessesStandInTheirPlace() throws IOException {
        var folder = Files.createDirectories(out.resolve("chapter1"));
        Files.writeString(folder.resolve("answers.csv"),
            "chapter,step,label,measured,origin\nchapter1,perTask,one asyncio task,1.3 KB,here\n");
        Files.writeString(folder.resolve("slopes.csv"), "chapter,step,contender,params,quantity,unit,value,low,high,"
            + "forks,origin\nchapter1,weighed,platform threads,,resident,B/task,30720,1,2,5,here\n");
        Notes.in(out).put("chapter1", Map.of("answer.perTask", "20 <KB>"));
        var html = chapter(page(Optional.empty()), 1);
        var asked = guess(html, "How many bytes does one waiting asyncio task need?");
        assertTrue(asked.contains("<b>1.3\u00a0KB</b></p>"), asked);
        assertTrue(asked.contains("Guessed on this machine: 20 &lt;KB&gt;"), asked);
        assertTrue(Pattern.compile("takes\\s30\u00a0KB\\sin\\sRAM").matcher(html).find(), html);
        assertTrue(Pattern.compile("1 of the \\d+ figures below was measured on this machine").matcher(html).find(),
            html);
    }

    @Test
    void theTimetableIsOnItWhereOneIsWanted() {
        var work = shelf().books().stream().map(book -> ChapterWork.of(book.chapter().orElseThrow(), CHAPTERS))
            .toList();
        var plan = Timetable.of(90, work, false, _ -> 5);
        var page = page(Optional.of(plan));
        assertTrue(page.contains("<h2>" + plan.heading() + "</h2>"), plan.heading());
        assertTrue(page.contains("<a href=\"#chapter1\">1 · Idle tasks</a></th>"), page);
        assertEquals(plan.activities().size() + 1, page.split("<tr><td class=\"n\">\\d+:\\d\\d</td>", -1).length - 1);
        assertTrue(page.contains("<td class=\"n\">1:30</td><td></td><th scope=\"row\">end</th>"), page);
    }

    @Test
    void linksLeadToPagesThatAreThereElseToTheSource() throws IOException {
        Files.writeString(out.resolve("chapter6.html"), "");
        var page = page(Optional.empty());
        assertTrue(page.contains("<a href=\"chapter6.html#seen\">Find the leak in a running process</a>"), page);
        for (var target : List.of("chapters/chapter1.java", "chapters/solutions/chapter1_light.java")) {
            var link = Pattern.compile("href=\"([^\"]*" + target + ")\"").matcher(page);
            assertTrue(link.find(), target);
            assertTrue(Files.isSameFile(House.root().resolve(target), out.resolve(link.group(1))), link.group(1));
        }
    }

    @Test
    void itAsksNothingOfANetwork() {
        assertFalse(page(Optional.empty()).replaceAll("<code>.*?</code>", "").matches("(?s).*(src=|@import|url\\().*"));
    }
}
