package memorytax.session;

import memorytax.notebook.Navigation;
import memorytax.notebook.Prediction;
import memorytax.notebook.Reader;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// Several readers of one run. The last of them is the person, who alone is asked, says where to go, and is told when
/// a result could not be drawn or written: no chapter ends for that. To all of them the tutor says of an exercise what
/// is known of its method.
final class CompositeReader implements Reader {
    private final List<Reader> readers;
    private final Tutor tutor;
    private final BiConsumer<Cell.Step, StepOutcome> behind;
    private final List<String> troubles = new ArrayList<>();
    private boolean written;

    /// @param behind hears of what came of a step when all readers have
    CompositeReader(List<Reader> readers, Tutor tutor, BiConsumer<Cell.Step, StepOutcome> behind) {
        this.readers = readers;
        this.tutor = tutor;
        this.behind = behind;
    }

    /// What could not be drawn or written, a line each; none when all is well.
    List<String> troubles() {
        return troubles;
    }

    @Override
    public void opening(Chapter chapter) {
        readers.forEach(r -> r.opening(chapter));
    }

    @Override
    public void cell(Cell.Documented cell) {
        readers.forEach(r -> r.cell(cell));
    }

    @Override
    public void needed(Cell.Step step) {
        readers.forEach(r -> r.needed(step));
    }

    @Override
    public void onTheWay(Cell.Step step) {
        readers.forEach(r -> r.onTheWay(step));
    }

    @Override
    public void skipped(Set<String> cells) {
        readers.forEach(r -> r.skipped(cells));
    }

    @Override
    public Prediction asked(Cell.Step step, Prediction question) {
        return readers.getLast().asked(step, question);
    }

    @Override
    public boolean leaves() {
        return readers.getLast().leaves();
    }

    @Override
    public Set<String> wants(Cell.Step step) {
        return readers.getLast().wants(step);
    }

    @Override
    public void foreseen(Cell.Step step, StepOutcome happening) {
        readers.getLast().foreseen(step, happening);
    }

    @Override
    public Navigation turn(Cell.Documented done, Optional<Cell.Documented> next) {
        if (next.isEmpty() && !written) write(readers.subList(0, readers.size() - 1)); // the person may stay for long
        return readers.getLast().turn(done, next);
    }

    @Override
    public void changed(Chapter chapter) {
        written = false; // prose alone may have changed
        readers.forEach(r -> r.changed(chapter));
    }

    @Override
    public void forgotten(Set<String> cells) {
        written = false;
        readers.forEach(r -> r.forgotten(cells));
    }

    @Override
    public void recalled(Cell.Step step, StepOutcome happening) {
        var known = tutor.known(step, happening);
        readers.forEach(r -> r.recalled(step, known));
    }

    @Override
    public void happened(Cell.Step step, StepOutcome happening) {
        written = false;
        var known = tutor.known(step, happening);
        for (var reader : readers) {
            try {
                reader.happened(step, known);
            } catch (RuntimeException | LinkageError e) {
                var message = message(e);
                troubles.add(step.name() + ": " + message);
                readers.getLast().happened(step, new StepOutcome.Failure(new IllegalStateException(message, e)));
            }
        }
        behind.accept(step, known);
    }

    @Override
    public void closing() {
        write(written ? readers.subList(readers.size() - 1, readers.size()) : readers);
    }

    private void write(List<Reader> readers) {
        written = true;
        for (var reader : readers) {
            try {
                reader.closing();
            } catch (RuntimeException | LinkageError e) {
                troubles.add(message(e));
            }
        }
    }

    private static String message(Throwable e) {
        var cause = e.getCause() == null ? e : e.getCause();
        var what = cause instanceof FileSystemException file ? file.getFile() + " cannot be written"
            + (file.getReason() == null ? "" : ": " + file.getReason())
            : cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return what.replaceAll("\\s+", " ");
    }
}
