package memorytax.session;

import memorytax.claim.Attempt;

/// What a [Tutor] has to say to who asks, before it is known where that is shown.
sealed interface Advice {
    /// @param number   of this hint, from 1
    /// @param of       how many there are
    /// @param markdown one paragraph
    record Hint(int number, int of, String markdown) implements Advice {
    }

    /// Our solution, with why it works.
    record Solution(Attempt ours) implements Advice {
    }

    /// There is nothing to show, or not yet: a sentence, Markdown.
    record Sentence(String markdown) implements Advice {
    }
}
