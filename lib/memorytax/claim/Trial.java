package memorytax.claim;

import memorytax.scale.Bytes;
import memorytax.scale.Weighings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A service that was run, held against what was predicted of it.
///
/// @param predicted bytes of the process
/// @param measured  bytes of the process; empty where it was not run
public record Trial(String contender, Measured predicted, Optional<Measured> measured) {
    /// How a contender is called whose heap was kept as small as its estimate says.
    public static final String HEAP = ", -Xmx";

    /// Each contender that was tried; one whose name ends with [#HEAP] is held against its estimate with that heap.
    public static List<Trial> of(Estimates estimates, Weighings tried) {
        var s = estimates.service();
        var same = tried.with("depth", s.depth()).with("holding", s.holding()); // a record may be of another service
        return tried.contenders().stream().flatMap(c -> {
            boolean heap = c.name().endsWith(HEAP);
            var estimate = estimates.of(c.name().replace(HEAP, ""));
            var predicted = estimate.flatMap(e -> heap ? e.small() : Optional.of(e.total()));
            return predicted.map(p -> new Trial(c.name(), p, Measured.whole(same, c.name(), s.tasks()))).stream();
        }).toList();
    }

    /// By how much it took more than predicted: 0.04 for 4 %.
    public Optional<Double> off() {
        return measured.map(m -> m.value() / predicted.value() - 1);
    }

    /// Whether they came out as predicted, in a sentence; empty where none was run.
    ///
    /// @param within of it, 0.15 for 15 %
    public static String agreement(double within, List<Trial> trials) {
        var seen = trials.stream().filter(t -> t.off().isPresent()).toList();
        var other = seen.stream().filter(t -> Math.abs(t.off().get()) > within).map(Trial::toString).toList();
        if (seen.isEmpty()) return "None of them was run here.";
        return other.isEmpty() ? String.format(Locale.ROOT, "All that were run came out within %.0f %% of what was "
            + "predicted.", 100 * within) : "Not as predicted: " + String.join("; ", other) + ".";
    }

    /// `goroutines: 1.2 GB predicted, 1.3 GB measured, +4 %`
    @Override
    public String toString() {
        return contender + ": " + Bytes.of(predicted.value()) + " predicted" + measured.map(m -> String.format(
            Locale.ROOT, ", %s measured, %+.0f %%", Bytes.of(m.value()), 100 * off().get())).orElse(", not run");
    }
}
