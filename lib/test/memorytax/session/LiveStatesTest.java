package memorytax.session;

import memorytax.notebook.Prediction;
import memorytax.session.LiveStates.Ask;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// What a page is told of a question, so that its input fits.
class LiveStatesTest {
    @Test
    void aQuestionSaysOfWhichKindItIs() {
        var number = Prediction.bytes();
        assertEquals(new Ask("number", List.of(), false, "", "20 KB"), Ask.of(number, number.answered("20k")));
        var choice = Prediction.oneOf("all", "some", "none");
        assertEquals(new Ask("choice", List.of("all", "some", "none"), false, "", "some"),
            Ask.of(choice, choice.answered("2")));
        var cases = Prediction.yesOrNo("a thread", "a timer");
        assertEquals(new Ask("cases", List.of("a thread", "a timer"), false, "", "y-"),
            Ask.of(cases, cases.answered("y-")));
        assertEquals(new Ask("cases", List.of("a thread", "a timer"), false, "", ""), Ask.of(cases, cases.pass()));
    }

    /// By numbers, whatever the things are called.
    @Test
    void anOrderIsToldAsItIsTyped() {
        var order = Prediction.order("a", "b", "c");
        assertEquals(new Ask("order", List.of("a", "b", "c"), false, "", ""), Ask.of(order, order));
        assertEquals("3 1 2", Ask.of(order, order.answered("c a b")).answer());
        assertEquals("2 -", Ask.of(order, order.answered("b -")).answer());
    }

    @Test
    void aLineOfTextIsNoNumber() {
        var text = Prediction.text("a word", typed -> typed.toLowerCase(Locale.ROOT)).usually("ONE");
        assertEquals(new Ask("text", List.of(), true, "one", "two"), Ask.of(text, text.answered("Two")));
    }

    @Test
    void aWishHasItsUsualAnswer() {
        var wish = Prediction.number("frames").between(0, 1_000).usually("30");
        assertEquals(new Ask("number", List.of(), true, "30 frames", ""), Ask.of(wish, wish));
        assertEquals(new Ask("number", List.of(), true, "30 frames", "30 frames"), Ask.of(wish, wish.pass()));
    }
}
