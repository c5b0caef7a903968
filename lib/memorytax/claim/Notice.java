package memorytax.claim;

import java.util.List;
import java.util.Optional;

/// Something that the text would have a reader notice. It is held against all forks before it is said: what depends on
/// luck is not said to be so.
///
/// @param what  a sentence without its end
/// @param seen  in every fork; empty where it could not be told: nothing was measured, or the forks do not agree
public record Notice(String what, Optional<Boolean> seen) {
    /// The first is smaller than the second, beyond what the forks differ.
    public static Notice less(String what, Optional<Measured> small, Optional<Measured> large) {
        return new Notice(what, small.flatMap(s -> large.flatMap(l -> s.high() < l.low() ? Optional.of(true)
            : s.low() > l.high() ? Optional.of(false) : Optional.empty())));
    }

    /// The first is less than so many times the second.
    public static Notice less(String what, Optional<Measured> small, double times, Optional<Measured> large) {
        return less(what, small, large.map(l -> new Measured(times * l.value(), times * l.low(), times * l.high(),
            l.here(), l.forks())));
    }

    /// It is more than that, beyond what the forks differ.
    public static Notice above(String what, Optional<Measured> measured, double figure) {
        return new Notice(what, measured.flatMap(m -> m.above(figure)));
    }

    /// Several of them as one text.
    public static String all(Notice... notices) {
        return String.join("\n", List.of(notices).stream().map(n -> "- " + n).toList());
    }

    /// `✓ Go's peak is lower with a bound.`, `✗ Not so here: …`, `– Could not be told here: …`
    @Override
    public String toString() {
        return seen.map(yes -> yes ? "✓ " + what : "✗ Not so here: " + what).orElse("– Could not be told here: " + what)
            + ".";
    }
}
