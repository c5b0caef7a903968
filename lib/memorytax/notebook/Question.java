package memorytax.notebook;

import java.util.List;
import java.util.OptionalDouble;

/// What kind of answer a [Prediction] asks for, and how that is read.
public sealed interface Question permits NumberQuestion, ChoiceQuestion, CasesQuestion,
    OrderQuestion, TextQuestion {
    /// An answer that was understood.
    ///
    /// @param shown as it is shown: `20 KB`, `goroutines`, `ynny`; empty where it says nothing, and so passes
    /// @param value bytes or another number; empty where no number is asked for
    record Answer(String shown, OptionalDouble value) {
    }

    /// What may be typed: `bytes, like 800 B or 1.5 KB`.
    String asked();

    /// Reads an answer.
    ///
    /// @param said what was typed, on one line
    /// @throws IllegalArgumentException when that is no answer; its one line says what was typed and what is allowed
    Answer answered(String said);

    /// Of the number that is asked for: `B` for bytes; empty where there is none.
    default String unit() {
        return "";
    }

    /// What there is to choose from; none where a number is asked for.
    default List<String> answers() {
        return List.of();
    }

    /// `"ynn" is not an answer here; allowed: …`
    static IllegalArgumentException refused(String said, String allowed) {
        var typed = said.isEmpty() ? "nothing" : quoted(said);
        return new IllegalArgumentException(typed + " is not an answer here; allowed: " + allowed);
    }

    /// `"3147225": goroutines is named twice; allowed: …`
    static IllegalArgumentException refused(String said, String why, String allowed) {
        return new IllegalArgumentException(quoted(said) + ": " + why + "; allowed: " + allowed);
    }

    /// What was typed, or its beginning.
    static String quoted(String said) {
        return "\"" + (said.length() <= 40 ? said : said.substring(0, 40) + "…") + "\"";
    }
}
