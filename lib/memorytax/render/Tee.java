package memorytax.render;

import memorytax.notebook.Cell;
import memorytax.notebook.Chapter;
import memorytax.notebook.Happening;
import memorytax.notebook.Reader;

import java.util.List;

/// Several readers of one run. The last of them is the person, who alone says when it is enough, and who is told when
/// a result could not be drawn or written: no chapter ends for that.
final class Tee implements Reader {
    private final List<Reader> readers;
    private boolean troubled;

    Tee(List<Reader> readers) {
        this.readers = readers;
    }

    /// Whether some result could not be drawn or written.
    boolean troubled() {
        return troubled;
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
                troubled = true;
                readers.getLast().happened(step, new Happening.Failure(e));
            }
        }
    }

    @Override
    public void closing() {
        readers.forEach(Reader::closing);
    }
}
