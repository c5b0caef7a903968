package memorytax.terminal;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static memorytax.terminal.text.TerminalLines.BOLD;
import static memorytax.terminal.text.TerminalLines.PLAIN;

/// The cells of a chapter as a list: what has been read, and where the reader is.
final class TerminalContents {
    /// Columns of a heading, if possible as many as the longest has.
    private static final int TITLE = 36;
    private final Map<String, Mark> marks = new HashMap<>();
    private final Set<String> shown = new HashSet<>();
    private Chapter chapter;

    /// What has become of a cell, by the sign that it has in the list.
    private enum Mark {
        READ("✓", ""), FAILED("✗", ""), SKIPPED("–", "skipped, and not run"),
        RUN("○", "run because a later cell needs it");

        final String sign, says;

        Mark(String sign, String says) {
            this.sign = sign;
            this.says = says;
        }
    }

    void of(Chapter chapter) {
        this.chapter = chapter;
    }

    /// Notes that the reader has come past a cell.
    ///
    /// @param good false when it failed or was skipped
    void read(Cell.Documented cell, boolean good) {
        marks.put(cell.name(), good ? Mark.READ : Mark.FAILED);
    }

    /// Notes that a step has been run out of sight, because the cell that the reader went to needs it.
    void run(Cell.Step step, boolean good) {
        marks.put(step.name(), good ? Mark.RUN : Mark.FAILED);
    }

    /// Notes that the reader has gone past these cells.
    void skipped(Set<String> cells) {
        cells.forEach(cell -> marks.put(cell, Mark.SKIPPED));
    }

    /// Notes that a cell is shown.
    ///
    /// @param resumed whether the reader has read the cells before the first one in an earlier sitting
    void shows(Cell.Documented cell, boolean resumed) {
        if (resumed && shown.isEmpty()) before(cell).forEach(c -> marks.putIfAbsent(c.name(), Mark.READ));
        shown.add(cell.name());
        read(cell, true);
    }

    /// Whether none has been shown yet.
    boolean isNoneShown() {
        return shown.isEmpty();
    }

    /// Whether no cell before this one has been shown.
    boolean isFirst(Cell.Documented cell) {
        return before(cell).noneMatch(c -> shown.contains(c.name()));
    }

    private Stream<Cell.Documented> before(Cell.Documented cell) {
        return chapter.documented().stream().takeWhile(c -> !c.name().equals(cell.name()));
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

    /// Says that a step is run because the cell that the reader has gone to needs it.
    static AttributedString onTheWay(Cell.Step step, int width) {
        return TerminalLines.cut(TerminalLines.dim(" First, because that cell needs it: " + step.title()), width);
    }

    /// The cells in which these words are, in whatever case, each with the first line that has them, unless these are
    /// too many for the screen.
    List<AttributedString> found(String words, int width, int height) {
        var lines = found(words, width, true);
        return lines.size() > height - 3 ? found(words, width, false) : lines;
    }

    private List<AttributedString> found(String words, int width, boolean quoted) {
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
            if (quoted && !line.get().equals(cell.title())) lines.add(TerminalLines.dim("      " + line.get()));
        }
        lines.replaceAll(line -> TerminalLines.cut(line, width));
        if (lines.size() == 1) lines.add(TerminalLines.dim(" No cell of this chapter has \"" + words + "\"."));
        return lines;
    }

    private String mark(Cell.Documented cell) {
        return marks.containsKey(cell.name()) ? marks.get(cell.name()).sign : " ";
    }

    /// A line per cell; of a long chapter those around this one that fit on the screen.
    List<AttributedString> lines(Cell.Documented here, int width, int height) {
        var all = lines(here, width);
        var legend = legend();
        int most = Math.max(5, height - 4 - (legend.isEmpty() ? 0 : 1));
        int from = Math.clamp(chapter.documented().stream().map(Cell::name).toList().indexOf(here.name()) - most / 2, 0,
            Math.max(0, all.size() - most));
        var lines = new ArrayList<AttributedString>();
        lines.add(AttributedString.EMPTY);
        if (from > 0) lines.add(TerminalLines.dim("  …"));
        lines.addAll(all.subList(from > 0 ? from + 1 : from, Math.min(all.size(), from + most)));
        if (from + most < all.size()) lines.set(lines.size() - 1, TerminalLines.dim("  …"));
        if (!legend.isEmpty()) lines.add(TerminalLines.cut(TerminalLines.dim(" " + legend), width));
        return lines;
    }

    /// What those signs mean that do not speak for themselves, as far as the list has them.
    private String legend() {
        return Stream.of(Mark.values()).filter(mark -> !mark.says.isEmpty() && marks.containsValue(mark))
            .map(mark -> mark.sign + " " + mark.says).collect(Collectors.joining("   "));
    }

    private List<AttributedString> lines(Cell.Documented here, int width) {
        var lines = new ArrayList<AttributedString>();
        var cells = chapter.documented();
        int names = cells.stream().mapToInt(cell -> cell.name().length()).max().orElse(0);
        int titles = Math.clamp(width - names - 8, TITLE, Math.max(TITLE,
            cells.stream().mapToInt(cell -> cell.title().length()).max().orElse(0)));
        for (var cell : cells) {
            boolean current = cell.name().equals(here.name());
            var mark = current ? "▸" : mark(cell);
            lines.add(TerminalLines.cut(TerminalLines.join(" %2d %s ".formatted(lines.size() + 1, mark),
                TerminalLines.left(TerminalLines.of(cell.title(), current ? BOLD : PLAIN), titles),
                TerminalLines.dim(" " + cell.name())), width));
        }
        return lines;
    }
}
