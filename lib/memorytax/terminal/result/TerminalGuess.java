package memorytax.terminal.result;

import memorytax.chart.draw.Hue;
import memorytax.claim.Guess;
import memorytax.terminal.text.TerminalHue;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;

/// The reader's guess on a terminal: what was asked for, and the sentence that settles it, beside a bar in the
/// contender's colour.
final class TerminalGuess {
    private TerminalGuess() {
    }

    /// Wrapped at the measure of prose or at `width` columns.
    static List<AttributedString> draw(Guess guess, int width) {
        var hue = Hue.subject(guess.label()).map(TerminalHue::of).orElse(TerminalLines.PLAIN);
        var lines = new ArrayList<AttributedString>();
        lines.add(TerminalLines.of(guess.label(), TerminalLines.BOLD));
        lines.addAll(TerminalLines.wrap(TerminalLines.plain(guess.toString()),
            Math.min(width, TerminalLines.MEASURE) - 4));
        return lines.stream().map(l -> TerminalLines.join(" ", TerminalLines.of("▌", hue), " ", l)).toList();
    }
}
