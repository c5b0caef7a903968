package memorytax.measure.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// What the scale brings back: every process that was weighed, and what follows from all of them together.
///
/// @param step the cell that asked for them
public record Weighings(String step, List<Weighing> all) implements Findings {
    /// What one more task is asked for, in the order in which it stands in tables.
    private static final List<Quantity> PRICES = List.of(Quantity.RESIDENT, Quantity.CHARGED, Quantity.LIVE);

    /// Those processes whose load had this parameter, value by value, ascending: `by("depth")`.
    public Map<Integer, Weighings> by(String key) {
        var values = all.stream().map(w -> w.params().get(key)).filter(v -> v != null && v.matches("-?\\d+"))
            .map(Integer::valueOf).sorted().distinct().toList();
        var parts = new LinkedHashMap<Integer, Weighings>();
        for (int value : values) parts.put(value, new Weighings(step, all.stream()
            .filter(w -> String.valueOf(value).equals(w.params().get(key))).toList()));
        return parts;
    }

    /// These and others, as one.
    public Weighings and(Weighings others) {
        return new Weighings(step, Stream.concat(all.stream(), others.all.stream()).toList());
    }

    /// Those whose load had this value of it; none where nothing was weighed with it.
    public Weighings with(String key, int value) {
        return by(key).getOrDefault(value, new Weighings(step, List.of()));
    }

