package memorytax.terminal.result;

import memorytax.claim.Headline;
import memorytax.terminal.text.TerminalHue;
import memorytax.terminal.text.TerminalLetters;
import memorytax.terminal.text.TerminalLines;
import memorytax.terminal.text.TerminalRoom;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The most important number of a chapter. A terminal has one size of letters: a bar in the contender's colour beside
/// it, and room around it, make it large.
public final class TerminalHeadline {
    /// `80 frames`: the number, and its unit.
    private static final Pattern FIGURE = Pattern.compile("([\\d.,:]+)\\s*(.*)");

    private TerminalHeadline() {
    }

    /// For a room: the number in letters of blocks, and its unit beside it. Where these have no room, as [#draw] does.
    public static List<AttributedString> large(Headline headline, TerminalRoom room) {
        var figure = FIGURE.matcher(headline.figure());
        var hue = TerminalHue.of(headline.contender());
        var usual = draw(headline, room.columns());
        if (!figure.matches()) return usual;
        var unit = figure.group(2);
        var inner = new TerminalRoom(room.columns() - unit.length() - 3, room.rows(), room.blocks());
        var letters = TerminalLetters.draw(figure.group(1), inner, room.rows() - usual.size(), hue.bold());
        if (letters.isEmpty()) return usual;
        var lines = new ArrayList<>(TerminalLines.indent(" ", letters.get()));
        lines.add(TerminalLines.join(lines.removeLast(), "  ", TerminalLines.of(unit, hue.bold())));
        lines.add(AttributedString.EMPTY);
        lines.addAll(usual.subList(1, usual.size()));
        return lines;
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
