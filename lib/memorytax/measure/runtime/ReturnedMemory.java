package memorytax.measure.runtime;

import memorytax.measure.result.Observed;
import memorytax.measure.result.Range;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;

import java.util.List;
import java.util.Optional;

/// What a process gives back of what its tasks took, once they have ended: it was weighed at several stages, of which
/// the first is the one with all tasks.
public record ReturnedMemory(Watched watched) implements Observed {
    /// In their order: `all wait`, `all ended`.
    public List<String> stages() {
        return reports().all().stream().filter(w -> w.figures().containsKey(Watched.TAKEN)).map(Reports.Report::name)
            .distinct().toList();
    }

    /// The numbers of tasks that there were, ascending.
    public List<Integer> sizes() {
        return reports().all().stream().map(Reports.Report::tasks).filter(n -> n > 0).sorted().distinct().toList();
    }

    /// What a process with so many tasks took at a stage, in bytes.
    public Optional<Range> taken(String contender, int tasks, String stage) {
        return with(tasks).median(contender, stage, Watched.TAKEN);
    }

    /// How much of what it took for its tasks it has given back at the last stage, in percent.
    public Optional<Double> givenBack(String contender, int tasks) {
        if (stages().isEmpty()) return Optional.empty();
        var first = forTasks(contender, tasks, stages().getFirst());
        var last = forTasks(contender, tasks, stages().getLast());
        return first.flatMap(f -> last.map(l -> 100 * (f - l) / f));
    }

    private Optional<Double> forTasks(String contender, int tasks, String stage) {
        return with(tasks).median(contender, stage, Watched.MORE).map(Range::median);
    }

    @Override
    public String toString() {
        return watched.toString();
    }
}
