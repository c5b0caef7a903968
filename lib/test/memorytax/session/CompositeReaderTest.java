package memorytax.session;

import memorytax.claim.Check;
import memorytax.notebook.Reader;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CompositeReaderTest {
    private final List<String> heard = new ArrayList<>();

    /// To all of them the tutor says what is known of the method.
    @Test
    void whoIsBehindTheReadersHearsAfterThem(@TempDir Path folder) throws Exception {
        var its = Tutored.in(folder);
        var tutor = new Tutor(its.diary(), its::edition, name -> null);
        var reader = new CompositeReader(List.of(hears("first"), hears("person")), tutor,
            (step, happening) -> heard.add("behind " + step.name() + " " + word(happening)));
        reader.happened(its.step(), new StepOutcome.Result(Tutored.threads(101), Duration.ZERO));
        assertEquals(List.of("first as it came", "person as it came", "behind areFew as it came"), heard);
    }

    private static String word(StepOutcome happening) {
        return happening instanceof StepOutcome.Result(Check check, var _) ? check.word() : "no check";
    }

    private Reader hears(String name) {
        return new Reader() {
            @Override
            public void opening(Chapter chapter) {
                // nothing is told here
            }

            @Override
            public void happened(Cell.Step step, StepOutcome happening) {
                heard.add(name + " " + word(happening));
            }

            @Override
            public void closing() {
                // nothing is told here
            }
        };
    }
}
