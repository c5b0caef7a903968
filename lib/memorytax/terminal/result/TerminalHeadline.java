package memorytax.terminal.result;

import memorytax.claim.Headline;
import memorytax.terminal.text.TerminalHue;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;

/// The most important number of a chapter. A terminal has one size of letters: a bar in the contender's colour beside
/// it, and room around it, make it large.
public final class TerminalHeadline {
    private TerminalHeadline() {
    }

    /// Wrapped at the measure of prose or at `width` columns.
    public static List<AttributedString> draw(Headline headline, int width) {
        var hue = TerminalHue.of(headline.contender());
        var lines = new ArrayList<AttributedString>();
        lines.add(TerminalLines.of(headline.figure(), hue.bold()));
        lines.addAll(TerminalLines.wrap(TerminalLines.plain(headline.lines()
            + (headline.here() ? "" : " (recorded, not measured here)")), Math.min(width, TerminalLines.MEASURE) - 4));
        return lines.stream().map(l -> TerminalLines.join(" ", TerminalLines.of("▌", hue), " ", l)).toList();
    }
}
