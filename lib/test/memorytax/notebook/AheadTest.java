package memorytax.notebook;

import memorytax.notebook.source.ChapterSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter that is measured while its reader reads. Each step waits at a scale for a permit: a process of its own.
@Timeout(60)
class AheadTest {
    private static final String SOURCE = """
        import java.util.concurrent.*; import memorytax.notebook.Prediction;
        /// # Ahead
        void main() { }
        record Check(int n) { }
        static int twice(int n) { return 2 * n; }
        /// ## Free
        int free() { return 2; }
        /// ## Guess
        Prediction guess() { return Prediction.bytes(); }
        /// ## First
        int first(Semaphore scale) throws Exception { scale.acquire(); return twice(10); }
        /// ## Drawn
        String drawn(int first) { return "drawn " + first; }
        /// ## Second
        int second(Semaphore scale, int first) throws Exception { scale.acquire(); return first + 1; }
        /// ## Guessed
        String guessed(Semaphore scale, Prediction guess) throws Exception { scale.acquire(); return "guessed"; }
        /// ## Through
        String through(Semaphore scale, String drawn) throws Exception { scale.acquire(); return "through " + drawn; }
        /// ## Does it?
        Check does(Semaphore scale) throws Exception { scale.acquire(); return new Check(7); }
        """;
    private final Turning reader = new Turning();
    private final List<String> began = new CopyOnWriteArrayList<>(), log = new CopyOnWriteArrayList<>();
    private final Semaphore changed = new Semaphore(0);
    private final Semaphore scale = new Semaphore(0) {
        /// Between two processes.
        @Override
        public void acquire() throws InterruptedException {
            if (ahead.isHere()) ahead.yields();
            super.acquire();
        }
    };
    @TempDir
    private Path folder;
    private Run run;
    private Ahead ahead;
    private Runnable whenAwaited = scale::release, whenFinishing = () -> { };

    @BeforeEach
    void build() throws Exception {
        build(SOURCE, true);
    }

    private void build(String source, boolean on) throws Exception {
        ahead = new Ahead(step -> step.takes(Semaphore.class), on);
        ahead.tell(new AheadListener() {
            @Override
            public void awaited() {
                log.add("awaited");
                whenAwaited.run();
            }

            @Override
            public void finishing() {
                log.add("finishing");
                whenFinishing.run();
            }

            @Override
            public void over() {
                log.add("over");
            }

            @Override
            public void changed() {
                changed.release();
            }
        });
        var chapter = ChapterSource.read("chapter0", source);
        run = new Run(new Edition(chapter, Fixture.compiled(source, folder)), List.of(new Given<>(Semaphore.class,
            step -> {
                began.add(step.name());
                return scale;
            })));
    }

    @Test
    void runsInOrderWhatMeasuresAndTellsNobody() {
        scale.release(9);
        turns(() -> {
            await(() -> ahead.holds("through"));
            assertEquals(List.of("first", "second", "through"), began, "what is drawn is needed; the guess is open");
            assertEquals(List.of("free", "= 2"), reader.heard);
            return Navigation.NEXT;
        }, () -> {
            await(() -> ahead.holds("guessed"));
            return Navigation.NEXT;
        }, () -> Navigation.NEXT, () -> Navigation.NEXT, () -> {
            assertEquals(List.of("first", "= 20", "drawn", "= drawn 20", "second", "= 21"),
                reader.heard.subList(4, reader.heard.size()));
            return Navigation.QUIT;
        });
        assertEquals(List.of("first", "second", "through", "guessed"), began, "each once, and no exercise");
        assertEquals(List.of(), log, "nobody had to wait");
    }

    @Test
    void whoArrivesWhileItIsUnderWayWaitsForTheRest() {
        turns(this::underWay, () -> Navigation.NEXT, () -> Navigation.QUIT);
        assertEquals(List.of("first", "= 20"), reader.heard.subList(4, reader.heard.size()));
        assertEquals(List.of("awaited", "over"), log);
        assertEquals(1, began.stream().filter("first"::equals).count());
    }

    @Test
    void anEditOfWhatIsUnderWayBeginsItAnew() {
        turns(() -> {
            underWay();
            return edited("twice(10)", "twice(11)");
        }, () -> {
            scale.release();
            await(() -> ahead.holds("first"));
            return Navigation.NEXT;
        }, () -> Navigation.NEXT, () -> Navigation.QUIT);
        assertEquals(List.of("first", "first"), began.subList(0, 2));
        assertTrue(reader.heard.contains("= 22"), reader.heard.toString());
    }

