package memorytax.claim;

import memorytax.notebook.Notes;
import memorytax.notebook.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OrderGuessTest {
    private static final Prediction ASKED = Prediction.order("asyncio tasks", "fibers", "goroutines", "processes",
        "tokio tasks").named("order");
    /// The intervals of asyncio tasks and goroutines overlap.
    private static final Map<String, Optional<Measured>> BYTES = Map.of("asyncio tasks", bytes(1_000, 1_500, true),
        "goroutines", bytes(1_400, 2_200, true), "processes", bytes(4e6, 5e6, false), "tokio tasks",
        bytes(200, 300, true));

    private static Optional<Measured> bytes(double low, double high, boolean here) {
        return Optional.of(new Measured((low + high) / 2, low, high, here));
    }

    private static OrderGuess guess(String typed) {
        return OrderGuess.of("the order of five", ASKED.answered(typed), BYTES);
    }

    @Test
    void pairsAreCountedAndTheWorstIsNamed() {
        var wrong = guess("goroutines, tokio, asyncio, fibers, processes");
        assertEquals("5 of 6 pairs are in the right order.", wrong.score());
        assertEquals("5 of 6 pairs are in the right order. You put goroutines before tokio tasks, and goroutines cost "
            + "7.2 times as much. The intervals of 1 pair overlap: it counts as right in either order. Left out, "
            + "not measured in two or more processes: fibers. Recorded, not measured here: processes.",
            wrong.summary());
        assertFalse(wrong.right());
        assertEquals("tokio tasks, asyncio tasks ≈ goroutines, processes", wrong.measured());
        assertEquals(List.of(1, 2, 2, 4), wrong.places().stream().map(wrong::rank).toList());
        assertEquals("1 of 6 pairs is in the right order.", guess("proc, gor, asy, tok, fib").score(),
            "the pair that ties");
    }

    @Test
    void theWorstPairIsTheOneWithTheLargestFactor() {
        var worst = guess("processes, goroutines, asyncio, tokio, fibers").worst().orElseThrow();
        assertEquals("processes tokio tasks", worst.before().name() + " " + worst.after().name());
    }

    @Test
    void whatTiesIsRightEitherWay() {
        for (var typed : List.of("tok asy gor proc fib", "tok gor asy fib proc")) {
            assertTrue(guess(typed).right(), typed);
            assertTrue(guess(typed).summary().startsWith("All 6 pairs are in the right order. The intervals"), typed);
        }
    }

    @Test
    void theRestIsOnlyComparedWithWhatWasOrdered() {
        var partial = guess("goroutines -");
        assertEquals("2 of 3 pairs are in the right order.", partial.score());
        assertTrue(partial.summary().contains("The 4 that you left unordered are not compared with each other."));
        assertFalse(guess("tokio -").right(), "not all of it was said");
        assertEquals("There is nothing to compare your order with.", guess("fibers -").score());
        assertEquals("You passed.", OrderGuess.of("", ASKED.pass(), BYTES).score());
        assertEquals("You were not asked.", OrderGuess.of("", ASKED, BYTES).score());
    }

    /// Of one process nobody knows whether another would say the same.
    @Test
    void aSingleProcessTellsNoOrder() {
        var one = OrderGuess.of("", ASKED.answered("31245"), Map.of("goroutines", Optional.of(new Measured(1, 1, 1,
            true, 1)), "processes", bytes(2, 3, true)));
        assertEquals(List.of("asyncio tasks", "fibers", "goroutines", "tokio tasks"), one.missing());
    }

    @Test
    void notesGiveTheSameGuessAgain(@TempDir Path folder) {
        var notes = Notes.in(folder);
        var guess = guess("goroutines, tokio, asyncio, fibers, processes");
        notes.put("chapter11", Map.of("answer.order", ASKED.answered("35124").toString()));
        notes.put("chapter11", NotedGuesses.notes(guess));
        var noted = NotedGuesses.in(List.of(Notes.in(folder).of("chapter11")));
        assertEquals(List.of(guess.guess()), noted.all());
        assertEquals("1 guess\n                     your guess     measured\n  the order of five  goroutines, …  "
            + "tokio tasks, …  5 of 6 pairs right", noted.toString().replaceAll("measured +\\n", "measured\n"));
        notes.put("chapter11", Map.of("answer.order", "goroutines"));
        assertEquals(List.of(), NotedGuesses.in(List.of(notes.of("chapter11"))).all(), "somebody has edited it");
        assertEquals(null, NotedGuesses.notes(guess("fibers -")).get("scale.order"), "nothing is settled");
    }

    @Test
    void theSummaryOfAllGuessesCountsItsPairs() {
        var size = Guess.of("one", Prediction.bytes().answered("100"), bytes(100, 100, true));
        var all = List.of(size, size, guess("goroutines, tokio, asyncio, fibers, processes").guess());
        assertEquals("Of the 2 numbers that you guessed, all are within a factor of two of the measurement. You put "
            + "things in order once: 5 of 6 pairs right.", new Guesses(all).summary());
    }
}
