package memorytax.measure.runtime;

import memorytax.measure.result.Reported;
import memorytax.measure.result.Reports;

/// How long collections stopped everything, by kind of collection and number of tasks. Of each kind a process reports
/// the median stop, the longest of all, and a whole collection, in ms.
public record PauseTimes(Reports reports) implements Reported {
    /// Figures of a kind of collection.
    public static final String STOP = "pause_ms", LONGEST = "longest_ms", WHOLE = "cycle_ms";

    @Override
    public String toString() {
        return reports.toString();
    }
}
