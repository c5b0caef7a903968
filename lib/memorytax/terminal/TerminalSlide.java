package memorytax.terminal;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.Machine;
import memorytax.terminal.text.TerminalLetters;
import memorytax.terminal.text.TerminalLines;
import memorytax.terminal.text.TerminalRoom;
import memorytax.terminal.text.TerminalText;
import memorytax.view.FirstSentence;
import memorytax.view.SlideContent;
import memorytax.view.Wording;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static memorytax.terminal.text.TerminalLines.BOLD;
import static memorytax.terminal.text.TerminalLines.MARGIN;

/// A cell as a slide: its heading as large as there is room for, the first sentence of its prose, and its result, or
/// the code of a load and of what is being measured. Code that only draws stays out of sight.
///
/// @param result of the cell: room -> lines that fill it; empty as long as there is none
record TerminalSlide(Cell.Documented cell, TerminalRoom room,
                     Optional<Function<TerminalRoom, List<AttributedString>>> result) {
    /// From an ASCII letter to the same letter two columns wide.
    private static final int WIDE = 0xFF01 - '!', WIDE_SPACE = 0x3000;
    /// The heading may take one of so many parts of the room's height, and the chapter's title begins a little above
    /// the middle.
    private static final int HEADING = 2, ABOVE = 3;

    /// A title as large as there is room for: in drawn letters, else in wide ones, else bold.
    ///
    /// @param most rows
    static List<AttributedString> title(String title, TerminalRoom room, int most) {
        var inner = new TerminalRoom(room.columns() - 2 * MARGIN, room.rows(), room.blocks());
        var lines = TerminalLetters.draw(title, inner, most, BOLD).orElseGet(() -> TerminalLines.wrap(
            TerminalLines.of(title.length() * 2 <= inner.columns() ? wide(title, room.blocks()) : title, BOLD),
            inner.columns()));
        return TerminalLines.indent(" ", lines);
    }

    /// Letters of double width; where a character set does not have these, letters with room between them.
    private static String wide(String title, boolean blocks) {
        if (!title.chars().allMatch(c -> c >= ' ' && c <= '~')) return title;
        return blocks ? title.chars().mapToObj(c -> Character.toString(c == ' ' ? WIDE_SPACE : c + WIDE))
            .collect(Collectors.joining()) : String.join(" ", title.split(""));
    }

    /// What can be read from the last row of a room, in pages of the room's height; mostly one.
    List<List<AttributedString>> brief() {
        var words = markdown(SlideContent.words(cell));
        int spare = room.rows() - 1 - high(words) - high(below(room.rows() / 2));
        var head = title(cell.title(), room, Math.clamp(spare, 1, Math.max(1, room.rows() / HEADING)));
        int left = room.rows() - 2 - head.size();
        var below = below(left - high(words));
        if (high(words) + below.size() <= left) return pages(blocks(head, words, below));
        var alone = below(left); // what came of it is what the room has to see
        if (result.isPresent() && alone.size() <= left) return pages(blocks(head, alone));
        if (result.isPresent() || !SlideContent.measures(cell)) return pages(blocks(head, words, below));
        // a slide cannot be turned over while it measures
        return List.of(blocks(title(cell.title(), room, room.rows() / HEADING), words));
    }

    /// The title of a chapter, the first sentence of its opening, and the machine.
    static List<AttributedString> opening(Chapter chapter, Machine machine, TerminalRoom room) {
        var below = blocks(markdown(FirstSentence.of(chapter.opening()), room), Stream.of(machine.hardware(),
            machine.software()).flatMap(text -> TerminalText.plain(text, room.columns()).stream()).toList());
        var title = title(chapter.title(), room, room.rows() - 3 - below.size());
        int above = (room.rows() - title.size() - below.size() - 3) / ABOVE;
        var lines = new ArrayList<AttributedString>();
        while (lines.size() < above) lines.add(AttributedString.EMPTY);
        lines.addAll(blocks(List.of(TerminalLines.dim(" " + Wording.WORKBOOK)), title));
        lines.addAll(below);
        return lines;
    }

    /// All of the cell, in pages.
    List<List<AttributedString>> whole() {
        var code = cell instanceof Cell.Step step && step.isQuestion() ? List.<AttributedString>of() : source();
        var head = title(cell.title(), room, 1);
        var words = markdown(cell.prose());
        int left = Math.max(room.rows() / 2, room.rows() - 2 - head.size() - high(words) - high(code));
        return pages(blocks(head, words, code, result.map(r -> r.apply(room.high(left))).orElse(List.of())));
    }

    /// Whether there is more of it than [#brief] shows.
    boolean hasMore() {
        var question = cell instanceof Cell.Step step && step.isQuestion();
        return !question && (cell instanceof Cell.Step
            || !FirstSentence.of(cell.prose()).equals(cell.prose().replaceAll("\\s+", " ").strip()));
    }

    private List<AttributedString> below(int rows) {
        return result.map(r -> r.apply(room.high(rows))).orElseGet(this::code);
    }

    private List<AttributedString> code() {
        return SlideContent.showsCode(cell) ? source() : List.of();
    }

    private List<AttributedString> source() {
        return TerminalText.code(cell.code(), "java", cell.line(), room.columns());
    }

    private List<AttributedString> markdown(String text) {
        return markdown(text, room);
    }

    private static List<AttributedString> markdown(String text, TerminalRoom room) {
        return text.isBlank() ? List.of() : TerminalText.markdown(text, room.columns());
    }

    /// With the blank line before it.
    private static int high(List<AttributedString> block) {
        return block.isEmpty() ? 0 : block.size() + 1;
    }

    @SafeVarargs
    private static List<AttributedString> blocks(List<AttributedString>... blocks) {
        var lines = new ArrayList<AttributedString>();
        for (var block : blocks) {
            if (block.isEmpty()) continue;
            lines.add(AttributedString.EMPTY);
            lines.addAll(block);
        }
        return lines;
    }

    /// What does not fit goes on under the same heading, if possible from a blank line on.
    private List<List<AttributedString>> pages(List<AttributedString> lines) {
        var pages = new ArrayList<List<AttributedString>>();
        var rest = lines;
        while (rest.size() > room.rows()) {
            int to = TerminalLines.part(rest, room.rows());
            pages.add(rest.subList(0, to));
            int from = to;
            while (from < rest.size() && rest.get(from).length() == 0) from++;
            rest = blocks(title(cell.title(), room, 1), rest.subList(from, rest.size()));
        }
        pages.add(rest);
        return pages;
    }
}
