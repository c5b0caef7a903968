package memorytax.measure.runtime;

import memorytax.measure.result.Range;
import memorytax.measure.result.Reported;
import memorytax.measure.result.Reports;

import java.util.Comparator;
import java.util.Optional;

/// CPU time of processes whose tasks all wait, and which nobody touches: of each number of tasks, `10,000 tasks`.
public record IdleCpu(Reports reports) implements Reported {
    private static final String SHARE = "core_percent";

    /// For how long it was left alone, in seconds.
    public Optional<Range> seconds(String contender, String name) {
        return reports.median(contender, name, "seconds");
    }

    /// CPU time that it took meanwhile, in ms.
    public Optional<Range> millis(String contender, String name) {
        return reports.median(contender, name, "cpu_ms");
    }

    /// The same of the largest number of tasks that the contender had.
    public Optional<Range> millis(String contender) {
        return reports.all().stream().filter(r -> r.contender().name().equals(contender)
            && r.figures().containsKey(SHARE)).max(Comparator.comparingInt(Reports.Report::tasks))
            .flatMap(most -> millis(contender, most.name()));
    }

    /// The same as a share of one core, in percent.
    public Optional<Range> share(String contender, String name) {
        return reports.median(contender, name, SHARE);
    }

    /// The largest share of a core that any of its processes took, in percent.
    public Optional<Double> most(String contender) {
        return reports.names().stream().flatMap(name -> share(contender, name).stream()).map(Range::high)
            .max(Comparator.naturalOrder());
    }

    /// The shares of a contender, in percent: `10,000 tasks 0, 1,000,000 tasks 1`
    public String shares(String contender) {
        return reports.said(contender, SHARE);
    }

    @Override
    public String toString() {
        return reports.toString();
    }
}
