package memorytax.session;

import memorytax.measure.plan.Progress;
import memorytax.notebook.Reader;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

/// Takes away what shows the scale at work, before the result is printed: a step may have built programs, and weighed
/// nothing.
record EndOfProgress(Progress progress) implements Reader {
    @Override
    public void opening(Chapter chapter) {
    }

    @Override
    public void happened(Cell.Step step, StepOutcome happening) {
        progress.end();
    }

    @Override
    public void closing() {
    }
}
