package memorytax.notebook;

import memorytax.notebook.source.ChapterSource;
import memorytax.notebook.source.SourceException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A reader who does not just go on.
class WalkTest {
    static final String SOURCE = """
        /// # Turns
        void main() { }
        static int twice(int n) { return 2 * n; }
        record Own(int n) { }
        /// ## One
        StringBuilder one(StringBuilder scale) { return scale.append("1"); }
        /// ## Two
        String two(StringBuilder one) { return "two of " + one; }
        /// ## Three
        int three(StringBuilder one) { return twice(one.length()); }
        /// ## Four
        Own four() { return new Own(4); }
        /// ## Five
        int five(Own four) { return four.n(); }
        """;
    private final Turning reader = new Turning();
    private final List<String> heard = reader.heard;
    private final Set<String> forgotten = reader.forgotten;
    private final Map<String, Set<String>> wanted = reader.wanted;
    @TempDir
    private Path folder;
    private Run run;

    @BeforeEach
    void build() throws Exception {
        var chapter = ChapterSource.read("chapter0", SOURCE);
        var givens = new Given<>(StringBuilder.class, _ -> new StringBuilder());
        run = new Run(new Edition(chapter, Fixture.compiled(SOURCE, folder)), List.of(givens));
    }

    private void walk(Object... turns) {
        for (var turn : turns)
            reader.turns.add(turn instanceof Navigation known ? () -> known : () -> edited((String) turn));
        run.run(Selection.all(), reader);
    }

    /// The chapter with `before -> after` in it.
    private Navigation edited(String change) {
        try {
            var file = folder.resolve("edited/chapter0.java");
            Files.createDirectories(file.getParent());
            var words = change.split(" -> ");
            assertTrue(run.edition().chapter().source().contains(words[0]), words[0]);
            Files.writeString(file, run.edition().chapter().source().replace(words[0], words[1]));
            return new Navigation.Changed(run.edition().now(file));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatRestsOnAStepThatIsRunAgainHoldsNoLonger() {
        walk(Navigation.NEXT, Navigation.NEXT, Navigation.BACK, Navigation.BACK, Navigation.AGAIN);
        assertEquals(Set.of("one", "two", "three"), forgotten);
    }

    @Test
    void backShowsWhatWasThereAndRunsNothing() {
        walk(Navigation.NEXT, Navigation.BACK, Navigation.BACK, Navigation.NEXT);
        assertEquals(List.of("one", "= 1", "two", "= two of 1", "one", "was 1", "one", "was 1", "two", "was two of 1"),
            heard);
    }

    /// Each run of `one` makes a builder of its own, so what rests on it must be made anew.
    @Test
    void againRunsTheStepAndLaterWhatRestsOnIt() {
        walk(Navigation.NEXT, Navigation.BACK, Navigation.AGAIN, Navigation.NEXT);
        assertEquals(List.of("one", "= 1", "two", "= two of 1", "one", "was 1", "one", "= 1", "two", "= two of 1"),
            heard);
    }

    @Test
    void anEditRunsWhatItTouchesAndKeepsTheRest() {
        walk(Navigation.NEXT, Navigation.NEXT, "two of -> 2 of", "2 * n -> 20 * n", Navigation.NEXT);
        assertEquals(List.of("one", "= 1", "two", "= two of 1", "three", "= 2", "changed", "two", "= 2 of 1",
            "changed", "three", "= 20", "four", "= Own[n=4]"), heard);
    }

    /// It would be weighed for minutes, and most readers have not touched it yet.
    @Test
    void anExerciseIsLeftUntilItIsTried() throws Exception {
        var source = """
            /// # One
            void main() { }
            record Check(int n) { }
            /// ## Does it?
            Check does() { return new Check(7); }
            """;
        run = new Run(new Edition(ChapterSource.read("chapter0", source), Fixture.compiled(source, folder)), List.of());
        walk(Navigation.AGAIN);
        assertEquals(List.of("does", "Left[]", "does", "= Check[n=7]"), heard);
        heard.clear();
        run.run(Selection.exercises("does"), reader);
        assertEquals(List.of("does", "= Check[n=7]"), heard);
    }

    /// It is run once, with what it needs, and told again in its place; `one` makes a builder of its own each time.
    @Test
    void whatIsWantedOfLaterStepsIsRunAheadAndOnlyOnce() {
        wanted.put("one", Set.of("five"));
        walk(Navigation.NEXT, Navigation.NEXT, Navigation.NEXT, Navigation.NEXT, Navigation.NEXT);
        assertEquals(List.of("one", "four will be Own[n=4]", "five will be 4", "= 1", "two", "= two of 1", "three",
            "= 2", "four", "= Own[n=4]", "five", "= 4"), heard);
        assertEquals("1", run.values().get("one").toString(), "it was run once");
    }

    @Test
    void whatWasRunAheadIsRunAgainWithWhatItRestsOn() {
        wanted.put("one", Set.of("two"));
        walk(Navigation.AGAIN, Navigation.NEXT);
        assertEquals(List.of("one", "two will be two of 1", "= 1", "one", "two will be two of 1", "= 1", "two",
            "= two of 1"), heard);
    }

    /// What the reader has not come to is not run for an edit.
    @Test
    void anEditOfWhatIsToComeWaits() {
        walk("twice(one.length()) -> 7", Navigation.NEXT, Navigation.NEXT);
        assertEquals(List.of("one", "= 1", "changed", "two", "= two of 1", "three", "= 7"), heard);
    }

    /// A value of a type that the chapter declares is of no use to another edition, whose type it is not.
    @Test
    void aValueOfTheChaptersOwnTypeIsMadeAnew() {
        walk(Navigation.NEXT, Navigation.NEXT, Navigation.NEXT, Navigation.NEXT, "two of -> 2 of");
        assertEquals(List.of("changed", "two", "= 2 of 1", "four", "= Own[n=4]", "five", "= 4"),
            heard.subList(10, heard.size()));
    }

    @Test
    void whatDoesNotCompileIsTheCompilersMessageWithTheLine() throws Exception {
        var file = Files.writeString(folder.resolve("broken.java"), SOURCE.replace("four.n()", "four.m()"));
        var failure = assertThrows(SourceException.class, () -> run.edition().now(file));
        var lines = failure.getMessage().lines().toList();
        assertTrue(lines.getFirst().startsWith("broken.java:14: ") && lines.getFirst().contains("cannot find symbol"),
            failure.getMessage());
        assertEquals("int five(Own four) { return four.m(); }", lines.get(lines.size() - 2));
        assertEquals(lines.get(lines.size() - 2).indexOf(".m()"), lines.getLast().indexOf('^'));
    }

    @Test
    void anUntouchedFileIsTheSameEdition() throws Exception {
        var file = Files.writeString(folder.resolve("same.java"), SOURCE);
        assertEquals(run.edition(), run.edition().now(file));
    }
}
