package memorytax.session;

import memorytax.claim.CaseGuesses;
import memorytax.claim.Guess;
import memorytax.claim.OrderGuess;

/// What became of a guess, for a line.
///
/// @param said  `1.5 KB guessed, 1.3 KB measured ✓`
/// @param isFar whether there was none, or it was off by more than a factor of two, or it was not the right answer
record FastGuess(String said, boolean isFar) {
    private static final double FAR = 2;

    static FastGuess of(Guess guess) {
        boolean told = guess.guess().isEmpty() ? !guess.measured().isEmpty() : guess.factor().isPresent();
        if (guess.said().isEmpty()) return new FastGuess("no guess", true);
        boolean far = told && (guess.guess().isEmpty() ? !guess.right() : guess.factor().getAsDouble() > FAR);
        return new FastGuess(guess.said() + " guessed, " + (!told ? "and there is no answer"
            : guess.measured() + " measured " + (far ? "✗" : "✓")), far);
    }

    static FastGuess of(CaseGuesses guesses) {
        return new FastGuess(guesses.score().replaceFirst("\\.\\s*$", "") + (guesses.right() ? " ✓" : " ✗"),
            !guesses.right());
    }

    /// Two things that cost about the same may stand in the wrong order.
    static FastGuess of(OrderGuess order) {
        if (!order.isSaid()) return new FastGuess("no guess", true);
        boolean far = !order.left().isEmpty() || order.worst().filter(pair -> pair.factor() > FAR).isPresent();
        var guess = order.guess();
        return new FastGuess(guess.measured().isEmpty() ? "guessed, and there is no answer"
            : guess.outcome() + (far ? " ✗" : " ✓"), far);
    }
}
