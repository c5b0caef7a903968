package memorytax.terminal.chart;

import memorytax.chart.draw.Hue;
import memorytax.terminal.text.TerminalHue;
import org.jline.utils.AttributedStyle;

import java.awt.Color;
import java.util.Set;

/// What a line is known by in a terminal: a colour, and a marker that tells it apart without.
record TerminalSign(AttributedStyle style, char marker) {
    /// The marker of a line that has none.
    public static final char NONE = ' ';
    private static final String FILLED = "●■▲◆▼★✚◈", HOLLOW = "○□△◇▽☆✛◇";

    /// The contender's own marker, hollow for a variant of one; another that is free when that is `taken`, to which it
    /// is added.
    ///
    /// @param colour of the series in its chart; null when it has none
    static TerminalSign of(String name, Color colour, Set<Character> taken) {
        var hue = Hue.of(name);
        var style = colour == null || colour.equals(hue.light()) ? TerminalHue.of(name) : TerminalHue.of(colour);
        char own = (Hue.variant(name) ? HOLLOW : FILLED).charAt(hue.ordinal() % FILLED.length());
        char marker = taken.contains(own) ? (FILLED + HOLLOW).chars().mapToObj(c -> (char) c)
            .filter(c -> !taken.contains(c)).findFirst().orElse(own) : own;
        taken.add(marker);
        return new TerminalSign(style, marker);
    }
}
