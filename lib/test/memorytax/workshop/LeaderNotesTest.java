package memorytax.workshop;

import memorytax.House;
import memorytax.claim.Claims;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.CellNames;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;
import memorytax.record.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What the leader is told is true of the chapters as they are.
class LeaderNotesTest {
    private static final Pattern FIGURE = Pattern.compile("\\{([a-z]+\\s+\\|[^{}]*)}"),
        TYPED = Pattern.compile("\\d[\\d,.]*(?:–\\d+)? (?:[KMGT]?B|%|ms|ns|µs|s|min|minutes|times|×)(?!\\w)");
    @TempDir
    private Path folder;

    private static Stream<String> chapters() {
        return House.chapters().stream().map(file -> file.getFileName().toString().replace(".java", ""));
    }

    private static Chapter chapter(String name) {
        return ChapterSource.read(name, House.read("chapters/" + name + ".java"));
    }

    private static String text(String name) {
        return House.read("data/leader/" + name + ".md");
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void everyChapterHasQuestionsAndEachAnswerNamesACellThatShowsIt(String name) {
        var notes = LeaderNotes.of(House.root(), chapter(name)); // fails where a cell is not there
        assertTrue(notes.about().endsWith("."), name);
        assertTrue(notes.questions().size() >= 3, name);
        for (var question : notes.questions()) {
            assertTrue(question.question().endsWith("?") || question.question().endsWith(", in one sentence?"),
                question.question());
            assertFalse(CellNames.in(question.answer()).isEmpty(), "no cell shows it: " + question.question());
        }
        assertTrue(notes.trouble().lines().filter(line -> line.startsWith("- **")).count() >= 3, name);
    }

    /// What asks for a wish has no wrong answer.
    @ParameterizedTest
    @MethodSource("chapters")
    void everyGuessHasWhatPeopleUsuallySay(String name) {
        var guesses = LeaderNotes.of(House.root(), chapter(name)).guesses();
        for (var step : chapter(name).steps()) if (step.isQuestion() && !step.code().contains(".usually("))
            assertTrue(guesses.containsKey(step.name()), name + ": " + step.name());
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void everyFigureStandsInAFile(String name) {
        var figures = new Figures(name, folder);
        var names = FIGURE.matcher(text(name)).results().map(found -> found.group(1).replaceAll("\\s+", " ")).toList();
        assertEquals(List.of(), names.stream().filter(figure -> figures.named(figure).isEmpty()).toList());
        assertEquals(text(name).chars().filter(c -> c == '{').count(), names.size(), "braces that are no figure");
    }

    /// A figure with a unit is one that the chapter's own text says, or the post; all others have a name.
    @ParameterizedTest
    @MethodSource("chapters")
    void noMeasuredFigureIsTyped(String name) {
        var known = oneLine(House.read("chapters/" + name + ".java").replaceAll("(?m)^ *///", "")) + Claims.all();
        var text = oneLine(FIGURE.matcher(text(name)).replaceAll(""));
        var unknown = TYPED.matcher(text).results().map(MatchResult::group).filter(figure -> !known.contains(figure));
        assertEquals(List.of(), unknown.toList());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void whatEveryWorkshopNeedsIsThere() {
        var general = LeaderNotes.general(House.root());
        for (var word : List.of("./jbang workbook --prepare", "fontconfig", "proxy", "battery", "virus", "WSL",
            "--quick", "JDK 25", "intervals are wide")) assertTrue(general.contains(word), word);
        assertFalse(general.startsWith("# "), general);
        assertEquals("", LeaderNotes.general(folder));
    }

    private static LeaderNotes of(String text) {
        return LeaderNotes.parsed(text);
    }

    @Test
    void aFileIsReadByItsHeadings() {
        var notes = of("""
            # Chapter 1

            About
            it.

            ## Wrong guesses

            - `perTask`: too much,
              because.
            - `dearest`: not that.

            ## Questions

            ### Why?

            Because.

            Still.

            ### And how?

            So.

            ## In the room

            - **One.** Two.
            """);
        assertEquals("About it.", notes.about());
        assertEquals(Map.of("perTask", "too much, because.", "dearest", "not that."), notes.guesses());
        assertEquals(List.of(new LeaderNotes.Question("Why?", "Because.\n\nStill."),
            new LeaderNotes.Question("And how?", "So.")), notes.questions());
        assertEquals("- **One.** Two.", notes.trouble());
    }

    @Test
    void whatIsNotThereIsNamedInOneLine() throws IOException {
        var chapter = new Chapter("chapter1", "t", "", List.of(new Cell.Exhibit("load", "The load", "", "", 1)), "");
        assertEquals(0, LeaderNotes.of(folder, chapter).questions().size());
        var file = Files.createDirectories(folder.resolve("data/leader")).resolve("chapter1.md");
        Files.writeString(file, "# C\n\nA.\n\n## Questions\n\n### Why?\n\nSee \"The load\" and \"The lode\".\n");
        assertEquals("data/leader/chapter1.md: there is no cell \"The lode\"",
            assertThrows(IllegalStateException.class, () -> LeaderNotes.of(folder, chapter)).getMessage());
        Files.writeString(file, "# C\n\nA.\n\n## Wrong guesses\n\n- `perTask`: much.\n");
        assertEquals("data/leader/chapter1.md: chapter1 has no question `perTask`",
            assertThrows(IllegalStateException.class, () -> LeaderNotes.of(folder, chapter)).getMessage());
    }
}
