package memorytax.claim;

import memorytax.measure.result.Chance;

import java.util.List;
import java.util.Optional;

/// Something that the text would have a reader notice. It is held against all forks before it is said, and against
/// chance: few forks lie in any order now and then.
///
/// @param what   a sentence without its end
/// @param seen   in every fork; empty where it could not be told: nothing was measured, or the forks do not agree
/// @param chance how often forks would look like that where nothing is different; 1 where one process stands alone
public record Notice(String what, Optional<Boolean> seen, double chance) {
    /// The first is smaller than the second, beyond what the forks differ.
    public static Notice less(String what, Optional<Measured> small, Optional<Measured> large) {
        return new Notice(what, small.flatMap(s -> large.flatMap(l -> s.high() < l.low() ? Optional.of(true)
            : s.low() > l.high() ? Optional.of(false) : Optional.empty())),
            small.flatMap(s -> large.map(s::luck)).orElse(1.0));
    }

    /// The first is less than so many times the second.
    public static Notice less(String what, Optional<Measured> small, double times, Optional<Measured> large) {
        return less(what, small, large.map(l -> l.times(times)));
    }

    /// It is more than that, beyond what the forks differ.
    public static Notice above(String what, Optional<Measured> measured, double figure) {
        return new Notice(what, measured.flatMap(m -> m.above(figure)), measured.map(Measured::luck).orElse(1.0));
    }

    /// Several of them as one text.
    public static String all(Notice... notices) {
        return String.join("\n", List.of(notices).stream().map(n -> "- " + n).toList());
    }

    /// `✓ Go's peak is lower with a bound (by chance: 1 in 20).`, `✗ Not so here: …`, `– Cannot be decided here: …`,
    /// and where chance does as much too often `– Seen in one process, which proves nothing: …`
    @Override
    public String toString() {
        if (seen.isEmpty()) return "– Cannot be decided here: " + what + ".";
        boolean alone = chance >= 1, few = chance > Chance.ENOUGH;
        if (few && seen.get()) return "– Seen " + (alone ? "in one process, which proves nothing: " + what + "."
            : "in few processes, which may be chance: " + what + " (by chance: " + Chance.said(chance) + ").");
        if (few) return "– Not seen " + (alone ? "in the one process: " : "in these few processes: ") + what + ".";
        return (seen.get() ? "✓ " : "✗ Not so here: ") + what + " (by chance: " + Chance.said(chance) + ").";
    }
}
