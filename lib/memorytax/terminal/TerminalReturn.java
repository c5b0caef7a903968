package memorytax.terminal;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;

import java.util.Optional;

import static memorytax.terminal.text.TerminalLines.BOLD;

/// Tells a reader who leaves where to go on, and asks one who comes back whether to go on there.
public record TerminalReturn(TerminalScreen screen, Chapter chapter) {
    /// ` Go on:   ./jbang chapter2   at "The stairs of a goroutine", 2 of 23`
    public static AttributedString goOn(Chapter chapter, Cell.Documented place) {
        return TerminalLines.plain(" Go on:   ./jbang %s   at \"%s\", %d of %d".formatted(chapter.name(), place.title(),
            chapter.documented().indexOf(place) + 1, chapter.documented().size()));
    }

    /// The cell to go on with; empty for the beginning.
    public Optional<Cell.Documented> asks(Cell.Documented place) {
        var cells = chapter.documented();
        int number = cells.indexOf(place) + 1;
        if (number < 2) return Optional.empty();
        // written together with the prompt: a key that is pressed on sight of it would be forgotten else
        var line = screen.written(TerminalLines.join("\n You stopped before ",
            TerminalLines.of(place.title(), BOLD), ", %d of %d.\n".formatted(number, cells.size())));
        var prompt = screen.written(TerminalLines.join(" ",
            TerminalLines.of(screen.enter(), BOLD), TerminalLines.dim(" continue there  "),
            TerminalLines.of("s", BOLD), TerminalLines.dim(" start over ")));
        try {
            for (String before = line + "\n"; ; before = "\r") {
                switch (screen.key(before + prompt, () -> false)) {
                    case '\r', '\n', ' ' -> {
                        return Optional.of(place);
                    }
                    case 's', 'S', TerminalScreen.END -> {
                        return Optional.empty();
                    }
                    default -> {
                    }
                }
            }
        } finally {
            screen.write(screen.redraws() ? "\r\033[K\033[A" : "\n");
        }
    }
}
