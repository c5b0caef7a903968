package memorytax.terminal.chart;

import memorytax.chart.model.Mark.Change;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

import java.util.Arrays;

/// Bars to either side of the zero line, with their intervals.
final class TerminalChanges {
    private static final char ZERO = '│', LINE = '─', LIVE = '○', LITTLE_LEFT = '▕', LITTLE_RIGHT = '▏';
    private static final char CUT_LEFT = '◀', CUT_RIGHT = '▶';
    /// Of a bar what is certain, and what lies in its interval.
    private static final String FULL = "█▓", PALE = "▒░", UNSEEN = "··";

    private final TerminalAxis axis;
    private final char[] cells;

    private TerminalChanges(Rows chart, int columns) {
        axis = new TerminalAxis(chart.axis());
        cells = new char[columns];
        Arrays.fill(cells, ' ');
    }

    static AttributedString draw(Rows chart, Change change, int columns, AttributedStyle style) {
        var row = new TerminalChanges(chart, columns);
        row.bar(change.difference(), !change.seen() ? UNSEEN : change.pale() ? PALE : FULL);
        change.hollow().ifPresent(h -> row.cells[row.cell(h.value())] = LIVE);
        return row.styled(change.seen() ? style : TerminalLines.DIM);
    }

    private void bar(Spread difference, String tones) {
        int zero = cell(0), end = cell(difference.value()), low = cell(difference.low());
        int high = cell(difference.high()), right = difference.value() < 0 ? -1 : 1;
        Arrays.fill(cells, low, high + 1, LINE);
        for (int at = zero; at != end + right; at += right)
            cells[at] = tones.charAt(at >= low && at <= high ? 1 : 0);
        cells[zero] = ZERO;
        if (end == zero && !tones.equals(UNSEEN) && cells[zero + right] != LINE)
            cells[zero + right] = right < 0 ? LITTLE_LEFT : LITTLE_RIGHT; // little is not nothing
        if (difference.value() < axis.axis().low()) cells[end] = CUT_LEFT;
        if (difference.value() > axis.axis().high()) cells[end] = CUT_RIGHT;
    }

    private int cell(double value) {
        return axis.cell(value, cells.length);
    }

    private AttributedString styled(AttributedStyle style) {
        var out = new AttributedStringBuilder();
        for (char c : cells) out.append(String.valueOf(c), c == ZERO ? TerminalLines.DIM : style);
        return out.toAttributedString();
    }
}
