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

    /// What rests on a verdict comes behind it, too, and a question that needs a result stays where it is.
    @Test
    void questionsComeFirstAndVerdictsLast() {
        var chapter = ChapterSource.read("chapter0", """
            /// # A chapter
            void main() { }
            /// ## Load
            static int load() { return 1; }
            /// ## Weighed
            int weighed() { return 7; }
            /// ## How much?
            Prediction howMuch() { return null; }
            /// ## More?
            Prediction more(int weighed) { return null; }
            /// ## Verdict
            Verdicts verdict(int weighed) { return null; }
            /// ## Ledger
            int ledger(Verdicts verdict) { return 1; }
            /// ## Lessons
            static int takeToWork() { return 1; }
            /// ## Yours
            static int yours() { return 1; }
            /// ## Does it?
            Check does() { return Check.that(yours()); }
            """);
        var plan = Selection.questionsFirst().of(chapter);
        assertEquals(List.of("howMuch", "load", "weighed", "more", "yours", "does", "verdict", "ledger", "takeToWork"),
            names(plan));
        assertEquals(Set.of("does"), plan.left());
        assertEquals(Set.of(), plan.needed());
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
        assertEquals("chapter0 has no exercise \"weighed\"; it has exercise (yours or does)", refusal.getMessage());
    }

    @Test
    void anExerciseIsPickedByItsLevelToo() {
        var source = """
            /// # A chapter
            void main() { }
            /// ## Easier: one
            static int one() { return 1; }
            /// ## One?
            Check isOne() { return Check.that(one()).look("two"); }
            /// ## Exercise: two
            static int two() { return 2; }
            /// ## Two?
            Check isTwo() { return Check.that(two()); }
            """;
        var chapter = ChapterSource.read("chapter0", source);
        assertEquals(List.of("one", "isOne"), names(Selection.exercises("easier").of(chapter)));
        for (var typed : List.of("exercise", "two", "isTwo"))
            assertEquals(List.of("two", "isTwo"), names(Selection.exercises(typed).of(chapter)), typed);
        assertEquals(List.of("one", "isOne", "two", "isTwo"), names(Selection.exercises("").of(chapter)));
        var refusal = assertThrows(IllegalArgumentException.class, () -> Selection.exercises("harder").of(chapter));
        assertEquals("chapter0 has no exercise \"harder\"; it has easier (one or isOne), exercise (two or isTwo)",
            refusal.getMessage());
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
