package memorytax.terminal;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.Machine;
import memorytax.terminal.text.TerminalLines;
import memorytax.terminal.text.TerminalText;
import memorytax.view.Wording;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;

import static memorytax.terminal.text.TerminalLines.BOLD;
import static memorytax.terminal.text.TerminalLines.MARGIN;
import static memorytax.terminal.text.TerminalLines.MEASURE;

/// What stands above the first cell: the chapter's title, its opening, and the machine.
final class TerminalOpening {
    private static final int FACT = 10;

    private TerminalOpening() {
    }

    /// @param chapters how many the workbook has
    static List<AttributedString> lines(Chapter chapter, int chapters, int width) {
        String number = chapter.name().replaceAll("\\D", "");
        var place = TerminalLines.dim(number.isEmpty() ? chapter.name() : Wording.place(number, chapters));
        var lines = new ArrayList<AttributedString>();
        lines.add(AttributedString.EMPTY);
        lines.add(TerminalLines.apart(TerminalLines.dim(" " + Wording.WORKBOOK), place, Math.min(width, MEASURE)));
        lines.add(AttributedString.EMPTY);
        lines.addAll(TerminalLines.indent(" ",
            TerminalLines.wrap(TerminalLines.of(chapter.title(), BOLD), Math.min(width, MEASURE) - MARGIN)));
        lines.add(AttributedString.EMPTY);
        if (!chapter.opening().isBlank()) {
            lines.addAll(TerminalText.markdown(chapter.opening(), width));
            lines.add(AttributedString.EMPTY);
        }
        return lines;
    }

    /// On what is measured.
    static List<AttributedString> facts(Machine machine, int width) {
        var lines = new ArrayList<>(fact("machine", machine.hardware(), width));
        lines.addAll(fact("found", machine.software(), width));
        return lines;
    }

    /// Whether a cell shows the same, in a table.
    static boolean isOnMachine(Cell.Documented cell) {
        return cell instanceof Cell.Step step && step.type().equals(Machine.class.getSimpleName());
    }

    private static List<AttributedString> fact(String name, String text, int width) {
        var lines = TerminalLines.wrap(TerminalLines.plain(text), Math.min(width, MEASURE) - FACT - MARGIN);
        var out = new ArrayList<AttributedString>();
        for (var line : lines) out.add(TerminalLines.join(" ",
            TerminalLines.left(TerminalLines.dim(out.isEmpty() ? name : ""), FACT), line));
        return out;
    }
}
