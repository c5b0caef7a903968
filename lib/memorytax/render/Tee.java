package memorytax.render;

import memorytax.notebook.Cell;
import memorytax.notebook.Chapter;
import memorytax.notebook.Happening;
import memorytax.notebook.Reader;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;

/// Several readers of one run. The last of them is the person, who alone says when it is enough, and who is told when
/// a result could not be drawn or written: no chapter ends for that.
final class Tee implements Reader {
    private final List<Reader> readers;
    private final List<String> troubles = new ArrayList<>();

    Tee(List<Reader> readers) {
        this.readers = readers;
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
    public boolean cell(Cell.Documented cell) {
        return readers.stream().map(r -> r.cell(cell)).reduce(true, (_, last) -> last);
    }

    @Override
    public boolean needed(Cell.Step step) {
        return readers.stream().map(r -> r.needed(step)).reduce(true, (_, last) -> last);
    }

    @Override
    public void happened(Cell.Step step, Happening happening) {
        for (var reader : readers) {
            try {
                reader.happened(step, happening);
            } catch (RuntimeException | LinkageError e) {
                troubles.add(step.name() + ": " + message(e));
                readers.getLast().happened(step, new Happening.Failure(e));
            }
        }
    }

    @Override
    public void closing() {
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
        var what = cause instanceof FileSystemException ? "cannot write " + cause.getMessage()
            : cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return what.replaceAll("\\s+", " ");
    }
}
