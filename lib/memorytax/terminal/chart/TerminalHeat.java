package memorytax.terminal.chart;

import memorytax.chart.model.Grid;
import memorytax.terminal.text.TerminalGrid;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A grid of values: what is nothing is dim, and what is something has a bar before it, the taller the more.
final class TerminalHeat {
    private static final String LEVELS = "▁▂▃▄▅▆▇█";

    private TerminalHeat() {
    }

    static List<AttributedString> draw(Grid grid, int width) {
        var rows = new ArrayList<List<AttributedString>>();
        var head = new ArrayList<>(List.of(TerminalLines.dim(grid.what())));
        grid.columns().forEach(c -> head.add(TerminalLines.of(c, TerminalLines.BOLD)));
        rows.add(head);
        for (var line : grid.lines()) {
            var row = new ArrayList<>(List.of(TerminalLines.plain(line.name())));
            for (double value : line.values()) row.add(cell(grid, value));
            rows.add(row);
        }
        var right = new ArrayList<>(Collections.nCopies(grid.columns().size() + 1, true));
        right.set(0, false);
        return TerminalGrid.draw(rows, right, width);
    }

    private static AttributedString cell(Grid grid, double value) {
        var text = grid.text(value);
        if (!(value > 0)) return TerminalLines.dim(text);
        var level = LEVELS.charAt(Math.clamp(Math.round(value / grid.most() * 7), 0, 7));
        var style = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
        return TerminalLines.join(TerminalLines.of(level + " ", style), TerminalLines.of(text, TerminalLines.BOLD));
    }
}
