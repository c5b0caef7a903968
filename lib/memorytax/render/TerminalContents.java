package memorytax.render;

import memorytax.notebook.Cell;
import memorytax.notebook.Chapter;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static memorytax.render.TerminalLines.BOLD;
import static memorytax.render.TerminalLines.PLAIN;

/// The cells of a chapter as a list: what has been read, and where the reader is.
final class TerminalContents {
    private final Map<String, Boolean> read = new HashMap<>();
    private Chapter chapter;

    void of(Chapter chapter) {
        this.chapter = chapter;
    }

    /// Notes that the reader has come past a cell.
    ///
    /// @param good false when it failed or was skipped
    void read(Cell.Documented cell, boolean good) {
        read.put(cell.name(), good);
    }

    /// A line per cell.
    List<AttributedString> lines(Cell.Documented here, int width) {
        var lines = new ArrayList<AttributedString>();
        lines.add(AttributedString.EMPTY);
        for (var cell : chapter.documented()) {
            boolean current = cell.name().equals(here.name());
            var mark = current ? "▸" : !read.containsKey(cell.name()) ? " " : read.get(cell.name()) ? "✓" : "✗";
            lines.add(TerminalLines.cut(TerminalLines.join(" %2d %s ".formatted(lines.size(), mark),
                TerminalLines.left(TerminalLines.of(cell.title(), current ? BOLD : PLAIN), 36),
                TerminalLines.dim(" " + cell.name())), width));
        }
        return lines;
    }
}
