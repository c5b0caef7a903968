package memorytax.notebook;

/// Who reads a chapter while it runs: a terminal, a page. Called in file order.
public interface Reader {
    /// Title and opening.
    void opening(Chapter chapter);

    /// A cell comes up, before it is run. Returns false when the reader has had enough: nothing more is run.
    boolean cell(Cell.Documented cell);

    /// What came of the step that was announced last.
    void happened(Cell.Step step, Happening happening);

    /// The last cell is done.
    void closing();
}
