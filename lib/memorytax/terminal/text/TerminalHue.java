package memorytax.terminal.text;

import memorytax.chart.draw.Hue;
import org.jline.utils.AttributedStyle;

import java.awt.Color;

/// A contender's colour as the style of characters.
public final class TerminalHue {
    private static final boolean DARK = dark(System.getenv("COLORFGBG"));

    private TerminalHue() {
    }

    /// The colour nearest to it that a terminal has.
    public static AttributedStyle of(Color colour) {
        return colour == null ? AttributedStyle.DEFAULT
            : AttributedStyle.DEFAULT.foreground(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    /// The colour that the contender wears in every chart. Empty names wear none.
    public static AttributedStyle of(String contender) {
        if (contender.isBlank()) return AttributedStyle.DEFAULT;
        var hue = Hue.of(contender);
        return of(DARK ? hue.dark() : hue.light());
    }

    /// Whether the terminal says that its background is dark: `15;0`. Most say nothing; then the darker tones serve,
    /// which can be read on either.
    static boolean dark(String variable) {
        return variable != null && variable.matches(".*;[0-6]|.*;8");
    }
}
