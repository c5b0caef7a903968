package memorytax.session;

import memorytax.claim.Guess;
import memorytax.claim.Measured;
import memorytax.notebook.Notes;
import memorytax.notebook.Prediction;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.options.Options;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProgressNotesTest {
    private static final Cell.Step FIRST = step("first", "int first() { return 1; }"), SECOND = step("second", "…");
    @TempDir
    private Path folder;
    private Notes notes;

    private static Cell.Step step(String name, String code) {
        return new Cell.Step(name, name, "", code, 1, List.of(), "int");
    }

    private static Chapter chapter(Cell... cells) {
        return new Chapter("chapter0", "A title", "", List.of(cells), "");
    }

    private ProgressNotes diary(Chapter chapter, String... words) {
        var options = new Options();
        Options.command("chapter0", "", options).parseArgs(words);
        return new ProgressNotes(notes, chapter, options);
    }

    @BeforeEach
    void read() {
        notes = Notes.in(folder);
    }

    @Test
    void aRunGoesOnOnlyWithTheSameCodeAndTheSameEffort() {
        var chapter = chapter(FIRST, SECOND);
        diary(chapter, "--quick").cell(SECOND);
        assertEquals(Optional.of(SECOND), diary(chapter).place());
        assertTrue(diary(chapter, "--quick").goesOn());
        assertFalse(diary(chapter, "--forks", "3").goesOn(), "as many processes, and of more contenders");
        assertFalse(diary(chapter).goesOn());
        assertFalse(diary(chapter, "--quick", "--tasks", "10").goesOn());
        assertFalse(diary(chapter(step("first", "int first() { return 2; }"), SECOND), "--quick").goesOn());
    }

    @Test
    void aRecordedRunDoesNotReplaceWhatWasMeasuredHere() {
        guess(diary(chapter(FIRST), "--recorded"), 7);
        assertEquals("7.0", notes.of("chapter0").get("scale.first"));
        guess(diary(chapter(FIRST)), 1_000);
        guess(diary(chapter(FIRST), "--recorded"), 8);
        assertEquals("1000.0", notes.of("chapter0").get("scale.first"));
    }

    /// A chapter of which cells were skipped is not done, and whoever comes back has skipped them still.
    @Test
    void whatWasSkippedIsKnownUntilItComesUp() {
        var diary = diary(chapter(FIRST, SECOND));
        diary.skipped(Set.of("first"));
        diary.cell(SECOND);
        diary.happened(SECOND, new StepOutcome.Result(1, Duration.ZERO));
        assertEquals(Set.of("first"), diary(chapter(FIRST, SECOND)).skipped());
        assertFalse(notes.of("chapter0").containsKey("done"), notes.of("chapter0").toString());
        diary.onTheWay(FIRST);
        assertEquals(Set.of(), diary.skipped());
        diary.happened(FIRST, new StepOutcome.Result(1, Duration.ZERO));
        assertEquals(Optional.empty(), diary.place(), "the reader has not been there");
        diary.cell(SECOND);
        diary.happened(SECOND, new StepOutcome.Result(1, Duration.ZERO));
        assertTrue(notes.of("chapter0").containsKey("done"), notes.of("chapter0").toString());
    }

    @Test
    void whoStartsOverHasSkippedNothing() {
        var diary = diary(chapter(FIRST, SECOND));
        diary.skipped(Set.of("first"));
        diary(chapter(FIRST, SECOND), "--recorded").startsOver();
        assertEquals(Set.of("first"), diary.skipped(), "a recorded run keeps no place");
        diary.startsOver();
        assertEquals(Set.of(), diary.skipped());
    }

    @Test
    void whoReadsOnAPageHasGonePastWhatWaits() {
        var chapter = chapter(FIRST, SECOND);
        var diary = diary(chapter);
        diary.reads(SECOND, Set.of("first", "second"));
        assertEquals(Optional.of(SECOND), diary.place(), "it waits, and is the one to go on with");
        assertEquals(Set.of("first"), diary.skipped());
        assertTrue(diary.goesOn());
        diary.reads(FIRST, Set.of("first", "second"));
        assertEquals(Optional.of(FIRST), diary.place(), "the reader has gone back");
        assertEquals(Set.of(), diary.skipped());
        diary.reads(SECOND, Set.of("first"));
        assertFalse(notes.of("chapter0").containsKey("done"), "the first was never seen");
        diary.reads(SECOND, Set.of());
        assertTrue(notes.of("chapter0").containsKey("done"));
        assertEquals(Optional.empty(), diary.place());
        assertTrue(diary.goesOn(), "whoever opens it again sees the results");
    }

    @Test
    void aResultThatBecameStaleIsOfNoUseUntilItComesAnew() {
        var chapter = chapter(FIRST, SECOND);
        var diary = diary(chapter);
        diary.stale(Set.of("first"));
        diary.stale(Set.of("second"));
        assertEquals(Set.of("third"), diary(chapter).ofUse(Set.of("first", "second", "third")));
        diary.happened(FIRST, new StepOutcome.Result(1, Duration.ZERO));
        assertEquals(Set.of("first"), diary(chapter).ofUse(Set.of("first", "second")));
    }

    private static void guess(ProgressNotes diary, double value) {
        var asked = Prediction.bytes().answered("20 KB").named("first");
        var guess = Guess.of("one task", asked, Optional.of(new Measured(value, value, value, true)));
        diary.happened(FIRST, new StepOutcome.Result(guess, Duration.ZERO));
    }
}
