package memorytax.claim;

import memorytax.measure.result.Bytes;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighings;
import memorytax.notebook.Prediction;

import java.util.Optional;

/// A reader's choice for a service: in which architecture, and what memory it is given.
///
/// @param limit in bytes
public record Choice(String architecture, double limit) {
    /// No more is given than so many times what is taken: the rest is paid for, and not used.
    private static final double WASTE = 1.5;

    /// @throws IllegalArgumentException when the limit is no number of bytes
    public Choice {
        if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) throw new IllegalArgumentException(
            "a limit is a number of bytes above zero, and " + limit + " is none");
    }

    /// @param limit `64 MB`
    /// @throws IllegalArgumentException when that is no size
    public static Choice of(String architecture, String limit) {
        return new Choice(architecture, Prediction.bytes().answered(limit).value().orElseThrow());
    }

    /// Holds it against the service as it was weighed in this architecture: it has to stay below the limit, and the
    /// limit may not be too much.
    public Check check(Weighings weighed) {
        return check(weighed,
            "Look at what the service takes: give it more, or choose an architecture that takes less.",
            "Look at what the service takes: a lower limit is enough.");
    }

    /// The same where the limit is given, and the number of tasks is chosen.
    public Check checkTasks(Weighings weighed) {
        return check(weighed, "Look at what the process takes beside the bytes that its tasks hold.",
            "Look at what the limit leaves free: more tasks fit.");
    }

    private Check check(Weighings weighed, String tooMuch, String tooLittle) {
        var takes = weighed.sizes().isEmpty() ? Optional.<Measured>empty()
            : weighed.at(architecture, weighed.sizes().getLast(), Quantity.TOTAL)
                .map(s -> Measured.of(s, weighed.here(architecture)));
        var given = Optional.of(new Measured(limit, limit, limit, true));
        return Check.of(weighed).below("for the whole service", "B", limit, takes)
            .look(tooMuch)
            .below("times what the service takes", "", WASTE, Measured.ratio(given, takes))
            .look(tooLittle);
    }

    /// `goroutines in 256 MB`
    @Override
    public String toString() {
        return architecture + " in " + Bytes.named(limit);
    }
}
