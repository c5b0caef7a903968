package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTest {
    private static final List<Given<?>> GIVENS =
            List.of(new Given<>(StringBuilder.class, step -> new StringBuilder(step.name() + " guessed ")));

    @TempDir
    static Path folder;

    /// Writes down what it is told, and has had enough before the cell `last`.
    private static class Listener implements Reader {
        final List<String> heard = new ArrayList<>();
        final String last;

        Listener(String last) {
            this.last = last;
        }

        @Override
        public void opening(Chapter chapter) {
            heard.add("opening");
        }

        @Override
        public void cell(Cell.Documented cell) {
            heard.add(cell.name());
        }

        @Override
        public void needed(Cell.Step step) {
            heard.add("(" + step.name() + ")");
        }

        @Override
        public Navigation turn(Cell.Documented done, Optional<Cell.Documented> next) {
            return next.filter(n -> n.name().equals(last)).isPresent() ? Navigation.QUIT : Navigation.NEXT;
        }

        @Override
        public void happened(Cell.Step step, StepOutcome happening) {
            heard.add(step.name() + " " + switch (happening) {
                case StepOutcome.Result(Object value, _) when value instanceof Map<?, ?> map -> "= " + map.keySet();
                case StepOutcome.Result(Object value, _) -> "= " + value;
                case StepOutcome.Failure(Throwable cause) -> "! " + cause;
                case StepOutcome.Left _ -> "left";
                case StepOutcome.Skipped(String missing) -> "- " + missing;
            });
        }

        @Override
        public void closing() {
            heard.add("closing");
        }
    }

    @Test
    void aFailureIsToldAndOnlyWhatNeedsItIsSkipped() throws Exception {
        var listener = new Listener("");
        var run = run();
        var happenings = run.run(Selection.all(), listener);
        assertEquals(List.of("opening", "load", "SMALL", "guess", "guess = 20",
                "weighedTwice", "weighedTwice = [weighedTwice guessed 20]",
                "tooMuch", "tooMuch ! java.lang.OutOfMemoryError: a wish", "needsIt", "needsIt - tooMuch",
                "needsThat", "needsThat - needsIt", "said", "said = null", "closing"), listener.heard);
        assertEquals(List.of("guess", "weighedTwice", "tooMuch", "needsIt", "needsThat", "said"),
                List.copyOf(happenings.keySet()));
        assertEquals(20, run.values().get("guess"));
        assertTrue(run.values().containsKey("said"));
        assertFalse(run.values().containsKey("tooMuch"));
    }

    @Test
    void whatIsOnlyNeededIsToldApart() throws Exception {
        var listener = new Listener("");
        run().run(Selection.only("weighedTwice"), listener);
        assertEquals(List.of("opening", "(guess)", "guess = 20", "weighedTwice",
                "weighedTwice = [weighedTwice guessed 20]", "closing"), listener.heard);
    }

    @Test
    void aReaderCanLeave() throws Exception {
        var listener = new Listener("weighedTwice");
        var happenings = run().run(Selection.all(), listener);
        assertEquals(List.of("opening", "load", "SMALL", "guess", "guess = 20", "closing"),
                listener.heard);
        assertEquals(1, happenings.size());
    }

    @Test
    void withoutAScaleTheStepIsSkipped() throws Exception {
        var run = new Run(new Edition(Fixture.chapter(), Fixture.compiled(Fixture.SOURCE, folder)), List.of());
        var happenings = run.run(Selection.only("weighedTwice"), new Listener(""));
        assertEquals(new StepOutcome.Skipped("scale"), happenings.get("weighedTwice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Thread.sleep(60_000);"})
    void anInterruptEndsTheRunButNotTheReader(String rest) throws Exception {
        var source = """
                /// # Interrupted
                void main() {}
                /// ## A
                void a() throws InterruptedException { Thread.currentThread().interrupt(); %s }
                /// ## B
                void b() {}
                """.formatted(rest);
        var chapter = ChapterSource.read("chapter0", source);
        var listener = new Listener("") {
            @Override
            public void happened(Cell.Step step, StepOutcome happening) {
                heard.add("interrupted=" + Thread.currentThread().isInterrupted());
            }
        };
        var run = new Run(new Edition(chapter, Fixture.compiled(source, folder)), List.of());
        var happenings = run.run(Selection.all(), listener);
        assertTrue(Thread.interrupted(), "the interrupt is lost");
        assertEquals(List.of("a"), List.copyOf(happenings.keySet()));
        assertEquals(rest.isEmpty(), happenings.get("a") instanceof StepOutcome.Result);
        assertEquals(List.of("opening", "a", "interrupted=false", "closing"), listener.heard);
    }

    @Test
    void aResultDoesNotOutliveAFailureOfTheSameStep() throws Exception {
        var source = """
                /// # Once
                void main() {}
                static final java.util.ArrayDeque<Integer> ONCE = new java.util.ArrayDeque<>(java.util.List.of(7));
                /// ## A
                int a() { return ONCE.pop(); }
                /// ## B
                int b(int a) { return a + 1; }
                """;
        var chapter = ChapterSource.read("chapter0", source);
        var run = new Run(new Edition(chapter, Fixture.compiled(source, folder)), List.of());
        run.run(Selection.all(), new Listener(""));
        assertEquals(Map.of("a", 7, "b", 8), run.values());
        var happenings = run.run(Selection.only("a"), new Listener(""));
        assertInstanceOf(NoSuchElementException.class, ((StepOutcome.Failure) happenings.get("a")).cause());
        assertEquals(Map.of(), run.values());
    }

    @Test
    void anUnknownCellIsRefusedBeforeTheReaderHearsOfIt() throws Exception {
        var listener = new Listener("");
        var run = run();
        assertThrows(IllegalArgumentException.class, () -> run.run(Selection.only("main"), listener));
        assertEquals(List.of(), listener.heard);
    }

    @Test
    void aStepThatTheClassDoesNotHaveIsAFailure() throws Exception {
        var chapter = ChapterSource.read("chapter0", Fixture.SOURCE.replace("Integer guess()", "Integer guest()"));
        var run = new Run(new Edition(chapter, Fixture.compiled(Fixture.SOURCE, folder)), GIVENS);
        var failure = (StepOutcome.Failure) run.run(Selection.only("guest"), new Listener("")).get("guest");
        assertEquals("guest is in the source but not in the compiled class; build the chapter again",
                failure.cause().getMessage());
    }

    private static Run run() throws Exception {
        return new Run(new Edition(Fixture.chapter(), Fixture.compiled(Fixture.SOURCE, folder)), GIVENS);
    }
}
