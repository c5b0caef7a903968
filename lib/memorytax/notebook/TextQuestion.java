package memorytax.notebook;

import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/// Asks for a line of text, which its reader understands or refuses.
///
/// @param asked what may be typed: `a figure, like 2,600 B per virtual thread`
/// @param read  makes of what was typed what is shown, which it must understand as well; throws an
///              `IllegalArgumentException`, in one line, for what it cannot understand
record TextQuestion(String asked, UnaryOperator<String> read) implements Question {
    private static final int LONGEST = 200;

    @Override
    public Answer answered(String said) {
        if (said.length() > LONGEST) throw Question.refused(said, "at most " + LONGEST + " characters");
        return new Answer(read.apply(said), OptionalDouble.empty());
    }
}
