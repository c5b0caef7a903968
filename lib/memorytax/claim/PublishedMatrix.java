package memorytax.claim;

import memorytax.measure.result.Contender;
import memorytax.measure.result.Findings;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Range;
import memorytax.measure.result.TextColumns;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a public benchmark found for whole processes with so many tasks, beside what was weighed of the same kind of
/// task. A variant is of the kind that it varies: `goroutines (timer)` stands beside `goroutines`.
///
/// @param source   as data/published.csv has it: `hez2010`
/// @param year     in which it was published
/// @param measured what is beside it
public record PublishedMatrix(String source, String year, List<Kind> kinds, Findings measured) {
    /// One kind of task, as it was published, and every contender of that kind. None where it was not weighed.
    ///
    /// @param version   of the runtime: `Go 1.23`
    /// @param published number of tasks -> bytes of the whole process
    public record Kind(String name, String version, SortedMap<Integer, Double> published, List<Run> runs) {
    }

    /// One contender beside it.
    ///
    /// @param here  measured on this machine; otherwise recorded
    /// @param whole number of tasks -> bytes of the whole process, over the forks
    public record Run(Contender contender, boolean here, Map<Integer, Range> whole) {
        /// How many times as much was measured as was published.
        public OptionalDouble factor(Kind kind, int tasks) {
            return whole.containsKey(tasks) && kind.published.containsKey(tasks)
                ? OptionalDouble.of(whole.get(tasks).median() / kind.published.get(tasks)) : OptionalDouble.empty();
        }
    }

    /// @param quantity [Quantity#TOTAL] for processes at rest, [Quantity#PEAK] at their highest moment
    /// @throws IllegalArgumentException when nothing is known of this source, or the quantity is another
    public static PublishedMatrix of(String source, Weighings weighed, Quantity quantity) {
        if (quantity != Quantity.TOTAL && quantity != Quantity.PEAK)
            throw new IllegalArgumentException("no whole process is " + quantity + ": allowed are total, peak");
        var points = Published.by(source);
        if (points.isEmpty())
            throw new IllegalArgumentException("data/published.csv has nothing from " + source);
        var kinds = points.stream().map(Published.Point::kind).distinct().map(kind -> kind(points.stream()
            .filter(p -> p.kind().equals(kind)).toList(), runs(kind, weighed, quantity))).toList();
        return new PublishedMatrix(source, points.getFirst().year(), kinds, weighed);
    }

    private static Kind kind(List<Published.Point> points, List<Run> runs) {
        var published = new TreeMap<Integer, Double>();
        for (var p : points) published.put(p.tasks(), p.bytes());
        return new Kind(points.getFirst().kind(), points.getFirst().version(), published, runs);
    }

    private static List<Run> runs(String kind, Weighings weighed, Quantity quantity) {
        return weighed.contenders().stream().filter(c -> Contender.kind(c.name()).equals(kind))
            .map(c -> new Run(c, weighed.here(c), whole(weighed.of(c, quantity), quantity)))
            .filter(run -> !run.whole.isEmpty()).toList();
    }

    /// A peak is told from the empty process on.
    private static Map<Integer, Range> whole(List<Weighing> points, Quantity quantity) {
        var whole = new TreeMap<Integer, Range>();
        for (int tasks : new TreeSet<>(points.stream().map(Weighing::tasks).toList()))
            whole.put(tasks, Range.of(points.stream().filter(w -> w.tasks() == tasks)
                .mapToLong(w -> w.bytes(quantity).orElseThrow()
                    + (quantity == Quantity.PEAK ? w.baseline().orElseThrow().resident() : 0))));
        return whole;
    }

    /// The numbers of tasks that were published, ascending.
    public List<Integer> sizes() {
        return kinds.stream().flatMap(k -> k.published.keySet().stream()).distinct().sorted().toList();
    }

    /// A line for what was published of a kind, and one for each contender of it: MB of the whole process.
    @Override
    public String toString() {
        var rows = new ArrayList<List<String>>();
        rows.add(Stream.concat(Stream.of("", ""), sizes().stream().map(String::valueOf)).toList());
        for (var kind : kinds) {
            rows.add(row(kind.name, kind.version, kind.published));
            for (var run : kind.runs) {
                var medians = new TreeMap<Integer, Double>();
                run.whole.forEach((tasks, range) -> medians.put(tasks, range.median()));
                rows.add(row("", run.contender.toString(), medians));
            }
        }
        return TextColumns.of(rows);
    }

    private List<String> row(String name, String version, Map<Integer, Double> bytes) {
        return Stream.concat(Stream.of(name, version), sizes().stream().map(tasks -> Optional.ofNullable(
            bytes.get(tasks)).map(b -> String.format(Locale.ROOT, "%.1f", b / (1 << 20))).orElse("–"))).toList();
    }
}
