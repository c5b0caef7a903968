package memorytax.notebook;

import memorytax.notebook.source.ChapterSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExerciseTest {
    private static final String CHAPTER = """
            /// # Title
            void main() { }

            /// ## Yours
            static int light(int n) {
                return n; // the reader's
            }

            static int folded() { return 1; }

            /// ## Not yours
            static int other() { return 2; }

            /// ## Light?
            Check lightEnough(Scale scale) {
                folded();
                return scale.of(n -> light(n)).hint("other() is no hint");
            }

            /// ## No exercise
            int light2() { return light(2); }
            """;
    private static final String SOLUTION = """
            import module java.base;

            /// ## Why
            ///
            /// Because.
            ///
            /// ### Hints
            ///
            /// 1. Think of
            ///    `n`.
            /// 2. Think.
            ///
            /// ### As it came
            ///
            /// ```java
            /// static int light(int n) {
            ///
            ///     return  n;
            /// }
            /// ```
            static int light(int n) {
                return 0;
            }
            """;
    private static final Exercise LIGHT = new Exercise("chapter0", "light", "lightEnough", "Yours");

    @Test
    void aCheckExercisesTheFirstExhibitThatItNames() {
        assertEquals(List.of(LIGHT), Exercise.of(ChapterSource.read("chapter0", CHAPTER)));
        assertEquals("solutions/chapter0_light.java", LIGHT.file());
    }

    @Test
    void itsHeadingTellsTheLevel() {
        var chapter = ChapterSource.read("chapter0", """
            /// ## Shared
            static int shared() { return 1; }
            /// ## Harder: with less
            static int less() { return 1; }
            /// ## Easier ways: none
            static int more() { return 1; }
            /// ## Less?
            Check isLess() { return on(shared(), less()); } // more()
            /// ## More?
            Check isMore() { return on(more()).look("less()"); }
            """);
        assertEquals(List.of("less harder harder", "more exercise "), Exercise.of(chapter).stream()
                .map(e -> e.name() + " " + e.level().word() + " " + e.told()).toList());
        assertEquals(List.of("harder", "isMore"), Exercise.of(chapter).stream().map(e -> e.pick(chapter)).toList());
    }

    @Test
    void aLevelThatTwoExercisesHavePicksNeither() {
        var twice = ChapterSource.read("chapter0", CHAPTER.replace("## Yours", "## Exercise: light")
                + "/// ## Exercise: more\nstatic int more() { return 1; }\n"
                + "/// ## More?\nCheck isMore() { return on(more()); }\n");
        assertEquals(List.of("lightEnough", "isMore"), Exercise.of(twice).stream().map(e -> e.pick(twice)).toList());
    }

    @Test
    void aMethodIsAsItCameUntilItsCodeIsEdited() {
        assertTrue(LIGHT.asItCame(CHAPTER, SOLUTION), "a comment and blanks do not count");
        assertFalse(LIGHT.asItCame(CHAPTER.replace("return n;", "return n + 0;"), SOLUTION));
        assertFalse(LIGHT.asItCame(LIGHT.put(CHAPTER, SOLUTION), SOLUTION));
        assertFalse(LIGHT.asItCame(CHAPTER, SOLUTION.replace("As it came", "As it was")), "nobody knows how it came");
    }

    @Test
    void theSolutionTakesTheReadersPlaceAndNothingElseMoves() {
        assertEquals(CHAPTER.replace("return n; // the reader's", "return 0;"), LIGHT.put(CHAPTER, SOLUTION));
        assertEquals("Because.", LIGHT.solution(SOLUTION).prose());
        assertEquals(List.of("Think of `n`.", "Think."), LIGHT.hints(SOLUTION));
        assertEquals(Optional.of("static int light(int n) {\n\n    return  n;\n}"), LIGHT.original(SOLUTION));
        assertEquals("solutions/chapter0_light.java has no method \"light\"",
                assertThrows(IllegalArgumentException.class, () -> LIGHT.put(CHAPTER, "class A { }")).getMessage());
    }
}
