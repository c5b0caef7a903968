package memorytax.notebook;

import memorytax.House;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.ChapterSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// An answer is followed to what it is compared with, by the code alone.
class ComparisonTest {
    private static final String SOURCE = """
        /// # A chapter
        void main() { }
        /// ## A
        Weighings a() { return null; }
        /// ## B
        Weighings b() { return null; }
        /// ## How much?
        Prediction howMuch() { return null; }
        /// ## Which?
        Prediction which() { return null; }
        /// ## Wish
        Prediction wish() { return null; }
        /// ## Service
        int service(Prediction wish) { return 1; }
        /// ## Guesses
        List<Guess> guesses(Weighings b, Weighings a, Prediction howMuch, Prediction which) {
            var least = new TreeMap<String, Integer>();
            for (var each : List.of(1, 2)) least.put("b", size(b, each));
            var most = a.most(which.answers());
            return List.of(Guess.of("one", howMuch, Measured.least(least)),
                CaseGuesses.of(which, most, a.here(most)));
        }
        static int size(Weighings w, int each) { return each; }
        """;

    private static List<Path> chapters() {
        return House.chapters();
    }

    @Test
    void anAnswerIsFollowedThroughVariables() {
        assertEquals(List.of(new Comparison("howMuch", "guesses", List.of("b")),
            new Comparison("which", "guesses", List.of("a"))), Comparison.of(ChapterSource.read("chapter0", SOURCE)));
    }

    /// Else `--fast` would not know what to show of a wrong guess.
    @ParameterizedTest
    @MethodSource("chapters")
    void everyGuessOfAChapterIsCompared(Path file) throws IOException {
        var chapter = ChapterSource.read(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        var compared = Comparison.of(chapter).stream().map(Comparison::question).toList();
        var asked = chapter.steps().stream().filter(Cell.Step::isQuestion).filter(q -> !q.code().contains(".usually("))
            .map(Cell::name).toList();
        assertEquals(asked.stream().sorted().toList(), compared.stream().sorted().toList());
    }

    @Test
    void inChapterTwoAllIsAboutTheWeighingsByDepth() throws IOException {
        var chapter = ChapterSource.read("chapter2", House.read("chapters/chapter2.java"));
        assertEquals("atTheTop [weighed], deepDown [weighed], deepGoroutine [weighed]", Comparison.of(chapter).stream()
            .map(c -> c.question() + " " + c.measured()).collect(Collectors.joining(", ")));
    }
}
