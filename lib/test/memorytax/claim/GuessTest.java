package memorytax.claim;

import memorytax.notebook.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GuessTest {
    private static final Prediction SIZE = Prediction.bytes().named("perTask");
    private static final Prediction WHOSE = Prediction.oneOf("goroutines", "asyncio tasks").named("dearest");

    private static Guess guess(Prediction asked, double value) {
        return Guess.of("one asyncio task", asked, Optional.of(new Measured(value, value, value, true)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "20 KB|1436|You said 20 KB, the scale says 1.4 KB: 14 times too much.",
        "100|1436|You said 100 B, the scale says 1.4 KB: 14 times too little.",
        "1 KB|2048|You said 1 KB, the scale says 2.0 KB: 2 times too little.",
        "1250|1000|You said 1,250 B, the scale says 1.0 KB: close enough.",
        "750|1000|You said 750 B, the scale says 1.0 KB: close enough.",
        "1251|1000|You said 1,251 B, the scale says 1.0 KB: 1.3 times too much.",
        "749|1000|You said 749 B, the scale says 1.0 KB: 1.3 times too little.",
        "1 GB|100|You said 1 GB, the scale says 100 B: 10,737,418 times too much.",
        "20 KB|-12|You said 20 KB. The scale has no answer: it measured -12 B, which is not above zero."})
    void aNumberIsSettledInASentence(String typed, double value, String sentence) {
        assertEquals(sentence, guess(SIZE.answered(typed), value).toString());
    }

    @Test
    void theFactorIsTheSameEitherWay() {
        assertEquals(OptionalDouble.of(4), guess(SIZE.answered("400"), 100).factor());
        assertEquals(OptionalDouble.of(4), guess(SIZE.answered("100"), 400).factor());
        assertEquals(OptionalDouble.empty(), guess(SIZE.answered("100"), 0).factor());
        assertEquals(OptionalDouble.empty(), guess(SIZE.pass(), 100).factor());
    }

    @Test
    void whatWasRecordedOrNotMeasuredIsSaid() {
        var recorded = Optional.of(new Measured(1436, 1, 2, false));
        assertEquals("You said 20 KB, the recorded run says 1.4 KB: 14 times too much.",
            Guess.of("", SIZE.answered("20 KB"), recorded).toString());
        assertEquals("You said 20 KB. The scale has no answer: this was not measured, or the forks do not agree.",
            Guess.of("", SIZE.answered("20 KB"), Optional.<Measured>empty()).toString());
        assertEquals("You said 3 times, the scale says 1.5 times: 2 times too much.",
            guess(Prediction.number("times").answered("3"), 1.5).toString());
    }

    @Test
    void whoPassedIsToldTheAnswerAndWhoWasNotAskedTooButDifferently() {
        assertEquals("You passed. The scale says 1.4 KB.", guess(SIZE.pass(), 1436).toString());
        assertEquals("The scale says 1.4 KB.", guess(SIZE, 1436).toString());
        assertEquals("You passed. The scale says goroutines.",
            Guess.of("", WHOSE.pass(), "goroutines", true).toString());
    }

    @Test
    void aChoiceIsRightOrWrong() {
        var goroutines = WHOSE.answered("g");
        assertEquals("You said goroutines. The scale agrees.",
            Guess.of("", goroutines, "goroutines", true).toString());
        assertEquals("You said goroutines. The scale says asyncio tasks.",
            Guess.of("", goroutines, "asyncio tasks", true).toString());
        assertEquals("You said goroutines. The scale has no answer: this was not measured, or the forks do not agree.",
            Guess.of("", goroutines, "", false).toString());
        assertTrue(Guess.of("", goroutines, "goroutines", true).right());
        assertFalse(Guess.of("", goroutines, "", true).right());
    }

    @Test
    void notesGiveTheSameGuessAgain() {
        for (var guess : List.of(guess(SIZE.answered("1.5k"), 1436.25), guess(SIZE.pass(), 1436),
            guess(Prediction.number("frames").named("depth").answered("3k"), 40),
            Guess.of("the dearest", WHOSE.answered("1"), "asyncio tasks", true))) {
            var scale = guess.value().isPresent() ? String.valueOf(guess.value().getAsDouble()) : guess.measured();
            assertEquals(Optional.of(guess),
                Guess.noted(guess.name(), guess.label(), guess.said(), scale, guess.unit(), guess.here()));
        }
        assertEquals(Optional.empty(), Guess.noted("a", "b", "much", "1436.0", "B", true));
        assertEquals(Optional.empty(), Guess.noted("a", "b", "20 KB", "", "B", true));
    }

    @Test
    void allOfThemAreALineEach() {
        var all = new Guesses(List.of(guess(SIZE.answered("20 KB"), 1436), guess(SIZE.pass(), 1436)));
        assertEquals("""
            2 guesses
                                your guess  measured
              one asyncio task  20 KB       1.4 KB    14 times too much
              one asyncio task  –           1.4 KB""", all.toString());
    }
}
