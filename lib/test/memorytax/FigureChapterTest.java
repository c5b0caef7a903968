package memorytax;

import memorytax.cli.Commands;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter that asks for a figure, started as a reader starts it who has no terminal.
class FigureChapterTest {
    private static MethodHandles.Lookup chapter;
    @TempDir
    private Path out;

    @BeforeAll
    static void build() throws Exception {
        chapter = MethodHandles.privateLookupIn(Built.of(House.root().resolve("lib/test/fixtures/figures.java")).load(),
            MethodHandles.lookup());
    }

    private Said said(String... args) {
        return Printed.by(() -> Commands.explain(chapter, args));
    }

    @Test
    void whoIsNotAskedHasTheUsualFigureExplained() {
        var said = said("--all", "--out", out.toString());
        assertEquals(0, said.exit(), said.err());
        assertTrue(said.out().contains("The usual answer: 50 KB per goroutine.")
            && said.out().contains("Nothing that was measured comes within 10 %"), said.out());
    }

    @Test
    void theOptionAnswersTheQuestion() {
        var said = said("--all", "--explain", "3 KB per goroutine", "--out", out.toString());
        assertTrue(said.out().contains("Your answer: 3 KB per goroutine.")
            && said.out().contains("one more task, resident"), said.out());
    }

    /// What it has measured is there for the next question, and so is the answer for the next run.
    @Test
    void aQuestionAfterItIsAnsweredFromItsFiles() throws Exception {
        said("--all", "--explain", "4 KB per goroutine with GOGC=25", "--out", out.toString());
        var alone = said("--explain", "3 KB per goroutine", "--out", out.toString());
        assertEquals(0, alone.exit(), alone.err());
        assertTrue(alone.out().contains("From your last run") && alone.out().contains("occupies 3,000 B"), alone.out());
        assertTrue(Files.readString(out.resolve("notes.properties")).lines()
            .anyMatch("figures.answer.yourFigure=4 KB per goroutine with GOGC=25"::equals));
    }

    @Test
    void anAnswerInAFileIsReadAndOneThatIsNoFigureRefused() throws Exception {
        var answers = Files.writeString(out.resolve("answers"), "yourFigure=3 KB per goroutine with GOGC=25\n");
        var said = said("--all", "--answers", answers.toString(), "--out", out.toString());
        assertTrue(said.out().contains("Your answer: 3 KB per goroutine with GOGC=25."), said.out());
        Files.writeString(answers, "yourFigure=3 KB\n");
        var wrong = said("--all", "--answers", answers.toString(), "--out", out.toString());
        assertEquals(2, wrong.exit());
        assertTrue(wrong.err().startsWith("figures: --answers: yourFigure: \"3 KB\": it names no kind of task; ")
            && wrong.err().lines().count() == 1, wrong.err());
    }

    @Test
    void aLiveChapterAsksByItself() {
        var said = said("--live", "--explain", "3 KB per goroutine", "--out", out.toString());
        assertEquals(2, said.exit());
        assertTrue(said.err().startsWith("figures: --live: it does not go with --explain"), said.err());
    }
}
