package memorytax.terminal.chart;

import memorytax.chart.draw.Drawn;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

import static memorytax.terminal.text.TerminalLines.BOLD;
import static memorytax.terminal.text.TerminalLines.DIM;

/// Dots and their intervals, a row for each contender.
final class TerminalDots {
    private static final int NARROWEST = 16;
    private static final char FILLED = '●', HOLLOW = '○', BOTH = '◉';

    private TerminalDots() {
    }

    static List<AttributedString> draw(Drawn.Intervals chart, int width) {
        var rows = chart.rows();
        var layout = TerminalRows.of(rows.stream().map(Drawn.Interval::name).toList(),
            rows.stream().map(r -> text(chart, r)).toList(), width, NARROWEST);
        int names = layout.names(), columns = layout.columns();
        var axis = axis(chart);
        var out = new ArrayList<>(TerminalRows.above(chart));
        for (var row : rows) {
            var style = TerminalRows.style(row.name(), row.colour());
            out.addAll(layout.row(row.name(), style, cells(axis, row, columns, style), text(chart, row)));
        }
        out.addAll(axis.below(axis.ticks(Math.max(2, columns / 10)), names + 2, "", columns));
        if (!chart.hollow().isBlank()) out.add(TerminalLines.join(FILLED + " ", TerminalLines.dim(chart.filled()),
            "   " + HOLLOW + " ", TerminalLines.dim(chart.hollow())));
        return out;
    }

    private static String text(Drawn.Intervals chart, Drawn.Interval row) {
        return !row.text().isEmpty() || Double.isNaN(row.value()) ? row.text() : chart.format().apply(row.value());
    }

    private static TerminalAxis axis(Drawn.Intervals chart) {
        var all = chart.rows().stream().flatMapToDouble(r -> DoubleStream.of(r.value(), r.low(), r.high(), r.second()))
            .filter(v -> Double.isFinite(v) && (!chart.log() || v > 0)).summaryStatistics();
        if (all.getCount() == 0)
            return new TerminalAxis(chart.log() ? 1 : 0, chart.log() ? 10 : 1, chart.log(), chart.format());
        double low = chart.log() ? all.getMin() / 1.3 : Math.min(0, all.getMin());
        return new TerminalAxis(low, chart.log() ? all.getMax() * 1.3 : all.getMax(), chart.log(), chart.format());
    }

    private static AttributedString cells(TerminalAxis axis, Drawn.Interval row, int columns, AttributedStyle style) {
        var cells = new char[columns];
        Arrays.fill(cells, ' ');
        boolean one = !Double.isNaN(row.value()), two = !Double.isNaN(row.second());
        int value = one ? axis.cell(row.value(), columns) : -1, second = two ? axis.cell(row.second(), columns) : -1;
        int first = one && two ? Math.min(value, second) : Math.max(value, second);
        Arrays.fill(cells, 0, Math.max(0, first), '·');
        if (one && two) Arrays.fill(cells, first, Math.max(value, second), '─');
        if (row.low() <= row.high()) Arrays.fill(cells, axis.cell(row.low(), columns),
            axis.cell(row.high(), columns) + 1, '━');
        if (two) cells[second] = HOLLOW;
        if (one) cells[value] = value == second ? BOTH : FILLED;
        var out = new AttributedStringBuilder();
        for (char c : cells) out.append(String.valueOf(c), c == '·' ? DIM : c == '─' ? style : style.bold());
        return out.toAttributedString();
    }
}
