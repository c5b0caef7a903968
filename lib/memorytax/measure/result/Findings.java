package memorytax.measure.result;

import java.util.List;

/// What a cell has found out of several contenders, each measured here or taken from a record.
public interface Findings {
    /// Those of whom there is something.
    List<Contender> contenders();

    /// Whether that of a contender comes from this machine.
    boolean here(String contender);

    /// Processes per point of it; 0 when that cannot be told.
    int forks(Contender contender);
}
