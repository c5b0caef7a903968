package memorytax.measure.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// From which size on one way of doing it is cheaper than another: where their lines cross for the last time, by what
/// processes told of several sizes. Between two sizes lines are taken to be straight on logarithmic axes.
///
/// @param at    bytes, the median of the forks
/// @param low   of the forks the lowest
/// @param high  of the forks the highest
/// @param here  measured on this machine; otherwise recorded
public record Crossing(double at, double low, double high, int forks, boolean here) {
    /// Empty where it cannot be told: in some fork the one that starts out dearer ends up dearer, or in most of them it
    /// is cheaper at any size.
    ///
    /// @param first  contender that is cheaper at small sizes
    /// @param then   contender that is cheaper at large ones
    /// @param figure that both told: `ns_per_request`
    public static Optional<Crossing> of(Reports reports, String first, String then, String figure) {
        var found = new ArrayList<Double>();
        for (var fork : forks(reports, first, then, figure)) {
            var at = last(fork);
            if (at.isEmpty()) return Optional.empty();
            found.add(at.getAsDouble());
        }
        if (found.isEmpty()) return Optional.empty();
        var all = Range.of(found.stream().mapToDouble(v -> v).toArray());
        if (all.median() <= forks(reports, first, then, figure).getFirst().firstKey()) return Optional.empty();
        return Optional.of(new Crossing(all.median(), all.low(), all.high(), all.forks(),
            reports.here(first) && reports.here(then)));
    }

    /// From which size on `then` is faster than `first`, by their names; empty where neither reported anything.
    public static String sentence(Reports reports, String first, String then, String figure) {
        var forks = forks(reports, first, then, figure);
        if (forks.isEmpty()) return "";
        var from = forks.stream().map(Crossing::last).toList();
        if (from.stream().anyMatch(OptionalDouble::isEmpty))
            return "There was no size from which on \"%s\" was faster than \"%s\" in every process."
                .formatted(then, first);
        double highest = from.stream().mapToDouble(OptionalDouble::getAsDouble).max().orElseThrow();
        double smallest = forks.getFirst().firstKey();
        return "In every process, \"%s\" was faster than \"%s\" with objects of %s.".formatted(then, first,
            highest > smallest ? "more than " + Bytes.of(highest) : Bytes.of(smallest) + " and more");
    }

    /// How many times as dear `then` is, by size, in each of the forks.
    private static List<TreeMap<Double, Double>> forks(Reports reports, String first, String then, String figure) {
        return reports.all().stream().filter(w -> w.figures().containsKey(figure)).map(Reports.Report::fork).distinct()
            .map(fork -> factors(reports, first, then, figure, fork)).filter(f -> !f.isEmpty()).toList();
    }

    private static TreeMap<Double, Double> factors(Reports reports, String first, String then, String figure,
        int fork) {
        var factors = new TreeMap<Double, Double>();
        for (var name : reports.names()) {
            var size = Bytes.parse(name);
            var values = List.of(first, then).stream().flatMap(c -> reports.all().stream().filter(w -> w.fork() == fork
                && w.contender().name().equals(c) && w.name().equals(name) && w.figures().containsKey(figure))
                .limit(1)).map(w -> w.figures().get(figure)).toList();
            if (size.isPresent() && values.size() == 2)
                factors.put(size.getAsDouble(), values.getLast() / values.getFirst());
        }
        return factors;
    }

    /// Where they cross for the last time; the smallest size, where `then` is the cheaper one throughout.
    private static OptionalDouble last(TreeMap<Double, Double> factors) {
        if (factors.isEmpty() || factors.lastEntry().getValue() > 1) return OptionalDouble.empty();
        for (var after = factors.lastEntry(); after != null; after = factors.lowerEntry(after.getKey())) {
            var before = factors.lowerEntry(after.getKey());
            if (before == null || before.getValue() <= 1) continue;
            double share = Math.log(before.getValue()) / (Math.log(before.getValue()) - Math.log(after.getValue()));
            return OptionalDouble.of(before.getKey() * Math.pow(after.getKey() / before.getKey(), share));
        }
        return OptionalDouble.of(factors.firstKey());
    }

    /// `from 1.2 KB on (1.1 KB to 1.4 KB, 3 forks)`
    @Override
    public String toString() {
        return "from " + Bytes.of(at) + " on (" + Bytes.of(low) + " to " + Bytes.of(high) + ", "
            + Counted.of(forks, "fork") + ")";
    }
}
