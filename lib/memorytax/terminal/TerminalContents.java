package memorytax.terminal;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static memorytax.terminal.text.TerminalLines.BOLD;
import static memorytax.terminal.text.TerminalLines.PLAIN;

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

    /// A line per cell; of a long chapter those around this one that fit on the screen.
    List<AttributedString> lines(Cell.Documented here, int width, int height) {
        var all = lines(here, width);
        int most = Math.max(5, height - 4);
        int from = Math.clamp(chapter.documented().stream().map(Cell::name).toList().indexOf(here.name()) - most / 2, 0,
            Math.max(0, all.size() - most));
        var lines = new ArrayList<AttributedString>();
        lines.add(AttributedString.EMPTY);
        if (from > 0) lines.add(TerminalLines.dim("  …"));
        lines.addAll(all.subList(from > 0 ? from + 1 : from, Math.min(all.size(), from + most)));
        if (from + most < all.size()) lines.set(lines.size() - 1, TerminalLines.dim("  …"));
        return lines;
    }

    private List<AttributedString> lines(Cell.Documented here, int width) {
        var lines = new ArrayList<AttributedString>();
        for (var cell : chapter.documented()) {
            boolean current = cell.name().equals(here.name());
            var mark = current ? "▸" : !read.containsKey(cell.name()) ? " " : read.get(cell.name()) ? "✓" : "✗";
            lines.add(TerminalLines.cut(TerminalLines.join(" %2d %s ".formatted(lines.size() + 1, mark),
                TerminalLines.left(TerminalLines.of(cell.title(), current ? BOLD : PLAIN), 36),
                TerminalLines.dim(" " + cell.name())), width));
        }
        return lines;
    }
}
