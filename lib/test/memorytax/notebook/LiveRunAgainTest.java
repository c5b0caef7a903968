package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// What comes from an earlier run does not move the reader's place: nobody has asked for it now.
@Timeout(60)
class LiveRunAgainTest {
    private static final String SOURCE = """
        import java.util.concurrent.*; import memorytax.notebook.Prediction;
        /// # Again
        void main() { }
        /// ## Guess
        Prediction guess() { return Prediction.bytes(); }
        /// ## Weighed
        int weighed(Semaphore scale) { return 20; }
        /// ## Drawn
        String drawn(int weighed, Prediction guess) { return weighed + " " + guess; }
        """;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void onlyWhatSomebodyAsksForComesUp(@TempDir Path folder) throws Exception {
        var edition = new Edition(ChapterSource.read("chapter0", SOURCE), Fixture.compiled(SOURCE, folder));
        var run = new Run(edition, List.of(new Given<>(Semaphore.class, _ -> new Semaphore(0))));
        try (var live = new LiveRun(run, new Ahead(_ -> false, false), new Listener(),
            step -> step.takes(Semaphore.class), () -> { })) {
            live.open(Map.of("guess", Prediction.bytes().answered("3 KB").named("guess")), Set.of("weighed"));
            assertEquals(List.of("needed guess", "needed weighed", "needed drawn"), heard());
            live.run("weighed");
            assertEquals(List.of("cell weighed", "needed drawn"), heard());
            live.answer("guess", "4 KB");
            assertEquals(List.of("cell guess", "needed drawn"), heard());
        }
    }

    /// Up to where nothing is left to be done.
    private List<String> heard() throws InterruptedException {
        var all = new ArrayList<String>();
        for (var next = heard.take(); !next.equals("closing"); next = heard.take()) all.add(next);
        return all;
    }

    private final class Listener implements Reader {
        @Override
        public void opening(Chapter chapter) { }

        @Override
        public void cell(Cell.Documented cell) {
            heard.add("cell " + cell.name());
        }

        @Override
        public void needed(Cell.Step step) {
            heard.add("needed " + step.name());
        }

        @Override
        public void happened(Cell.Step step, StepOutcome happening) { }

        @Override
        public void closing() {
            heard.add("closing");
        }
    }
}
