package memorytax.measure.process;

import memorytax.child.Trick;
import memorytax.measure.result.Outcome;

import java.util.Optional;

/// A child did not come back with what it was asked for. The message is for readers: `the process was
/// killed (signal 9)`.
public final class Died extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Optional<Trick> trick;

    /// @param why a sentence without its end: `the process was killed (signal 9)`
    public Died(String why) {
        this(why, Optional.empty());
    }

    /// The same where the child was up to a trick.
    Died(String why, Optional<Trick> trick) {
        super(why);
        this.trick = trick;
    }

    /// As the end of a weighing.
    public Outcome.Failed outcome() {
        return new Outcome.Failed(getMessage(), trick);
    }
}
