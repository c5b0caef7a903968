package memorytax.terminal.chart;

import memorytax.chart.draw.Hue;
import memorytax.terminal.text.TerminalHue;
import org.jline.utils.AttributedStyle;

import java.util.Set;

/// What a line is known by in a terminal: a colour, and a marker that tells it apart without.
record TerminalSign(AttributedStyle style, char marker) {
    /// The marker of a line that has none.
    static final char NONE = ' ';
    private static final String FILLED = "●■▲◆▼★✚◈", HOLLOW = "○□△◇▽☆✛◇";

    /// The same marker hollow, where it is a filled one that has such a form.
    char hollow() {
        int at = FILLED.indexOf(marker);
        return at < 0 ? marker : HOLLOW.charAt(at);
    }

    /// The contender's colour, and no marker.
    static TerminalSign none(String contender) {
        return new TerminalSign(TerminalHue.of(contender), NONE);
    }

    /// The contender's own marker, hollow for a variant of one; another that is free when that is `taken`, to which it
    /// is added.
    static TerminalSign of(String contender, Set<Character> taken) {
        char own = (Hue.variant(contender) ? HOLLOW : FILLED).charAt(Hue.of(contender).ordinal() % FILLED.length());
        char marker = taken.contains(own) ? (FILLED + HOLLOW).chars().mapToObj(c -> (char) c)
            .filter(c -> !taken.contains(c)).findFirst().orElse(own) : own;
        taken.add(marker);
        return new TerminalSign(TerminalHue.of(contender), marker);
    }
}
