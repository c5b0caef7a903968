package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final Chapter chapter = Fixture.chapter();

    @Test
    void oneStepBringsWhatItNeedsAlongTheWholeWay() {
        var plan = Selection.only("said").of(chapter);
        assertEquals(List.of("guess", "weighedTwice", "said"), names(plan));
        assertEquals(Set.of("guess", "weighedTwice"), plan.needed());
    }

    @Test
    void fromAStepOnBringsOnlyWhatIsMissing() {
        var plan = Selection.from("needsThat").of(chapter);
        assertEquals(List.of("guess", "weighedTwice", "tooMuch", "needsIt", "needsThat", "said"), names(plan));
        assertEquals(Set.of("guess", "weighedTwice", "tooMuch", "needsIt"), plan.needed());
        assertEquals(Selection.all().of(chapter), Selection.from("load").of(chapter));
    }

    @Test
    void whoComesBackNeedsAllThatCameUpBefore() {
        var plan = Selection.resume("tooMuch", Set.of()).of(chapter);
        assertEquals(Selection.all().of(chapter).cells(), plan.cells());
        assertEquals(Set.of("load", "SMALL", "guess", "weighedTwice"), plan.needed());
    }

    @Test
    void whatWasSkippedStaysOutForWhoComesBack() {
        var plan = Selection.resume("tooMuch", Set.of("SMALL", "weighedTwice", "said")).of(chapter);
        assertEquals(List.of("load", "guess", "tooMuch", "needsIt", "needsThat", "said"), names(plan));
        assertEquals(Set.of("load", "guess"), plan.needed());
    }

    @Test
    void anExerciseBringsTheMethodThatItTries() {
        var source = """
            /// # A chapter
            void main() { }
            /// ## Weighed
            int weighed() { return 7; }
            /// ## Yours
            static int yours() { return 1; }
            /// ## Another's
            static int another() { return 1; }
            /// ## Does it?
            Check does(int weighed) { return Check.that(yours() < weighed); }
            """;
        var chapter = ChapterSource.read("chapter0", source);
        var plan = Selection.exercises("").of(chapter);
        assertEquals(List.of("weighed", "yours", "does"), names(plan));
        assertEquals(Set.of("weighed"), plan.needed());
        assertEquals(plan, Selection.exercises("does").of(chapter));
        var refusal = assertThrows(IllegalArgumentException.class, () -> Selection.exercises("weighed").of(chapter));
        assertEquals("chapter0 has no exercise \"weighed\"; it has does", refusal.getMessage());
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Selection.from("twice").of(chapter));
        assertEquals("chapter0 has no cell \"twice\"; it has load, SMALL, guess, weighedTwice, tooMuch, needsIt, "
                + "needsThat, said", refusal.getMessage());
    }

    private static List<String> names(Plan plan) {
        return plan.cells().stream().map(Cell::name).toList();
    }
}
