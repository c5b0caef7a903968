package memorytax.terminal;

import memorytax.terminal.text.TerminalLines;
import memorytax.terminal.text.TerminalRoom;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;

/// A screen that is cleared for each slide.
final class TerminalSheet {
    /// Rows below a slide: its foot and the keys.
    static final int FOOT = 2;
    private static final String CLEAR = "\033[2J\033[3J\033[H";
    private static final int LOWEST = 12, HIGHEST = 500, USUAL = 24;

    private final TerminalScreen screen;
    private int drawn;

    TerminalSheet(TerminalScreen screen) {
        this.screen = screen;
    }

    /// @param below rows that are left free at the foot
    TerminalRoom room(int below) {
        int rows = screen.height() > HIGHEST ? USUAL : Math.max(LOWEST, screen.height());
        boolean blocks = screen.written(TerminalLines.plain("▀")).contains("▀");
        return new TerminalRoom(screen.width(), rows - below, blocks);
    }

    void clear() {
        screen.write(CLEAR);
        drawn = 0;
    }

    /// Clears the screen and prints these lines at its top.
    void draw(List<AttributedString> lines) {
        clear();
        screen.print(lines);
        drawn = lines.size();
    }

    /// The same, down to the foot.
    void drawWhole(List<AttributedString> lines) {
        draw(lines);
        goDown();
    }

    /// Goes from below what was drawn down to the foot.
    void goDown() {
        var blank = new ArrayList<AttributedString>();
        while (drawn + blank.size() < room(FOOT).rows()) blank.add(AttributedString.EMPTY);
        screen.print(blank);
        drawn += blank.size();
    }
}
