package memorytax.knob;

import memorytax.claim.Measured;
import memorytax.measure.result.Contender;
import memorytax.measure.result.ForkValues;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighings;

import java.util.Optional;

/// The contender that changes are held against, in the series that it was weighed in.
record Base(String name, Weighings weighed) {
    boolean found() {
        return contender().flatMap(c -> weighed.slope(c, Quantity.RESIDENT)).isPresent();
    }

    Optional<Contender> contender() {
        return weighed.contenders().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    ForkValues slopes(Quantity quantity) {
        return ForkValues.slopes(weighed, contender().orElseThrow(), quantity);
    }

    /// What a contender of another series, or of the same one, costs more. Empty where it, or the base, has no slope.
    Optional<Knob> knob(Weighings series, Contender contender, Optional<Knob.Kind> kind) {
        var cost = series.slope(contender, Quantity.RESIDENT);
        var more = more(series, contender, Quantity.RESIDENT);
        if (cost.isEmpty() || more.isEmpty()) return Optional.empty();
        return Optional.of(new Knob(Contender.trait(contender.name()), kind.orElseGet(() -> kind(contender)),
            Measured.of(cost.get()), more.get(), series.slope(contender, Quantity.LIVE).map(Measured::of),
            more(series, contender, Quantity.LIVE), empty(series, contender)));
    }

    private Knob.Kind kind(Contender other) {
        var version = contender().orElseThrow().version();
        return version.isEmpty() || other.version().isEmpty() || other.version().equals(version) ? Knob.Kind.SETTING
            : Knob.Kind.VERSION;
    }

    private Optional<Measured> more(Weighings series, Contender other, Quantity quantity) {
        if (!found()) return Optional.empty();
        return difference(series, other, ForkValues.slopes(series, other, quantity), slopes(quantity));
    }

    private Optional<Measured> empty(Weighings series, Contender other) {
        return difference(series, other, ForkValues.baselines(series, other),
            ForkValues.baselines(weighed, contender().orElseThrow()));
    }

    private Optional<Measured> difference(Weighings series, Contender other, ForkValues with, ForkValues without) {
        return with.isEmpty() || without.isEmpty() ? Optional.empty()
            : Optional.of(Measured.of(with.minus(without), series.here(other) && weighed.here(name)));
    }
}
