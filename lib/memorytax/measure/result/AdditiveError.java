package memorytax.measure.result;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a process takes for itself while its tasks come: an error of the scale that does not grow with the tasks.
/// Spread over few of them it is large for each.
///
/// @param bytes of it, at the most
/// @param each  of them for one task, at the sizes that were weighed
public record AdditiveError(double bytes, double each) {
    /// At the most, by runtime: chapter 1 shows it with objects of a known size, and a test holds it to this.
    /// A JavaScript engine lets its young generation grow: V8 to two halves of 16 MB, which it keeps.
    private static final Map<String, Double> MOST = Map.of("java", 1.0 * (1 << 20), "go", 1.0 * (1 << 20),
        "python", 0.25 * (1 << 20), "node", 32.0 * (1 << 20), "deno", 32.0 * (1 << 20), "bun", 32.0 * (1 << 20));
    /// A price that may be off by more than this share of it is marked.
    private static final double MUCH = 0.1;

    /// Of a price that it may change by more than a tenth; else empty.
    public static Optional<AdditiveError> of(Weighings weighed, Contender contender) {
        var sizes = weighed.of(contender, Quantity.RESIDENT).stream().map(Weighing::tasks).distinct().sorted().toList();
        double bytes = most(contender.runtime());
        return weighed.slope(contender, Quantity.RESIDENT).flatMap(slope ->
            Optional.of(new AdditiveError(bytes, bytes / (sizes.getLast() - sizes.getFirst())))
                .filter(a -> a.each > MUCH * slope.value()));
    }

    /// Bytes of it in a runtime, at the most; of one that nobody has tried as much as of any other.
    public static double most(String runtime) {
        return MOST.getOrDefault(runtime, MOST.get("java"));
    }

    /// `too few tasks to trust the price: the process may take up to 1.0 MB for itself, which is ± 524 B for each task`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "too few tasks to trust the price: the process may take up to %s for "
            + "itself, which is ± %s for each task", Bytes.of(bytes), Bytes.exact(each));
    }
}
