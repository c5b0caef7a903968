package memorytax.notebook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PredictionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"20 KB|20480|20 KB", "20kb|20480|20 KB", "1.5 KB|1536|1.5 KB",
        "800 B|800|800 B", "800|800|800 B", "3k|3072|3 KB", "2 MB|2097152|2 MB", "1,436|1436|1,436 B",
        "1_436 bytes|1436|1,436 B", "1.4KiB|1433.6|1.4 KB", "~20 KB|20480|20 KB", "About 20 KB|20480|20 KB",
        ".5 KB|512|0.5 KB", "1,234,567 b|1234567|1,234,567 B", "3g|3221225472|3 GB"})
    void aSizeIsUnderstoodAsPeopleTypeIt(String typed, double bytes, String shown) {
        var answered = Prediction.bytes().answered("  " + typed + "\t");
        assertEquals(bytes, answered.value().orElseThrow(), 0.1);
        assertEquals(Optional.of(shown), answered.answer());
        assertEquals(bytes, Prediction.bytes().answered(shown).value().orElseThrow(), 0.1, "as it is shown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "0", "0.0 KB", "lots", "20 pounds", "1,5 KB", "1,43", "1e3", "20 KB or so", "KB",
        "NaN", "99999999999999999999", "1..5"})
    void whatIsNoSizeIsRefusedInOneLine(String typed) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Prediction.bytes().answered(typed));
        assertEquals("\"" + typed + "\" is not an answer here; allowed: more than zero bytes, like 800 B or 1.5 KB",
            refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"100MB/s|104857600|100 MB/s", "1.5 GB/s|1610612736|1.5 GB/s",
        "800 KB|819200|800 KB/s", "0|0|0 B/s", "2 MB per second|2097152|2 MB/s", "3k / sec|3072|3 KB/s"})
    void aRateIsASizeForEachSecond(String typed, double bytes, String shown) {
        var asked = Prediction.rate().between(0, 1L << 40);
        assertEquals(bytes, asked.answered(typed).value().orElseThrow(), 0.1);
        assertEquals(Optional.of(shown), asked.answered(typed).answer());
        assertEquals(bytes, asked.answered(shown).value().orElseThrow(), 0.1, "as it is shown");
        assertThrows(IllegalArgumentException.class, () -> asked.answered("100 MB/h"));
    }

    @Test
    void aRefusalStaysOneShortLineWhateverWasTyped() {
        var wild = "\u001b[31mred\nand\r" + "long ".repeat(500);
        for (var question : new Prediction[]{Prediction.bytes(), Prediction.oneOf("a", "b")}) {
            var said = assertThrows(IllegalArgumentException.class, () -> question.answered(wild)).getMessage();
            assertTrue(said.length() < 120 && said.chars().noneMatch(Character::isISOControl), said);
            var none = assertThrows(IllegalArgumentException.class, () -> question.answered(" ")).getMessage();
            assertTrue(none.startsWith("nothing is not an answer here; allowed: "), none);
        }
    }

    @Test
    void aNumberHasItsOwnUnitAndThousandsOfAThousand() {
        var frames = Prediction.number("frames");
        assertEquals(Optional.of("3,000 frames"), frames.answered("3k").answer());
        assertEquals(OptionalDouble.of(3000), frames.answered("3k frames").value());
        assertEquals(OptionalDouble.of(1), frames.answered("1 frame").value());
        assertEquals("frames, like 30 or 1,500", frames.asked());
        assertThrows(IllegalArgumentException.class, () -> frames.answered("30 KB"));
        var kilos = Prediction.number("kg");
        assertEquals(OptionalDouble.of(3), kilos.answered("3 kg").value(), "its own unit comes first");
    }

    @Test
    void anAnswerIsChosenByNumberOrBeginning() {
        var whose = Prediction.oneOf("virtual threads", "virtual threads (warmed)", "goroutines");
        assertEquals("1 virtual threads, 2 virtual threads (warmed), 3 goroutines", whose.asked());
        for (var typed : new String[]{"3", "G", "goroutines", " GoRoutines "})
            assertEquals(Optional.of("goroutines"), whose.answered(typed).answer(), typed);
        assertEquals(Optional.of("virtual threads"), whose.answered("virtual threads").answer(), "the whole answer");
        for (var typed : new String[]{"0", "4", "virtual", "routines"}) {
            var refusal = assertThrows(IllegalArgumentException.class, () -> whose.answered(typed));
            assertEquals("\"" + typed + "\" is not an answer here; allowed: " + whose.asked(),
                refusal.getMessage());
        }
    }

    @Test
    void aRowSaysYesOrNoToEachCase() {
        var cases = Prediction.yesOrNo("stays", "goes, now and then", "comes").named("which");
        for (var typed : new String[]{"yn-", "Y N -", " y,n,- "}) {
            var answered = cases.answered(typed);
            assertEquals(Optional.of("yn-"), answered.answer(), typed);
            assertEquals(Optional.of(true), answered.said("stays"));
            assertEquals(Optional.of(false), answered.said("goes, now and then"));
            assertEquals(Optional.empty(), answered.said("comes"), "passed");
            assertEquals(answered, answered.answered(answered.toString()), "as it is noted");
        }
        assertTrue(cases.answered("---").passed(), "who passes all of them passes");
        assertEquals(Optional.empty(), cases.said("stays"), "not asked yet");
        assertEquals("3 letters, y or n for each case in order, - for a case that you pass", cases.asked());
    }

    @Test
    void aRowOfAnotherLengthIsRefusedWithWhatIsAllowed() {
        var cases = Prediction.yesOrNo("stays", "goes, now and then", "comes");
        for (var typed : new String[]{"y", "ynyn", "y n"}) {
            var refusal = assertThrows(IllegalArgumentException.class, () -> cases.answered(typed));
            assertEquals("\"" + typed + "\" is not an answer here; allowed: " + cases.asked() + " (that is "
                + typed.replace(" ", "").length() + ")", refusal.getMessage());
        }
        for (var typed : new String[]{"yes", "yny?", "1", ""}) {
            var refusal = assertThrows(IllegalArgumentException.class, () -> cases.answered(typed)).getMessage();
            assertTrue(refusal.endsWith(" is not an answer here; allowed: " + cases.asked()), refusal);
        }
        assertThrows(IllegalStateException.class, () -> cases.between(1, 2));
    }

    @Test
    void aQuestionSaysWhatBecameOfIt() {
        var question = Prediction.bytes().named("perTask");
        assertEquals("not answered", question.toString());
        assertFalse(question.isAsked());
        assertEquals("20 KB", question.answered("20kb").toString());
        assertEquals("perTask", question.answered("20kb").name());
        var passed = question.answered("20kb").pass();
        assertEquals("passed", passed.toString());
        assertTrue(passed.isAsked() && passed.value().isEmpty());
    }

    @Test
    void aWishHasAnAnswerForWhoWantsNothingSpecial() {
        var tasks = Prediction.number("tasks").between(1, 10_000_000).usually("100,000");
        assertTrue(tasks.isWish() && tasks.answer().isEmpty() && tasks.value().isEmpty());
        assertEquals(Optional.of("100,000 tasks"), tasks.pass().answer());
        assertFalse(tasks.pass().passed(), "it is no guess that was passed");
        assertEquals(OptionalDouble.of(5), tasks.named("tasks").answered("5").value());
        assertFalse(Prediction.bytes().isWish());
    }

    @Test
    void aNumberStaysWithinItsBounds() {
        var tasks = Prediction.number("tasks").between(1, 10_000_000);
        var refusal = assertThrows(IllegalArgumentException.class, () -> tasks.answered("10,000,001"));
        assertEquals("\"10,000,001\" is not an answer here; allowed: 1 to 10,000,000 tasks",
            refusal.getMessage());
        var bytes = Prediction.bytes().between(0, 1 << 20);
        assertEquals(OptionalDouble.of(0), bytes.answered("0").value());
        assertEquals(OptionalDouble.of(1 << 20), bytes.answered("1 MB").value());
        refusal = assertThrows(IllegalArgumentException.class, () -> bytes.answered("2 MB"));
        assertEquals("\"2 MB\" is not an answer here; allowed: 0 B to 1 MB", refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> bytes.usually("2 MB"));
    }

    @Test
    void aTextIsWhatItsReaderMakesOfIt() {
        var text = Prediction.text("a word, like one", typed -> {
            if (typed.contains(" ")) throw new IllegalArgumentException("\"" + typed + "\" is two words");
            return typed.toLowerCase(Locale.ROOT);
        });
        assertEquals(Optional.of("two"), text.answered("  TWO\n").answer());
        assertEquals(OptionalDouble.empty(), text.answered("two").value());
        assertTrue(text.isText() && text.answers().isEmpty() && text.cases().isEmpty() && !Prediction.bytes().isText());
        assertEquals("\"two words\" is two words",
            assertThrows(IllegalArgumentException.class, () -> text.answered("two\nwords")).getMessage());
        var wish = text.usually("ONE");
        assertEquals("The usual answer: one.", wish.pass().sentence());
        assertEquals("Your answer: two.", wish.answered("Two").sentence());
        assertThrows(IllegalArgumentException.class, () -> text.usually("two words"));
        var longer = assertThrows(IllegalArgumentException.class, () -> text.answered("x".repeat(201))).getMessage();
        assertTrue(longer.endsWith("allowed: at most 200 characters") && longer.length() < 120, longer);
    }
}