    @Test
    void anEditOfWhatIsThereBeginsItAnew() {
        scale.release();
        turns(() -> {
            await(() -> ahead.measuring().equals("Second"));
            return edited("2 * n", "3 * n");
        }, () -> {
            scale.release(2);
            await(() -> ahead.holds("second"));
            return Navigation.QUIT;
        });
        assertEquals(List.of("first", "second", "first", "second"), began.subList(0, 4));
    }

    @Test
    void anEditOfSomethingElseLetsItGoOn() {
        turns(() -> {
            underWay();
            return edited("drawn \"", "seen \"");
        }, () -> Navigation.NEXT, () -> Navigation.NEXT, () -> Navigation.NEXT, () -> Navigation.QUIT);
        assertEquals(List.of("first", "= 20", "drawn", "= seen 20"), reader.heard.subList(5, reader.heard.size()));
        assertEquals(1, began.stream().filter("first"::equals).count());
    }

    @Test
    void anInterruptReachesWhatIsUnderWay() {
        var me = Thread.currentThread();
        whenAwaited = me::interrupt;
        turns(this::underWay, () -> Navigation.NEXT);
        assertTrue(Thread.interrupted());
        assertEquals(1, began.stream().filter("first"::equals).count());
        assertTrue(reader.heard.getLast().contains("InterruptedException"), reader.heard.toString());
    }

    @Test
    void aFailureIsToldWhenTheReaderArrives() throws Exception {
        build(SOURCE.replace("scale.acquire(); return twice(10);", "throw new Exception(\"broken\");"), true);
        turns(() -> {
            await(() -> ahead.holds("first"));
            assertEquals(List.of("free", "= 2"), reader.heard);
            return Navigation.NEXT;
        }, () -> Navigation.NEXT, () -> Navigation.NEXT, () -> Navigation.QUIT);
        assertEquals(List.of("first", "Failure[cause=java.lang.Exception: broken]", "drawn", "Skipped[missing=first]"),
            reader.heard.subList(4, reader.heard.size()));
        assertEquals(1, began.stream().filter("first"::equals).count());
    }

    @Test
    void whoLeavesEndsIt() {
        turns(() -> {
            underWay();
            return Navigation.QUIT;
        });
        assertEquals(List.of("first"), began);
        assertEquals(List.of("free", "= 2"), reader.heard);
        assertEquals(0, scale.getQueueLength());
        assertEquals("", ahead.measuring());
    }

    @Test
    void itIsTurnedOnAndOff() throws Exception {
        build(SOURCE, false);
        turns(() -> {
            assertFalse(ahead.isBusy());
            ahead.turn(true);
            underWay();
            ahead.turn(false);
            await(() -> ahead.measuring().isEmpty());
            assertFalse(ahead.holds("first"));
            scale.release();
            return Navigation.NEXT;
        }, () -> Navigation.NEXT, () -> Navigation.QUIT);
        assertEquals(List.of("first", "first"), began);
        assertEquals("= 20", reader.heard.getLast());
    }

    /// An exercise, a cell that is run again, a JShell: it has the scale between two processes, and nothing is lost.
    @Test
    void whoeverElseMeasuresHasTheScaleNextAndAlone() throws Exception {
        build(SOURCE.replace("scale.acquire(); return twice(10)", "scale.acquire(); scale.acquire(); return twice(10)"),
            true);
        whenFinishing = scale::release; // the process that is under way ends
        turns(() -> {
            underWay();
            assertEquals("First", alone());
            assertFalse(ahead.holds("first"), "its second process is still to come");
            scale.release();
            await(() -> ahead.holds("first"));
            return Navigation.QUIT;
        });
        assertEquals(List.of("finishing", "over"), log);
        assertEquals(1, began.stream().filter("first"::equals).count());
    }

    /// What is under way meanwhile.
    private String alone() {
        try {
            return ahead.alone(ahead::measuring);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private interface Turn {
        Navigation way();
    }

    private void turns(Turn... ways) {
        for (var way : ways) reader.turns.add(way::way);
        run.run(Selection.all(), reader, ahead);
    }

    /// Waits until the first one waits for its process.
    private Navigation underWay() {
        await(() -> ahead.measuring().equals("First"));
        while (scale.getQueueLength() == 0) Thread.onSpinWait();
        return Navigation.NEXT;
    }

    private void await(BooleanSupplier such) {
        try {
            while (!such.getAsBoolean()) changed.acquire();
        } catch (InterruptedException e) {
            throw new AssertionError(began + " " + log + " " + reader.heard, e);
        }
    }

    private Navigation edited(String old, String now) {
        try {
            var source = run.edition().chapter().source();
            assertTrue(source.contains(old), old);
            var file = Files.createDirectories(folder.resolve("edited")).resolve("chapter0.java");
            Files.writeString(file, source.replace(old, now));
            return new Navigation.Changed(run.edition().now(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
