package memorytax.measure.runtime;

import memorytax.measure.result.Range;
import memorytax.measure.result.Reported;
import memorytax.measure.result.Reports;

import java.util.Optional;

/// Which carrier ran the jobs of a list, and when: of each carrier how busy it was from one moment to the next, and of
/// all the work how much was run by another carrier than it was handed to.
public record Schedules(Reports reports) implements Reported {
    private static final String WORK = "work";

    /// What the jobs are together on one core, in ms.
    public int work() {
        return reports.by("ms").keySet().stream().mapToInt(ms -> ms).max().orElse(0);
    }

    /// Carriers that ran jobs.
    public Optional<Range> carriers(String contender) {
        return reports.median(contender, WORK, "carriers");
    }

    /// How long it took until all jobs were done.
    public Optional<Range> seconds(String contender) {
        return reports.median(contender, WORK, "seconds");
    }

    /// The share of the work that was run elsewhere, in percent.
    public Optional<Range> elsewhere(String contender) {
        return reports.median(contender, WORK, "elsewhere_percent");
    }

    @Override
    public String toString() {
        return reports.toString();
    }
}
