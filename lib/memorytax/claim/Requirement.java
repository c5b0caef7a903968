package memorytax.claim;

import memorytax.measure.result.Bytes;

import java.util.Locale;
import java.util.Optional;

/// Something that is asked of an exercise, and what was measured. Its `toString` says how it stands: `913 B live for
/// one task, and 300 B is the limit: 613 B too many, 3.0 times as much`.
public sealed interface Requirement permits AtMost, About {
    /// What is counted: `live for one task`.
    String what();

    /// `B`, or empty for a plain number.
    String unit();

    /// The figure that is asked for, in that unit.
    double asked();

    /// What that figure is, in a word that stands beside a bar: `limit`, `asked`.
    String word();

    /// Empty where it could not be told.
    Optional<Measured> measured();

    /// What to look at where it is not met, a sentence; may be empty.
    String look();

    /// The same, and that is to be looked at.
    Requirement look(String at);

    /// Whether it is met, with all of what may be.
    boolean met();

    /// `913 B live for one task, allowed are 300 B`
    String shortfall();

    /// As people write it: `913 B`, `10,003`.
    default String figure(double value) {
        if (unit().equals("B")) return Math.abs(value) < 10_000 ? Bytes.exact(value) : Bytes.of(value);
        var decimals = asked() * 10 == Math.rint(asked() * 10) ? "%,.1f" : "%,.2f";
        return (String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : decimals, value) + " " + unit())
            .strip();
    }

    /// `913 B live for one task`, `1 more thread`
    default String said(Measured m) {
        return figure(m.value()) + " " + (m.value() == 1 ? what().replaceFirst("s$", "") : what());
    }
}
