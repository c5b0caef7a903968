package memorytax.notebook;

import memorytax.notebook.source.Cell;

import java.util.List;
import java.util.Set;

/// What of a chapter comes up, in this order: that of the file, unless the reader wants the questions first.
///
/// @param needed the names of those cells that were not asked for: steps that a chosen one needs, and whatever the
///               reader has read in an earlier sitting
/// @param left   the names of those that are shown and not run, unless the reader says so: exercises
public record Plan(List<Cell.Documented> cells, Set<String> needed, Set<String> left) {
    /// The steps among the cells.
    public List<Cell.Step> steps() {
        return cells.stream().filter(Cell.Step.class::isInstance).map(Cell.Step.class::cast).toList();
    }
}
