package memorytax.session;

import memorytax.House;
import memorytax.notebook.CellState;
import memorytax.notebook.Exercise;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;
import memorytax.notebook.source.Signatures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a question hides, in each chapter.
class VeilTest {
    private static Chapter chapter(Path file) throws Exception {
        return ChapterSource.read(file.getFileName().toString().replace(".java", ""), Files.readString(file));
    }

    private static Map<String, CellState> asking(Chapter chapter) {
        var states = new HashMap<String, CellState>();
        for (var step : chapter.steps()) states.put(step.name(), step.isQuestion() ? CellState.ASKS : CellState.IDLE);
        return states;
    }

    /// A question about what the reader wants has a usual answer.
    private static boolean guess(Cell.Step step) {
        return !step.code().contains(".usually(");
    }

    @ParameterizedTest
    @MethodSource("memorytax.House#chapters")
    void allBelowTheFirstGuessButQuestionsAndExercises(Path file) throws Exception {
        var chapter = chapter(file);
        var names = chapter.documented().stream().map(Cell::name).toList();
        var asked = chapter.steps().stream().filter(s -> s.isQuestion() && guess(s)).map(Cell::name).toList();
        var ownCells = Exercise.of(chapter).stream().map(Exercise::name).toList();
        int from = names.indexOf(asked.getFirst()), to = names.indexOf(ownCells.getFirst());
        var expected = new HashSet<>(names.subList(from + 1, to));
        expected.removeAll(chapter.steps().stream().filter(Cell.Step::isQuestion).map(Cell::name).toList());
        var veiled = Veil.of(chapter, asking(chapter), VeilTest::guess);
        assertEquals(expected, veiled.keySet());
        assertEquals(List.of(asked.getFirst()), veiled.values().stream().map(Cell::name).distinct().toList());
        for (var kind : List.of("Headline", "Verdicts", "Guess"))
            assertTrue(veiled.keySet().containsAll(ofType(chapter, kind)), kind);
        assertTrue(veiled.containsKey("takeToWork"));
    }

    private static List<String> ofType(Chapter chapter, String type) {
        return chapter.steps().stream().filter(s -> Signatures.simple(s.type()).equals(type)).map(Cell::name).toList();
    }

    @ParameterizedTest
    @MethodSource("memorytax.House#chapters")
    void nothingOnceAllGuessesAreMadeOrPassed(Path file) throws Exception {
        var chapter = chapter(file);
        var states = asking(chapter);
        for (var step : chapter.steps()) if (guess(step)) states.replace(step.name(), CellState.FRESH);
        assertEquals(Map.of(), Veil.of(chapter, states, VeilTest::guess));
    }

    /// In chapter 1 a later question is about a queue.
    @Test
    void aLaterQuestionHidesWhatIsBelowIt() throws Exception {
        var chapter = chapter(House.chapters().getFirst());
        var states = asking(chapter);
        states.put("perTask", CellState.FRESH);
        states.put("dearest", CellState.FRESH);
        var veiled = Veil.of(chapter, states, VeilTest::guess);
        assertFalse(veiled.containsKey("weighed") || veiled.containsKey("headline"));
        assertEquals("withAQueue", veiled.get("awaited").name());
    }

    /// Their headings are left out of the contents: one says "Why a queue costs so much in Python".
    @Test
    void whatExplainsHidesItsHeadingToo() throws Exception {
        var chapter = chapter(House.chapters().getFirst());
        var explaining = chapter.documented().stream().filter(cell -> Veil.explains(chapter, cell)).map(Cell::name)
            .collect(Collectors.toSet());
        assertTrue(explaining.containsAll(List.of("inAQueue", "share", "headline", "takeToWork")),
            explaining.toString());
        for (var name : List.of("weighed", "perTask", "virtualThreads")) assertFalse(explaining.contains(name), name);
    }
}
