package memorytax.measure.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// What processes tell of their own work: figures that a process alone can know, such as the time of a call. They
/// explain a cost, and are never the weight of a task.
///
/// @param step the cell that asked for them
/// @param all  in the order in which they were told
public record Reports(String step, List<Report> all) implements Reported {
    /// A figure, or several that belong together.
    ///
    /// @param params  what the load was told beside `tasks`
    /// @param fork    counts from 1
    /// @param name    of what it is about: `first call`
    /// @param figures by the name of each, units at its end: `ns`, `bytes_per_op`
    /// @param outcome when it is not good there is no figure
    public record Report(Contender contender, int tasks, Map<String, String> params, int fork, String name,
                       Map<String, Double> figures, Outcome outcome) {
        /// Of one that was not run, and why.
        public static Report none(Contender contender, String why) {
            return new Report(contender, 0, Map.of(), 0, "", Map.of(), new Outcome.Skipped(why));
        }
    }

    @Override
    public Reports reports() {
        return this;
    }

    /// The same as a type that says what they are about: `as(PauseTimes::new)`.
    public <T extends Reported> T as(Function<Reports, T> about) {
        return about.apply(this);
    }

    /// Those who told something, each once.
    @Override
    public List<Contender> contenders() {
        return all.stream().filter(w -> !w.figures().isEmpty()).map(Report::contender)
            .collect(Collectors.toMap(Contender::name, c -> c,
            (a, b) -> a.version().isEmpty() ? b : a, LinkedHashMap::new)).values().stream().toList();
    }

