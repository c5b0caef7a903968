package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.util.Optional;
import java.util.Set;

/// Who reads a chapter while it runs: a terminal, a page. Called in file order, unless the reader turns back.
public interface Reader {
    /// Title and opening.
    void opening(Chapter chapter);

    /// A cell comes up, before it is run.
    default void cell(Cell.Documented cell) {
    }

    /// A step comes up that was not asked for: a chosen one needs its result. Read like any other cell unless told.
    default void needed(Cell.Step step) {
        cell(step);
    }

    /// A step is run because the cell that the reader has gone to needs its result. Read like any that is only needed,
    /// unless told.
    default void onTheWay(Cell.Step step) {
        needed(step);
    }

    /// These cells are left out, because the reader goes to one behind them. Each may still come up later.
    default void skipped(Set<String> cells) {
    }

    /// The step that came up last asks something. Returns it with the answer, or as it is: the reader passes.
    default Prediction asked(Cell.Step step, Prediction question) {
        return question;
    }

    /// Whether the reader has left, at a question or before all of a cell was shown: the run ends there, and can go on
    /// there.
    default boolean leaves() {
        return false;
    }

    /// Steps of which this reader wants to know before it is told what came of this one. They are run first, with all
    /// that they need, and told again when they come up.
    default Set<String> wants(Cell.Step step) {
        return Set.of();
    }

    /// What came of a step that has not come up yet.
    default void foreseen(Cell.Step step, StepOutcome happening) {
    }

    /// What came of the step that came up last.
    void happened(Cell.Step step, StepOutcome happening);

    /// What had come of that step before: it is shown again, and was not run.
    default void recalled(Cell.Step step, StepOutcome happening) {
    }

    /// Where to go from here.
    ///
    /// @param next empty behind the last cell
    default Navigation turn(Cell.Documented done, Optional<Cell.Documented> next) {
        return Navigation.NEXT;
    }

    /// The chapter has another text from now on.
    default void changed(Chapter chapter) {
    }

    /// What these cells had brought holds no longer; those that come up again are told anew.
    default void forgotten(Set<String> cells) {
    }

    /// The last cell is done.
    void closing();
}
