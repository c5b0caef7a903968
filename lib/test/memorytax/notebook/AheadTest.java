package memorytax.notebook;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter that is measured while its reader reads.
@Timeout(60)
class AheadTest {
    @TempDir
    private Path folder;
    private AheadChapter of;

    @BeforeEach
    void build() throws Exception {
        of = of(AheadChapter.SOURCE, true);
    }

    private AheadChapter of(String source, boolean on) throws Exception {
        return new AheadChapter(source, on, folder);
    }

    @Test
    void runsInOrderWhatMeasuresAndTellsNobody() {
        of.scale.release(9);
        of.turns(() -> {
            of.await(() -> of.ahead.holds("through"));
            assertEquals(List.of("first", "second", "through"), of.began, "what is drawn is needed; the guess is open");
            assertEquals(List.of("free", "= 2"), of.reader.heard);
            return Navigation.NEXT;
        }, () -> {
            of.await(() -> of.ahead.holds("guessed"));
            return Navigation.NEXT;
        }, () -> Navigation.NEXT, () -> Navigation.NEXT, () -> {
            assertEquals(List.of("first", "= 20", "drawn", "= drawn 20", "second", "= 21"),
                of.reader.heard.subList(4, of.reader.heard.size()));
            return Navigation.QUIT;
        });
        assertEquals(List.of("first", "second", "through", "guessed"), of.began, "each once, and no exercise");
        assertEquals(List.of(), of.log, "nobody had to wait");
    }

    @Test
    void whoArrivesWhileItIsUnderWayWaitsForTheRest() {
        of.turns(of::underWay, () -> Navigation.NEXT, () -> Navigation.QUIT);
        assertEquals(List.of("first", "= 20"), of.reader.heard.subList(4, of.reader.heard.size()));
        assertEquals(List.of("awaited", "over"), of.log);
        assertEquals(1, of.times("first"));
    }

    @Test
    void anEditOfWhatIsUnderWayBeginsItAnew() {
        of.turns(() -> {
            of.underWay();
            return of.edited("twice(10)", "twice(11)");
        }, () -> {
            of.scale.release();
            of.await(() -> of.ahead.holds("first"));
            return Navigation.NEXT;
        }, () -> Navigation.NEXT, () -> Navigation.QUIT);
        assertEquals(List.of("first", "first"), of.began.subList(0, 2));
        assertTrue(of.reader.heard.contains("= 22"), of.reader.heard.toString());
    }

    @Test
    void anEditOfWhatIsThereBeginsItAnew() {
        of.scale.release();
        of.turns(() -> {
            of.await(() -> of.ahead.measuring().equals("Second"));
            return of.edited("2 * n", "3 * n");
        }, () -> {
            of.scale.release(2);
            of.await(() -> of.ahead.holds("second"));
            return Navigation.QUIT;
        });
        assertEquals(List.of("first", "second", "first", "second"), of.began.subList(0, 4));
    }

    @Test
    void anEditOfSomethingElseLetsItGoOn() {
        of.turns(() -> {
            of.underWay();
            return of.edited("drawn \"", "seen \"");
        }, () -> Navigation.NEXT, () -> Navigation.NEXT, () -> Navigation.NEXT, () -> Navigation.QUIT);
        assertEquals(List.of("first", "= 20", "drawn", "= seen 20"),
            of.reader.heard.subList(5, of.reader.heard.size()));
        assertEquals(1, of.times("first"));
    }

    @Test
    void anInterruptReachesWhatIsUnderWay() {
        var me = Thread.currentThread();
        of.whenAwaited = me::interrupt;
        of.turns(of::underWay, () -> Navigation.NEXT);
        assertTrue(Thread.interrupted());
        assertEquals(1, of.times("first"));
        assertTrue(of.reader.heard.getLast().contains("InterruptedException"), of.reader.heard.toString());
    }

    @Test
    void aFailureIsToldWhenTheReaderArrives() throws Exception {
        of = of(AheadChapter.SOURCE.replace("scale.acquire(); return twice(10);",
            "throw new Exception(\"broken\");"), true);
        of.turns(() -> {
            of.await(() -> of.ahead.holds("first"));
            assertEquals(List.of("free", "= 2"), of.reader.heard);
            return Navigation.NEXT;
        }, () -> Navigation.NEXT, () -> Navigation.NEXT, () -> Navigation.QUIT);
        assertEquals(List.of("first", "Failure[cause=java.lang.Exception: broken]", "drawn", "Skipped[missing=first]"),
            of.reader.heard.subList(4, of.reader.heard.size()));
        assertEquals(1, of.times("first"));
    }

    @Test
    void whoLeavesEndsIt() {
        of.turns(() -> {
            of.underWay();
            return Navigation.QUIT;
        });
        assertEquals(List.of("first"), of.began);
        assertEquals(List.of("free", "= 2"), of.reader.heard);
        assertEquals(0, of.scale.getQueueLength());
        assertEquals("", of.ahead.measuring());
    }

    @Test
    void itIsTurnedOnAndOff() throws Exception {
        of = of(AheadChapter.SOURCE, false);
        of.turns(() -> {
            assertFalse(of.ahead.isBusy());
            of.ahead.turn(true);
            of.underWay();
            of.ahead.turn(false);
            of.await(() -> of.ahead.measuring().isEmpty());
            assertFalse(of.ahead.holds("first"));
            of.scale.release();
            return Navigation.NEXT;
        }, () -> Navigation.NEXT, () -> Navigation.QUIT);
        assertEquals(List.of("first", "first"), of.began);
        assertEquals("= 20", of.reader.heard.getLast());
    }

    /// An exercise, a cell that is run again, a JShell: it has the scale between two processes, and nothing is lost.
    @Test
    void whoeverElseMeasuresHasTheScaleNextAndAlone() throws Exception {
        of = of(AheadChapter.SOURCE.replace("return twice(10)", "scale.acquire(); return twice(10)"), true);
        of.whenFinishing = of.scale::release; // the process that is under way ends
        of.turns(() -> {
            of.underWay();
            assertEquals("First", alone());
            assertFalse(of.ahead.holds("first"), "its second process is still to come");
            of.scale.release();
            of.await(() -> of.ahead.holds("first"));
            return Navigation.QUIT;
        });
        assertEquals(List.of("finishing", "over"), of.log);
        assertEquals(1, of.times("first"));
    }

    /// What is under way meanwhile.
    private String alone() {
        try {
            return of.ahead.alone(of.ahead::measuring);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