    /// What was told of, each once, in the order in which it came.
    public Set<String> names() {
        return all.stream().map(Report::name).filter(n -> !n.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The mean over the forks with its 95 % interval; of one fork its value, and no width. Empty when nobody told it.
    public Optional<Interval> of(String contender, String name, String figure) {
        double[] v = figures(contender, name, figure).toArray();
        return v.length == 0 ? Optional.empty() : Optional.of(Interval.of(v));
    }

    /// Of these contenders the only one that told nothing but zero of it; empty where that is none or several, or where
    /// one of them did not tell.
    public String without(String name, String figure, List<String> contenders) {
        var zero = contenders.stream().filter(c -> always(c, name, figure, 0).orElse(false)).toList();
        boolean all = contenders.stream().allMatch(c -> always(c, name, figure, 0).isPresent());
        return all && zero.size() == 1 ? zero.getFirst() : "";
    }

    /// Whether every process told this value and no other; empty when nobody told any.
    public Optional<Boolean> always(String contender, String name, String figure, double value) {
        double[] v = figures(contender, name, figure).toArray();
        return v.length == 0 ? Optional.empty() : Optional.of(DoubleStream.of(v).allMatch(x -> x == value));
    }

    /// Of each time that a contender told of something, whether it was so; none when it never did.
    public List<Boolean> each(String contender, String name, Predicate<Map<String, Double>> so) {
        return all.stream().filter(w -> w.contender().name().equals(contender) && w.name().equals(name)
            && !w.figures().isEmpty()).map(w -> so.test(w.figures())).toList();
    }

    /// Whether every process told as much of the one thing as of the other; empty when nobody told of both.
    public Optional<Boolean> same(String contender, String name, String other, String figure) {
        double[] a = figures(contender, name, figure).toArray(), b = figures(contender, other, figure).toArray();
        return a.length == 0 || b.length == 0 ? Optional.empty() : Optional.of(Arrays.equals(a, b));
    }

    /// All that a contender told of a figure, in a sentence: `at first 1,000, in the end 0`.
    public String said(String contender, String figure) {
        return names().stream().flatMap(name -> of(contender, name, figure).stream()
            .map(s -> String.format(Locale.ROOT, "%s %,.0f", name, s.mean()))).collect(Collectors.joining(", "));
    }

    /// The median over the forks with their range: for times, which have outliers.
    public Optional<Range> median(String contender, String name, String figure) {
        double[] v = figures(contender, name, figure).toArray();
        return v.length == 0 ? Optional.empty() : Optional.of(Range.of(v));
    }

    /// Those words that were told by loads with this parameter, value by value, ascending.
    public Map<Integer, Reports> by(String key) {
        var values = all.stream().map(w -> w.params().get(key)).filter(v -> v != null && v.matches("-?\\d+"))
            .map(Integer::valueOf).sorted().distinct().toList();
        var parts = new LinkedHashMap<Integer, Reports>();
        for (int value : values) parts.put(value, new Reports(step, all.stream()
            .filter(w -> String.valueOf(value).equals(w.params().get(key))).toList()));
        return parts;
    }

    /// The same by the number of tasks that the processes had, ascending.
    public Map<Integer, Reports> bySize() {
        var parts = new TreeMap<Integer, Reports>();
        for (int tasks : all.stream().filter(w -> !w.figures().isEmpty()).map(Report::tasks).distinct().toList())
            parts.put(tasks, with(tasks));
        return parts;
    }

    @Override
    public Reports with(int tasks) {
        return new Reports(step, all.stream().filter(w -> w.tasks() == tasks).toList());
    }

    /// The same for every combination of parameters, under its words: `depth=100`; under the empty text where there are
    /// none.
    public Map<String, Reports> variants() {
        var parts = new LinkedHashMap<String, List<Report>>();
        for (var w : all) parts.computeIfAbsent(w.params().entrySet().stream().sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::toString).collect(Collectors.joining(" ")), _ -> new ArrayList<>()).add(w);
        var variants = new LinkedHashMap<String, Reports>();
        parts.forEach((words, some) -> variants.put(words, new Reports(step, List.copyOf(some))));
        return variants;
    }

    /// The same, and by the number of tasks where there are several: `100,000 tasks depth=100`.
    public Map<String, Reports> points() {
        var points = new LinkedHashMap<String, Reports>();
        var sizes = bySize();
        sizes.forEach((tasks, some) -> some.variants().forEach((with, part) -> points.put(sizes.size() < 2 ? with
            : String.format(Locale.ROOT, "%,d %s %s", tasks, tasks == 1 ? "task" : "tasks", with).strip(), part)));
        return points;
    }

    /// Whether it was told on this machine.
    @Override
    public boolean here(String contender) {
        return all.stream().filter(w -> w.contender().name().equals(contender))
            .noneMatch(w -> w.outcome() instanceof Outcome.Recorded);
    }

    @Override
    public int forks(Contender contender) {
        return (int) all.stream().filter(w -> w.contender().name().equals(contender.name()) && w.fork() > 0)
            .mapToInt(Report::fork).distinct().count();
    }

    @Override
    public List<String> remarks() {
        boolean some = all.stream().anyMatch(w -> w.outcome() instanceof Outcome.Weighed);
        return all.stream().filter(w -> !(w.outcome() instanceof Outcome.Weighed))
            .filter(w -> some || !(w.outcome() instanceof Outcome.Recorded))
            .map(w -> w.contender().name() + ": " + (w.outcome() instanceof Outcome.Recorded
                ? "recorded, not measured here." : w.outcome() + ".")).distinct().toList();
    }

    private DoubleStream figures(String contender, String name, String figure) {
        return all.stream().filter(w -> w.contender().name().equals(contender) && w.name().equals(name))
            .filter(w -> w.figures().containsKey(figure)).mapToDouble(w -> w.figures().get(figure));
    }

    /// A line per contender and name, with the means.
    @Override
    public String toString() {
        var rows = new ArrayList<List<String>>();
        for (var contender : contenders())
            for (var name : names()) {
                var figures = all.stream().filter(w -> w.contender().name().equals(contender.name())
                    && w.name().equals(name)).flatMap(w -> w.figures().keySet().stream()).distinct()
                    .map(f -> f + " " + of(contender.name(), name, f)
                        .map(s -> String.format(Locale.ROOT, "%,.1f", s.mean())).orElse("")).toList();
                if (!figures.isEmpty()) rows.add(List.of(contender.name(), name, String.join(", ", figures)));
            }
        return "reported by the processes themselves\n" + TextColumns.of(rows) + String.join("\n", remarks());
    }
}
