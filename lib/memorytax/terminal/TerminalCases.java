package memorytax.terminal;

import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static memorytax.terminal.text.TerminalLines.BOLD;

/// Cases on a terminal, each of which wants a yes or a no.
///
/// @param cases by their names
public record TerminalCases(TerminalScreen screen, List<String> cases) {
    private static final int NUMBER = 5;
    private static final int BACKSPACE = 127;

    /// All of them with their numbers: in two columns, where there is room, the first above the second.
    public List<AttributedString> list() {
        int wide = names() + NUMBER + 2;
        int columns = cases.size() > 4 && 2 * wide <= Math.min(screen.width(), TerminalLines.MEASURE) ? 2 : 1;
        int rows = Math.ceilDiv(cases.size(), columns);
        var lines = new ArrayList<AttributedString>();
        for (int row = 0; row < rows; row++) {
            int first = row;
            lines.add(TerminalLines.join(Stream.iterate(first, i -> i < cases.size(), i -> i + rows)
                .map(i -> TerminalLines.left(name(i), wide)).toArray(CharSequence[]::new)));
        }
        lines.add(AttributedString.EMPTY);
        return lines;
    }

    /// Asks for one after the other: `y` or `n`, Enter passes, `b` goes back to the case before. Returns a letter for
    /// each, `-` for one that is passed; empty when the reader wants to leave.
    public Optional<String> ask() {
        var row = new StringBuilder();
        while (row.length() < cases.size()) {
            int at = row.length();
            switch (Character.toLowerCase(key(at))) {
                case 'y' -> answer(row, "y", "yes");
                case 'n' -> answer(row, "n", "no");
                case '\r', '\n', ' ' -> answer(row, "-", "passed");
                case 'b', '\b', BACKSPACE -> row.setLength(Math.max(0, at - 1));
                case 'q', TerminalScreen.END -> {
                    return Optional.empty();
                }
                default -> {
                }
            }
        }
        return Optional.of(row.toString());
    }

    private void answer(StringBuilder row, String letter, String word) {
        screen.print(TerminalLines.join(TerminalLines.left(name(row.length()), names() + NUMBER + 2), word));
        row.append(letter);
    }

    private int key(int at) {
        var keys = new ArrayList<CharSequence>(List.of(TerminalLines.left(name(at), names() + NUMBER + 2)));
        for (var key : List.of("y yes", "n no", screen.enter() + " pass", "b back", "q quit")) {
            if (at == 0 && key.startsWith("b")) continue;
            int end = key.indexOf(' ');
            keys.add(TerminalLines.of(key.substring(0, end), BOLD));
            keys.add(TerminalLines.dim(key.substring(end) + "  "));
        }
        var line = TerminalLines.join(keys.toArray(CharSequence[]::new));
        try {
            return screen.key(screen.written(TerminalLines.cut(line, screen.width() - 1)), () -> false);
        } finally {
            screen.write(screen.redraws() ? "\r\033[K" : "\n");
        }
    }

    private AttributedString name(int at) {
        return TerminalLines.plain(" %2d  %s".formatted(at + 1, cases.get(at)));
    }

    private int names() {
        return cases.stream().mapToInt(String::length).max().orElse(0);
    }
}
