package memorytax.measure.plan;

import memorytax.measure.result.Parts;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Weighing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs that were made before: by us on another machine, or by the reader on this one.
public interface Archive {
    /// The recorded processes of a contender in a step; none when there is no such record.
    List<Weighing> weighings(String step, String contender);

    /// The recorded anatomy of its task.
    Optional<Parts> parts(String step, String contender);

    /// What its processes told of themselves.
    default List<Reports.Report> reports(String step, String contender) {
        return List.of();
    }

    /// The processes of it that were watched.
    default List<Trace> traces(String step, String contender) {
        return List.of();
    }

    /// The machine that they come from, as machine.csv has it; empty when there is no record.
    default Map<String, String> machine() {
        return Map.of();
    }

    /// Whether nothing is to be measured and everything shown from the record.
    default boolean only() {
        return false;
    }

    /// Whether this one was taken apart on this machine.
    default boolean here(String step, String contender) {
        return false;
    }

    /// No records at all.
    Archive NONE = new Archive() {
        @Override
        public List<Weighing> weighings(String step, String contender) {
            return List.of();
        }

        @Override
        public Optional<Parts> parts(String step, String contender) {
            return Optional.empty();
        }
    };
}
