package memorytax.render;

import memorytax.notebook.Cell;
import memorytax.notebook.Chapter;
import memorytax.notebook.Happening;
import memorytax.notebook.Reader;

import java.util.List;

/// Several readers of one run. The last of them is the person: it alone says when it is enough.
record Tee(List<Reader> readers) implements Reader {
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
        readers.forEach(r -> r.happened(step, happening));
    }

    @Override
    public void closing() {
        readers.forEach(Reader::closing);
    }
}
