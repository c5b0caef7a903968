package memorytax.claim;

import memorytax.notebook.Prediction;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is said of all guesses holds for three of them at least.
class GuessSummaryTest {
    private static Guess size(String label, double guess, double value) {
        return number(Prediction.bytes(), label, guess, value, true);
    }

    private static Guess number(Prediction asked, String label, double guess, double value, boolean here) {
        return Guess.of(label, asked.answered(String.valueOf(guess).replace(".0", "")),
            Optional.of(new Measured(value, value, value, here)));
    }

    private static Guess choice(String said, String right) {
        var asked = Prediction.oneOf("goroutines", "asyncio tasks", "virtual threads");
        return Guess.of("which", asked.answered(said), right, true);
    }

    private static Guess yesOrNo(String said, String measured) {
        return Guess.yesOrNo("which", "a case", said, measured, true, true);
    }

    private static String summary(Guess... guesses) {
        return new Guesses(List.of(guesses)).summary();
    }

    @Test
    void ofFewerThanThreeItSaysHowMany() {
        assertEquals("You have not guessed anything yet.", summary());
        var one = size("one asyncio task", 20_480, 1_400);
        assertEquals("You have made 1 guess so far. There is a summary as soon as there are three.", summary(one));
        assertEquals("You have made 2 guesses so far. There is a summary as soon as there are three.",
            summary(one, one));
        var passed = Guess.of("x", Prediction.bytes().pass(), Optional.of(new Measured(1, 1, 1, true)));
        assertTrue(summary(one, one, passed).startsWith("You have made 2 guesses"), "one that was passed is none");
    }

    @Test
    void itCountsWhatIsNearHighAndLow() {
        assertEquals("Of the 5 numbers that you guessed, 2 are within a factor of two of the measurement: 2 are "
                + "higher, and 1 is lower. Your typical guess (the median) is off by a factor of 3. Your wrong guesses "
                + "have nothing in common that three of them show.",
            summary(size("a", 100, 100), size("b", 200, 100), size("c", 300, 100), size("d", 900, 100),
                size("e", 10, 100)));
        assertEquals("Of the 3 numbers that you guessed, all are within a factor of two of the measurement. Your "
            + "typical guess (the median) is right within 5 %.",
            summary(size("a", 100, 100), size("b", 103, 100), size("c", 101, 100)));
    }

    @Test
    void aDirectionIsSaidOfThreeGuessesInFour() {
        var high = List.of(size("a", 400, 100), size("b", 200, 100), size("c", 600, 100));
        var all = new ArrayList<>(high);
        assertTrue(summary(all.toArray(Guess[]::new)).endsWith(
            "All 3 of your guesses of sizes are more than 25 % too high; their median is 4 times too much."));
        all.add(size("d", 100, 100));
        assertTrue(summary(all.toArray(Guess[]::new)).contains("3 of your 4 guesses of sizes are more than 25 % too "
            + "high; their median is 4 times too much."));
        all.add(size("e", 100, 100));
        var three = summary(all.toArray(Guess[]::new));
        assertFalse(three.contains("guesses of sizes"), "three of five are not enough: " + three);
    }

    /// Two are no pattern, however wrong they are.
    @Test
    void nothingIsSaidOfTwo() {
        var said = summary(size("a goroutine", 900, 100), size("two goroutines", 900, 100), size("a", 100, 100),
            number(Prediction.number("ms"), "a stop", 90, 10, true), number(Prediction.number("s"), "b", 90, 10, true));
        assertFalse(said.contains("goroutines") || said.contains("of times"), said);
    }

    @Test
    void runtimesAndTimesHaveSentencesOfTheirOwn() {
        var guesses = Stream.concat(Stream.of("a goroutine", "one forgotten goroutine", "goroutines (one each)")
            .map(label -> size(label, 50, 100)), Stream.of(size("a", 400, 100), size("b", 400, 100),
            number(Prediction.number("ms"), "a stop", 10, 20, true),
            number(Prediction.number("minutes"), "x", 1, 3, true),
            number(Prediction.number("s"), "y", 10, 90, true))).toArray(Guess[]::new);
        var said = summary(guesses);
        assertTrue(said.contains("All 3 of your guesses of sizes of goroutines are more than 25 % too low; their "
            + "median is 2 times too little."), said);
        assertTrue(said.contains("All 3 of your guesses of times are more than 25 % too low; their median is 3 times "
            + "too little."), said);
        assertFalse(said.contains("guesses of sizes are"), "two of five are higher: " + said);
    }

    @Test
    void choicesAndCasesAreCountedAndWrongOnesCompared() {
        assertEquals("You chose one of several answers 4 times: 1 right. In all 3 of your wrong answers you chose "
                + "goroutines.",
            summary(choice("goroutines", "asyncio tasks"), choice("goroutines", "virtual threads"),
                choice("goroutines", "asyncio tasks"), choice("goroutines", "goroutines")));
        assertEquals("You said yes or no to 5 cases: 2 right. In all 3 of your wrong cases you said yes where no was "
                + "measured.",
            summary(yesOrNo("yes", "no"), yesOrNo("yes", "no"), yesOrNo("yes", "no"), yesOrNo("no", "no"),
                yesOrNo("yes", "yes")));
        assertTrue(summary(yesOrNo("yes", "no"), yesOrNo("no", "yes"), yesOrNo("yes", "no")).endsWith(
            "none right. Your wrong guesses have nothing in common that three of them show."));
    }

    @Test
    void whatWasComparedWithARecordSaysSo() {
        var here = size("a", 100, 100);
        var recorded = number(Prediction.bytes(), "b", 100, 100, false);
        assertTrue(summary(here, here, recorded).endsWith(" 1 of all 3 is compared with our recorded runs."));
        assertTrue(summary(recorded, recorded, recorded).endsWith(" All are compared with our recorded runs."));
    }
}
