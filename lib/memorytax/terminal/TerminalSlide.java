package memorytax.terminal;

import memorytax.terminal.text.TerminalLines;

import org.jline.utils.AttributedString;

import java.util.List;
import java.util.stream.Collectors;

import static memorytax.terminal.text.TerminalLines.BOLD;
import static memorytax.terminal.text.TerminalLines.MARGIN;

/// A screen for a room. A terminal has one size of letters, but two widths: titles are set in the wide ones.
final class TerminalSlide {
    private static final String CLEAR = "\033[2J\033[3J\033[H";
    /// From an ASCII letter to the same letter two columns wide.
    private static final int WIDE = 0xFF01 - '!', WIDE_SPACE = 0x3000;

    private TerminalSlide() {
    }

    /// An empty screen, with as much room above what is to come as makes it sit a little above the middle.
    static void clear(TerminalScreen screen, int lines) {
        screen.write(CLEAR);
        int room = screen.height() - lines;
        if (room > 4 && screen.height() < 500) screen.write("\n".repeat(room / 3));
    }

    /// A title in wide letters, where it fits; else bold.
    static List<AttributedString> title(String title, int width) {
        boolean fits = title.length() * 2 <= width - MARGIN && title.chars().allMatch(c -> c >= ' ' && c <= '~');
        var wide = title.chars().mapToObj(c -> Character.toString(c == ' ' ? WIDE_SPACE : c + WIDE))
            .collect(Collectors.joining());
        return TerminalLines.indent(" ",
            TerminalLines.wrap(TerminalLines.of(fits ? wide : title, BOLD), width - MARGIN));
    }
}
