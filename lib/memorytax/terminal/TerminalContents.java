package memorytax.terminal;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /// The cell of that number or name; empty where there is none.
    Optional<Cell.Documented> cell(String typed) {
        var cells = chapter.documented();
        if (typed.matches("\\d{1,3}")) {
            int number = Integer.parseInt(typed);
            return number < 1 || number > cells.size() ? Optional.empty() : Optional.of(cells.get(number - 1));
        }
        return cells.stream().filter(cell -> cell.name().equals(typed)).findFirst();
    }

    /// Whether the reader has come past it.
    boolean isRead(Cell.Documented cell) {
        return read.containsKey(cell.name());
    }

    /// The cells in which these words are, in whatever case, each with the first line that has them.
    List<AttributedString> found(String words, int width) {
        var lines = new ArrayList<AttributedString>();
        lines.add(AttributedString.EMPTY);
        int number = 0;
        for (var cell : chapter.documented()) {
            number++;
            var line = Stream.of(cell.title(), cell.prose(), cell.code()).flatMap(String::lines).map(String::strip)
                .filter(text -> text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT))).findFirst();
            if (line.isEmpty()) continue;
            lines.add(TerminalLines.join(" %2d %s ".formatted(number, mark(cell)),
                TerminalLines.of(cell.title(), BOLD)));
            if (!line.get().equals(cell.title())) lines.add(TerminalLines.dim("      " + line.get()));
        }
        lines.replaceAll(line -> TerminalLines.cut(line, width));
        if (lines.size() == 1) lines.add(TerminalLines.dim(" No cell of this chapter has \"" + words + "\"."));
        return lines;
    }

    private String mark(Cell.Documented cell) {
        return !read.containsKey(cell.name()) ? " " : read.get(cell.name()) ? "✓" : "✗";
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
            var mark = current ? "▸" : mark(cell);
            lines.add(TerminalLines.cut(TerminalLines.join(" %2d %s ".formatted(lines.size() + 1, mark),
                TerminalLines.left(TerminalLines.of(cell.title(), current ? BOLD : PLAIN), 36),
                TerminalLines.dim(" " + cell.name())), width));
        }
        return lines;
    }
}
