package memorytax.notebook;

/// How much help a reader has had with an exercise. Hints come one at a time; the solution is open once the exercise is
/// solved, or has been asked for twice. Asking for more when there are no more hints is asking for the solution.
///
/// @param hints  that were given
/// @param asked  how often the solution was asked for
/// @param solved whether the check has been met
public record Coaching(int hints, int asked, boolean solved) {
    private static final int TWICE = 2;

    /// No help yet.
    public static final Coaching NONE = new Coaching(0, 0, false);

    /// What to show after the reader has asked.
    public enum Next {
        /// The last one given, [Coaching#hints()] counted from 1.
        HINT,
        /// A line that says: ask once more, and the solution is shown.
        ASK_AGAIN,
        /// The solution.
        SOLUTION
    }

    /// The reader has asked for help.
    ///
    /// @param all hints that the exercise has
    public Coaching more(int all) {
        return solved || hints >= all ? solution() : new Coaching(hints + 1, asked, false);
    }

    /// The reader has asked for the solution.
    public Coaching solution() {
        return new Coaching(hints, asked + 1, solved);
    }

    /// What follows from the step to this from `before`.
    public Next since(Coaching before) {
        if (hints > before.hints) return Next.HINT;
        return open() ? Next.SOLUTION : Next.ASK_AGAIN;
    }

    /// Whether the solution may be shown.
    public boolean open() {
        return solved || asked >= TWICE;
    }
}
