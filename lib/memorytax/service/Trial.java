package memorytax.service;

import memorytax.claim.Measured;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A service that was run, with its garbage, held against what was predicted of it.
///
/// @param predicted bytes of the process at its largest
/// @param measured  the same as it was seen; empty where it was not run
public record Trial(String contender, Measured predicted, Optional<Measured> measured) {
    /// Each contender that was tried; one that was run with a flag is held against the estimate with that flag.
    public static List<Trial> of(Estimates estimates, ServiceRuns tried) {
        var s = estimates.service();
        // a record may be of another service
        var same = s.among(tried.watched()).with("allocating", s.kilobytes());
        var reports = same.reports().with(s.tasks());
        return tried.contenders().stream().flatMap(c -> estimates.all().stream()
            .flatMap(e -> predicted(e, c.name()).stream())
            .map(p -> new Trial(c.name(), p, measured(reports, c.name())))).toList();
    }

    private static Optional<Measured> predicted(Estimate e, String contender) {
        if (contender.equals(e.name())) return Optional.of(e.total());
        boolean flagged = contender.equals(Contender.variant(e.name(), Headroom.HEAP))
            || contender.startsWith(Headroom.LIMIT) && e.name().equals(Costs.GO);
        return flagged ? e.flag().map(Flag::total) : Optional.empty();
    }

    private static Optional<Measured> measured(Reports reports, String contender) {
        return reports.median(contender, Watched.OUTSIDE, Watched.PEAK).map(s -> Measured.of(s,
            reports.here(contender)));
    }

    /// By how much it took more than predicted: 0.04 for 4 %.
    public Optional<Double> off() {
        return measured.map(m -> m.value() / predicted.value() - 1);
    }

    /// Whether it came out that near to what was predicted, or between its bounds.
    private boolean right(double within) {
        double seen = measured.orElseThrow().value();
        return Math.abs(off().orElseThrow()) <= within || between(seen);
    }

    private boolean between(double seen) {
        return predicted.low() <= seen && seen <= predicted.high();
    }

    /// Whether they came out as predicted, in a sentence or two.
    ///
    /// @param within of it, 0.15 for 15 %
    public static String agreement(double within, List<Trial> trials) {
        var seen = trials.stream().filter(t -> t.off().isPresent()).toList();
        if (seen.isEmpty()) return "None of these processes was run.";
        var other = seen.stream().filter(t -> !t.right(within)).map(Trial::toString).toList();
        if (!other.isEmpty()) return "Not as predicted: " + String.join("; ", other) + ".";
        var bounds = seen.stream().filter(t -> Math.abs(t.off().get()) > within).map(Trial::toString).toList();
        var near = String.format(Locale.ROOT, "contender came out within %.0f %% of the prediction.", 100 * within);
        return bounds.isEmpty() ? "Every " + near : String.format(Locale.ROOT, "Between the predicted bounds, but more "
            + "than %.0f %% from the prediction: %s.", 100 * within, String.join("; ", bounds))
            + (bounds.size() == seen.size() ? "" : " Every other " + near);
    }

    /// `goroutines: 1.2 GB predicted, 1.3 GB measured, +4 %`
    @Override
    public String toString() {
        return contender + ": " + Bytes.of(predicted.value()) + " predicted" + measured.map(m -> String.format(
            Locale.ROOT, ", %s measured, %+.0f %%", Bytes.of(m.value()), 100 * off().get())).orElse(", not run");
    }
}
