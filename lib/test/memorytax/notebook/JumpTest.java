package memorytax.notebook;

import memorytax.notebook.source.ChapterSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A reader who goes to any cell.
class JumpTest {
    private final Turning reader = new Turning();
    @TempDir
    private Path folder;

    private Run chapter(String source) throws Exception {
        return new Run(new Edition(ChapterSource.read("chapter0", source), Fixture.compiled(source, folder)),
            List.of(new Given<>(StringBuilder.class, _ -> new StringBuilder())));
    }

    private List<String> walk(Selection selection, Navigation... turns) throws Exception {
        reader.turns(turns);
        chapter(WalkTest.SOURCE).run(selection, reader);
        return reader.heard;
    }

    /// Of what lies between only that is run which the cell needs.
    @Test
    void aJumpAheadRunsWhatTheCellNeedsAndSkipsTheRest() throws Exception {
        assertEquals(List.of("one", "= 1", "skipped [two, three]", "on the way: four", "= Own[n=4]", "five", "= 4"),
            walk(Selection.all(), new Navigation.To("five")));
    }

    @Test
    void fromThereBackLeadsToWhatWasReadAndOnToWhatComesNext() throws Exception {
        assertEquals(List.of("one", "= 1", "skipped [two, three]", "four", "= Own[n=4]", "one", "was 1",
            "two", "= two of 1", "three", "= 2", "four", "was Own[n=4]"),
            walk(Selection.all(), new Navigation.To("four"), Navigation.BACK, Navigation.NEXT, Navigation.NEXT,
                Navigation.NEXT));
    }

    /// The cell behind the one that was gone to may need what was skipped.
    @Test
    void whatWasSkippedIsRunAsSoonAsACellNeedsIt() throws Exception {
        reader.turns(new Navigation.To("four"), Navigation.NEXT);
        chapter(WalkTest.SOURCE.replace("int five(Own four)", "int five(Own four, int three)"))
            .run(Selection.all(), reader);
        assertEquals(List.of("one", "= 1", "skipped [two, three]", "four", "= Own[n=4]", "on the way: three", "= 2",
            "five", "= 4"), reader.heard);
    }

    @Test
    void anEditDoesNotRunWhatWasSkipped() throws Exception {
        var run = chapter(WalkTest.SOURCE);
        reader.turns(new Navigation.To("five"));
        reader.turns.add(() -> new Navigation.Changed(edited(run)));
        run.run(Selection.all(), reader);
        assertTrue(reader.heard.contains("changed"), reader.heard.toString());
        assertFalse(reader.heard.contains("two"), reader.heard.toString());
    }

    private Edition edited(Run run) {
        try {
            var file = Files.createDirectory(folder.resolve("edited")).resolve("chapter0.java");
            Files.writeString(file, WalkTest.SOURCE.replace("two of", "2 of"));
            return run.edition().now(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Whoever comes back to a chapter may want to see what was read the last time.
    @Test
    void aCellThatWasOnlyNeededIsShownToWhoGoesThere() throws Exception {
        assertEquals(List.of("one", "= 1", "two", "= two of 1", "three", "= 2", "four", "= Own[n=4]",
            "two", "was two of 1", "three", "was 2", "two", "was two of 1"),
            walk(Selection.resume("four", Set.of()), new Navigation.To("two"), Navigation.NEXT, Navigation.BACK));
    }

    @Test
    void whoGoesBeyondWhatWasAskedForHasTheWholeChapter() throws Exception {
        assertEquals(List.of("four", "= Own[n=4]", "five", "= 4", "skipped [three]", "on the way: one", "= 1",
            "two", "= two of 1", "three", "= 2"),
            walk(Selection.only("five"), new Navigation.To("two"), Navigation.NEXT));
    }

    @Test
    void aCellThatIsNotThereLeadsNowhere() throws Exception {
        assertEquals(List.of("one", "= 1", "one", "was 1"), walk(Selection.all(), new Navigation.To("six")));
    }
}
