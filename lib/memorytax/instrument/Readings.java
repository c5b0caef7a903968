package memorytax.instrument;

import memorytax.measure.result.Interval;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reported;
import memorytax.measure.result.Reports.Report;
import memorytax.measure.result.Reports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Bytes of whole processes, as other instruments than the scale have read them: a report for each process, named after
/// the instrument, whose one figure is named after the quantity that it reads.
public record Readings(Reports reports) implements Reported {
    /// Who is weighed, as chapter 1 calls them.
    static final List<String> CONTENDERS = List.of("goroutines", "asyncio tasks", "virtual threads (warmed)",
        "platform threads");
    /// What the name of a figure ends with: `resident_bytes`.
    static final String BYTES = "_bytes";

    /// Who was read, by which instrument, and which quantity of the scale that is.
    public record Reading(String contender, String instrument, Quantity quantity) {
    }

    /// All that there are, contender by contender, those of one quantity below each other.
    public List<Reading> all() {
        return CONTENDERS.stream().flatMap(contender -> Arrays.stream(Quantity.values()).flatMap(quantity ->
            read(contender, quantity).map(Report::name).distinct()
                .map(instrument -> new Reading(contender, instrument, quantity)))).toList();
    }

    /// Bytes of one more task by an instrument: between the smallest and the largest number of tasks, for each fork;
    /// the mean of the forks with its 95 % interval. Empty where there are not two numbers of tasks.
    public Optional<Interval> perTask(Reading of) {
        var forks = read(of.contender(), of.quantity()).filter(report -> report.name().equals(of.instrument()))
            .collect(Collectors.groupingBy(Report::fork, TreeMap::new, Collectors.toMap(Report::tasks,
                report -> report.figures().get(of.quantity() + BYTES), (a, _) -> a, TreeMap::new)));
        double[] each = forks.values().stream().filter(sizes -> sizes.size() > 1).mapToDouble(sizes ->
            (sizes.lastEntry().getValue() - sizes.firstEntry().getValue()) / (sizes.lastKey() - sizes.firstKey()))
            .toArray();
        return each.length == 0 ? Optional.empty() : Optional.of(Interval.of(each));
    }

    private Stream<Report> read(String contender, Quantity quantity) {
        return reports.all().stream().filter(report -> report.contender().name().equals(contender)
            && report.figures().containsKey(quantity + BYTES));
    }

    @Override
    public String toString() {
        return reports.toString();
    }
}
