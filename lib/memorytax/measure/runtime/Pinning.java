package memorytax.measure.runtime;

import memorytax.measure.result.Range;
import memorytax.measure.result.Reported;
import memorytax.measure.result.Reports;

import java.util.List;
import java.util.Optional;

/// What keeps a carrier while a virtual thread blocks on it: of each way to block, how long another thread had to wait
/// for the carrier, and whether the JVM saw the first one pinned.
public record Pinning(Reports reports) implements Reported {
    private static final String WAITED = "waited_ms", OF = "of_ms";

    /// How long the other one waited, in ms.
    public Optional<Range> waited(String contender, String name) {
        return reports.median(contender, name, WAITED);
    }

    /// How often the JVM said so.
    public Optional<Double> pinned(String contender, String name) {
        return reports.of(contender, name, "pinned").map(often -> often.mean());
    }

    /// Whether something keeps its carrier while it blocks, in every fork: the other one then has its turn when that is
    /// over, and not before. Empty where the forks do not agree.
    public Optional<Boolean> keeps(String contender, String name) {
        var kept = reports.each(contender, name, f -> f.getOrDefault(WAITED, 0.0) >= f.getOrDefault(OF, 0.0));
        return kept.stream().distinct().count() == 1 ? Optional.of(kept.getFirst()) : Optional.empty();
    }

    /// Of these the only one that keeps its carrier; empty where that is none or several, or where it is not clear.
    public String keeper(String contender, List<String> names) {
        var kept = names.stream().filter(n -> keeps(contender, n).orElse(false)).toList();
        boolean clear = names.stream().allMatch(n -> keeps(contender, n).isPresent());
        return clear && kept.size() == 1 ? kept.getFirst() : "";
    }

    @Override
    public String toString() {
        return reports.toString();
    }
}
