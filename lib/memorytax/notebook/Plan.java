package memorytax.notebook;

import java.util.List;
import java.util.Set;

/// What of a chapter comes up, in file order.
///
/// @param needed the names of those steps that were not asked for, and are run because a chosen one needs them
public record Plan(List<Cell.Documented> cells, Set<String> needed) {
    /// The steps among the cells.
    public List<Cell.Step> steps() {
        return cells.stream().filter(Cell.Step.class::isInstance).map(Cell.Step.class::cast).toList();
    }
}
