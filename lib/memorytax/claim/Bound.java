package memorytax.claim;

import memorytax.measure.result.Counted;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whether processes that were told a bound kept to it: one row for each process. It is counted twice, by those who are
/// bounded and by somebody who looks on, and either of them can disagree.
///
/// @param bounded of those with a bound
/// @param free    of those whose bound is 0, which is none
public record Bound(List<Row> bounded, List<Row> free) {
    /// @param most of what was bounded, at one time, by the larger count
    /// @param seen by somebody who looked on, too; in older records nobody did
    public record Row(int bound, double most, boolean seen, boolean here) {
    }

    /// @param key     of the parameter that bounds: `workers`
    /// @param counted by those who are bounded: `most_at_once`
    /// @param seen    by an onlooker: `seen_at_once`
    public static Bound of(String key, String counted, String seen, Reports... reports) {
        var rows = Arrays.stream(reports).flatMap(t -> t.all().stream())
            .filter(w -> w.params().containsKey(key) && w.figures().containsKey(counted))
            .map(w -> new Row(Integer.parseInt(w.params().get(key)),
                Math.max(w.figures().get(counted), w.figures().getOrDefault(seen, 0.0)),
                w.figures().getOrDefault(seen, 0.0) > 0, !(w.outcome() instanceof Outcome.Recorded)))
            .collect(Collectors.partitioningBy(r -> r.bound > 0));
        return new Bound(rows.get(true), rows.get(false));
    }

    /// Whether no process ever had more than its bound; empty when there was none.
    public Optional<Boolean> kept() {
        return bounded.isEmpty() ? Optional.empty() : Optional.of(bounded.stream().allMatch(r -> r.most <= r.bound));
    }

    /// Whether all of it was measured on this machine.
    public boolean here() {
        return bounded.stream().allMatch(Row::here);
    }

    /// A sentence without its end.
    @Override
    public String toString() {
        long over = bounded.stream().filter(r -> r.most > r.bound).count();
        var bounds = bounded.stream().map(Row::bound).distinct().sorted()
            .map(b -> String.format(Locale.ROOT, "%,d", b)).toList();
        var says = over > 0
            ? String.format(Locale.ROOT, "%,d of %,d processes had more at once than their bound", over, bounded.size())
            : String.format(Locale.ROOT, "Of %s with bounds of %s none ever had more at once than its bound%s",
                Counted.of(bounded.size(), "process", "processes"), and(bounds),
                bounded.stream().allMatch(Row::seen) ? ", by the count of its jobs and by that of its runtime" : "");
        var most = free.stream().mapToDouble(Row::most).summaryStatistics();
        return free.isEmpty() ? says : says + String.format(Locale.ROOT,
            "; processes without a bound had %,.0f to %,.0f", most.getMin(), most.getMax());
    }

    private static String and(List<String> words) {
        return words.size() < 2 ? String.join("", words)
            : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
