package memorytax.terminal.chart;

import memorytax.chart.draw.Drawn;
import memorytax.terminal.text.TerminalGrid;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// A grid of values: what is nothing is dim, and what is something has a bar before it, the taller the more.
final class TerminalHeat {
    private static final String LEVELS = "▁▂▃▄▅▆▇█";

    private TerminalHeat() {
    }

    static List<AttributedString> draw(Drawn.Grid grid, int width) {
        double most = grid.rows().stream().flatMapToDouble(r -> Arrays.stream(r.values())).filter(v -> v > 0).max()
            .orElse(1);
        var rows = new ArrayList<List<AttributedString>>();
        var head = new ArrayList<>(List.of(TerminalLines.dim(grid.axis())));
        grid.columns().forEach(c -> head.add(TerminalLines.of(c, TerminalLines.BOLD)));
        rows.add(head);
        for (var line : grid.rows()) {
            var row = new ArrayList<>(List.of(TerminalLines.plain(line.name())));
            for (double value : line.values()) row.add(cell(grid, value, most));
            rows.add(row);
        }
        var right = new ArrayList<>(Collections.nCopies(grid.columns().size() + 1, true));
        right.set(0, false);
        return TerminalGrid.draw(rows, right, width);
    }

    private static AttributedString cell(Drawn.Grid grid, double value, double most) {
        var text = grid.format().apply(value);
        if (!(value > 0)) return TerminalLines.dim(text);
        var level = LEVELS.charAt(Math.clamp(Math.round(value / most * 7), 0, 7));
        var style = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
        return TerminalLines.join(TerminalLines.of(level + " ", style), TerminalLines.of(text, TerminalLines.BOLD));
    }
}
