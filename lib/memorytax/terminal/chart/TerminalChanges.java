package memorytax.terminal.chart;

import memorytax.chart.model.Mark.Change;
import memorytax.chart.model.Rows;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

import java.util.Arrays;

/// Bars to either side of the zero line, with their intervals.
final class TerminalChanges {
    private static final char ZERO = '│', BAR = '█', PALE = '▒', UNSEEN = '·', LINE = '─', LIVE = '○';

    private TerminalChanges() {
    }

    static AttributedString draw(Rows chart, Change change, int columns, AttributedStyle style) {
        var axis = new TerminalAxis(chart.axis());
        var cells = new char[columns];
        Arrays.fill(cells, ' ');
        int zero = axis.cell(0, columns), end = axis.cell(change.difference().value(), columns);
        int low = axis.cell(change.difference().low(), columns), high = axis.cell(change.difference().high(), columns);
        Arrays.fill(cells, low, high + 1, LINE);
        Arrays.fill(cells, Math.min(zero, end), Math.max(zero, end) + 1,
            !change.seen() ? UNSEEN : change.pale() ? PALE : BAR);
        cells[zero] = ZERO;
        change.hollow().ifPresent(h -> cells[axis.cell(h.value(), columns)] = LIVE);
        var out = new AttributedStringBuilder();
        for (char c : cells)
            out.append(String.valueOf(c), c == ZERO || !change.seen() ? TerminalLines.DIM : style);
        return out.toAttributedString();
    }
}