    /// The same for every combination of parameters, under its words: `depth=100`. One entry under the empty text where
    /// there are none. What belongs to different parameters must not be taken for forks of one point.
    public Map<String, Weighings> variants() {
        var parts = new LinkedHashMap<String, List<Weighing>>();
        for (var w : all) parts.computeIfAbsent(w.params().entrySet().stream().sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::toString).collect(Collectors.joining(" ")), _ -> new ArrayList<>()).add(w);
        var variants = new LinkedHashMap<String, Weighings>();
        parts.forEach((words, some) -> variants.put(words, new Weighings(step, List.copyOf(some))));
        return variants;
    }

    /// What one more task needs of `quantity`, over the values of a parameter: what a chart of growth draws.
    public SequencedMap<Integer, List<Slope>> slopesBy(String key, Quantity quantity) {
        return slopesBy(key, _ -> quantity);
    }

    /// The same of a quantity that is another for each contender, where one alone would not say it of all.
    public SequencedMap<Integer, List<Slope>> slopesBy(String key, Function<Contender, Quantity> quantity) {
        var slopes = new LinkedHashMap<Integer, List<Slope>>();
        by(key).forEach((value, part) -> slopes.put(value,
            part.contenders().stream().flatMap(c -> part.slope(c, quantity.apply(c)).stream()).toList()));
        return slopes;
    }

    /// Each contender once, in the order in which the chapter lists them.
    @Override
    public List<Contender> contenders() {
        var byName = new LinkedHashMap<String, Contender>();
        // one that died before it said its version is still the same contender
        for (var w : all) byName.merge(w.contender().name(), w.contender(), (a, b) -> a.version().isEmpty() ? b : a);
        return List.copyOf(byName.values());
    }

    /// The numbers of tasks that were weighed, ascending.
    public List<Integer> sizes() {
        return all.stream().map(Weighing::tasks).distinct().sorted().toList();
    }

    /// All points of a contender at which `quantity` is known.
    public List<Weighing> of(Contender contender, Quantity quantity) {
        return points(contender).filter(w -> w.bytes(quantity).isPresent()).toList();
    }

    /// Median and range of `quantity` over the forks; empty when no fork came back with it.
    public Optional<Range> at(Contender contender, int tasks, Quantity quantity) {
        var values = of(contender, quantity).stream().filter(w -> w.tasks() == tasks).toList();
        return values.isEmpty() ? Optional.empty()
            : Optional.of(Range.of(values.stream().mapToLong(w -> w.bytes(quantity).getAsLong())));
    }

    /// The mean of the forks with its 95 % interval; with one fork alone its value, and no width.
    public Optional<Interval> mean(String contender, int tasks, Quantity quantity) {
        return find(contender).flatMap(c -> mean(of(c, quantity).stream().filter(w -> w.tasks() == tasks)
            .mapToDouble(w -> w.bytes(quantity).getAsLong())));
    }

    /// The same of the empty process.
    public Optional<Interval> meanBaseline(String contender) {
        return find(contender).flatMap(c -> mean(points(c).filter(w -> w.baseline().isPresent())
            .mapToDouble(w -> w.baseline().get().resident())));
    }

    private static Optional<Interval> mean(DoubleStream values) {
        double[] v = values.toArray();
        return v.length == 0 ? Optional.empty() : Optional.of(Interval.of(v));
    }

    /// Median and range of the empty process, in bytes, over all of the contender's forks.
    public Optional<Range> baseline(Contender contender) {
        var values = points(contender).filter(w -> w.baseline().isPresent()).toList();
        return values.isEmpty() ? Optional.empty()
            : Optional.of(Range.of(values.stream().mapToLong(w -> w.baseline().get().resident())));
    }

    /// The same, by name; empty when there is no such contender.
    public Optional<Range> at(String contender, int tasks, Quantity quantity) {
        return find(contender).flatMap(c -> at(c, tasks, quantity));
    }

    /// The same, by name.
    public Optional<Range> baseline(String contender) {
        return find(contender).flatMap(this::baseline);
    }

    /// Whether it was measured on this machine, by name; of nobody, whether anything was.
    @Override
    public boolean here(String contender) {
        return find(contender).map(this::here).orElseGet(() -> all.stream().anyMatch(Weighing::here));
    }

    /// Bytes per further task; empty when fewer than two sizes and three processes were weighed.
    public Optional<Slope> slope(Contender contender, Quantity quantity) {
        var points = of(contender, quantity);
        if (points.size() < 3 || points.stream().map(Weighing::tasks).distinct().count() < 2) return Optional.empty();
        return Optional.of(Slope.of(contender, quantity, points, forks(contender))
            .over(overSizes(contender, quantity)));
    }

    /// How far the price of one more task depends on how many there are: the smallest and the largest of the slopes
    /// between neighbouring sizes. The interval of [#slope] says how well forks agree, and
    /// knows nothing of this. Empty with less than three sizes.
    private Optional<Range> overSizes(Contender contender, Quantity quantity) {
        var prices = prices(contender, quantity).values();
        return prices.size() < 2 ? Optional.empty()
            : Optional.of(Range.of(prices.stream().mapToDouble(p -> p).toArray()));
    }

    /// The price of one more task between two neighbouring sizes, by the larger of the two: the slope of the means of
    /// the forks, as [#slope] is the mean of their slopes.
    public SequencedMap<Integer, Double> prices(Contender contender, Quantity quantity) {
        var sizes = of(contender, quantity).stream().map(Weighing::tasks).distinct().sorted().toList();
        var prices = new LinkedHashMap<Integer, Double>();
        for (int i = 1; i < sizes.size(); i++)
            prices.put(sizes.get(i), (average(contender, sizes.get(i), quantity)
                - average(contender, sizes.get(i - 1), quantity)) / (sizes.get(i) - sizes.get(i - 1)));
        return prices;
    }

    private double average(Contender contender, int tasks, Quantity quantity) {
        return mean(contender.name(), tasks, quantity).orElseThrow().mean();
    }

    /// The same, by name; empty when there is no such contender.
    public Optional<Slope> slope(String contender, Quantity quantity) {
        return find(contender).flatMap(c -> slope(c, quantity));
    }

    /// What a contender's further task occupies, in bytes.
    public Optional<Slope> slope(String contender) {
        return slope(contender, Quantity.RESIDENT);
    }

    /// How many tasks a process of this contender holds when it occupies so many bytes: its baseline, what comes with
    /// the first of them, and its slope. Calculated, not measured.
    public Optional<Double> tasksIn(double bytes, String contender) {
        return slope(contender).map(s -> (bytes - baseline(contender).orElseThrow().median() - s.intercept().mean())
            / s.value());
    }

    /// Every slope that can be told, contender by contender.
    public List<Slope> slopes() {
        return contenders().stream()
            .flatMap(c -> PRICES.stream().flatMap(q -> slope(c, q).stream())).toList();
    }

    /// Whose further task occupies the most, among these contenders. Empty when the scale cannot tell: one of them was
    /// not weighed, or the intervals of the two dearest overlap.
    public String dearest(List<String> contenders) {
        var slopes = ranked(contenders).reversed();
        return slopes.isEmpty() || slopes.size() > 1 && slopes.getFirst().low() <= slopes.get(1).high() ? ""
            : slopes.getFirst().contender().name();
    }

    /// Whose occupies the least; empty likewise.
    public String cheapest(List<String> contenders) {
        var slopes = ranked(contenders);
        return slopes.isEmpty() || slopes.size() > 1 && slopes.getFirst().high() >= slopes.get(1).low() ? ""
            : slopes.getFirst().contender().name();
    }

    /// The cheapest first; none when one of them was not weighed, or in a single process.
    private List<Slope> ranked(List<String> contenders) {
        var slopes = contenders.stream().distinct().flatMap(c -> slope(c).stream())
            .filter(s -> s.forks() > 1).sorted(Comparator.comparingDouble(Slope::value)).toList();
        return slopes.size() == contenders.stream().distinct().count() ? slopes : List.of();
    }

    /// Whether the kernel itself has counted all that is charged; else that is the least of it.
    public boolean countsAll() {
        return all.stream().flatMap(w -> w.loaded().stream()).map(Reading::kernel).filter(k -> k.bytes().isPresent())
            .allMatch(Reading.Kernel::all);
    }

    /// How many processes each size of this contender was weighed in, at the least; those that failed do not count.
    @Override
    public int forks(Contender contender) {
        return of(contender, Quantity.TOTAL).stream()
            .collect(Collectors.groupingBy(w -> List.of(w.tasks(), w.params()), Collectors.counting()))
            .values().stream().mapToInt(Long::intValue).min().orElse(0);
    }

    /// Whether every figure of this contender was measured on this machine, now.
    public boolean here(Contender contender) {
        return points(contender).noneMatch(w -> w.outcome() instanceof Outcome.Recorded);
    }

    private Optional<Contender> find(String name) {
        return contenders().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /// A line per contender: the empty process, one more task, and what of that is live. With one size alone, what all
    /// of its tasks occupy.
    @Override
    public String toString() {
        return new WeighingsText(this).toString();
    }

    /// All points of a contender, whatever came of them.
    Stream<Weighing> points(Contender contender) {
        return all.stream().filter(w -> w.contender().name().equals(contender.name()));
    }
}
