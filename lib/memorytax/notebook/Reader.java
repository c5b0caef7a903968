package memorytax.notebook;

/// Who reads a chapter while it runs: a terminal, a page. Called in file order.
public interface Reader {
    /// Title and opening.
    void opening(Chapter chapter);

    /// A cell comes up, before it is run. Returns false when the reader has had enough: nothing more is run.
    default boolean cell(Cell.Documented cell) {
        return true;
    }

    /// A step comes up that was not asked for: a chosen one needs its result. Read like any other cell unless told.
    default boolean needed(Cell.Step step) {
        return cell(step);
    }

    /// What came of the step that was announced last.
    void happened(Cell.Step step, Happening happening);

    /// The last cell is done.
    void closing();
}
