package memorytax.notebook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OrderQuestionTest {
    private static final Prediction ASKED = Prediction.order("processes", "promises", "virtual threads",
        "virtual threads (warmed)").named("order");

    private static String refusal(Prediction asked, String typed) {
        return assertThrows(IllegalArgumentException.class, () -> asked.answered(typed)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4231", "4 2 3 1", "4,2,3,1", " 42  3, 1", "4 < 2 < 3 < 1", "423-", "4 2 3 the rest",
        "virtual threads (warmed), prom, virtual threads, proc", "Virtual threads (W prom virtual threads proc",
        "virtual threads (w < 2 < 3 < pRoc", "4, promises, 3, -"})
    void anOrderIsUnderstoodAsPeopleTypeIt(String typed) {
        var answered = ASKED.answered(typed);
        assertEquals(Optional.of("virtual threads (warmed), promises, virtual threads, processes"), answered.answer());
        assertEquals(List.of("virtual threads (warmed)", "promises", "virtual threads", "processes"),
            answered.ordered());
        assertFalse(answered.isPartial());
        assertEquals(answered, ASKED.answered(answered.toString()), "as it is noted");
    }

    @Test
    void theRestMayStayUnordered() {
        for (var typed : List.of("4 2 -", "42-", "virtual threads (warmed), promises, the rest")) {
            var answered = ASKED.answered(typed);
            assertEquals(Optional.of("virtual threads (warmed), promises, the rest"), answered.answer(), typed);
            assertEquals(List.of("virtual threads (warmed)", "promises"), answered.ordered());
            assertTrue(answered.isPartial());
            assertEquals(answered, ASKED.answered(answered.toString()), "as it is noted");
        }
        assertTrue(ASKED.answered("-").passed(), "who orders nothing passes");
        assertEquals(List.of(), ASKED.ordered(), "not asked yet");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"4241|virtual threads (warmed) is named twice", "4,5|5 is none of the numbers",
        "420|0 is none of the numbers", "423|processes is missing", "4|3 things are missing: processes, promises, "
        + "virtual threads", "pro, 4|\"pro\" may be processes or promises", "4 threads|\"threads\" begins none of the "
        + "names", "- 4|\"-\" begins none of the names", "4 -1|\"-1\" begins none of the names",
        "42314|virtual threads (warmed) is named twice", "y|\"y\" begins none of the names"})
    void aBadOrderIsNamedInOneLine(String typed, String why) {
        assertEquals("\"" + typed + "\": " + why + "; allowed: " + ASKED.asked(), refusal(ASKED, typed));
    }

    @Test
    void aRefusalStaysOneShortLineWhateverWasTyped() {
        var said = refusal(ASKED, "\u001b[31mred\nand\r" + "long ".repeat(500));
        assertTrue(said.length() < 280 && said.chars().noneMatch(Character::isISOControl), said);
        assertTrue(refusal(ASKED, " ").startsWith("nothing is not an answer here; allowed: the numbers 1 to 4"));
    }

    /// With ten things or more `10` could be two numbers.
    @Test
    void manyThingsNeedSpacesBetweenTheirNumbers() {
        var ten = Prediction.order("abcdefghij".split(""));
        assertEquals(List.of("j", "a"), ten.answered("10 1 -").ordered());
        assertEquals("\"31 2 -\": 31 is none of the numbers; allowed: " + ten.asked(), refusal(ten, "31 2 -"));
        assertTrue(refusal(ten, "1 2").startsWith("\"1 2\": 8 things are missing; allowed: "));
    }

    @Test
    void aNameMayHaveAComma() {
        var asked = Prediction.order("goes, now and then", "stays");
        var answered = asked.answered("21");
        assertEquals(Optional.of("stays; goes, now and then"), answered.answer());
        assertEquals(List.of("stays", "goes, now and then"), asked.answered(answered.toString()).ordered());
        assertEquals(answered, asked.answered("st goes"));
    }
}
