package memorytax.terminal.chart;

import memorytax.chart.model.Mark.Box;
import memorytax.chart.model.Mark.Dots;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

import java.util.Arrays;
import java.util.List;

import static memorytax.terminal.text.TerminalLines.DIM;

/// Dots and their intervals in the cells of a row.
final class TerminalDots {
    private static final char FILLED = '●', HOLLOW = '○', BOTH = '◉';
    private static final char GUIDE = '·', LINE = '─', INTERVAL = '━', LIMIT = '│';

    private final TerminalAxis axis;
    private final char[] cells;

    private TerminalDots(Rows chart, int columns) {
        axis = new TerminalAxis(chart.axis());
        cells = new char[columns];
        Arrays.fill(cells, ' ');
    }

    static AttributedString draw(Rows chart, Dots dots, int columns, AttributedStyle style) {
        var row = new TerminalDots(chart, columns);
        var values = dots.all().stream().map(Spread::value).sorted().toList();
        if (!values.isEmpty()) row.line(values.getFirst(), values.getLast());
        chart.limit().ifPresent(row::limit);
        dots.all().forEach(s -> row.fill(s.low(), s.high(), INTERVAL));
        dots.hollow().ifPresent(s -> row.dot(s.value(), HOLLOW));
        dots.filled().ifPresent(s -> row.dot(s.value(), FILLED));
        return row.styled(style);
    }

    /// The median in the middle half, and a line from the shortest to the longest.
    static AttributedString draw(Rows chart, Box box, int columns, AttributedStyle style) {
        var row = new TerminalDots(chart, columns);
        row.line(box.at(0), box.at(1));
        row.fill(box.at(0.25), box.at(0.75), INTERVAL);
        row.dot(box.at(1), HOLLOW);
        row.dot(box.at(0.5), FILLED);
        return row.styled(style);
    }

    /// What the dots stand for, where there are two kinds of them.
    static List<AttributedString> key(Rows chart) {
        boolean box = chart.rows().getFirst().mark() instanceof Box;
        var key = box ? new Rows.Key("median", "longest") : chart.key();
        return key.hollow().isBlank() ? List.of() : List.of(TerminalLines.join(FILLED + " ",
            TerminalLines.dim(key.filled()), "   " + HOLLOW + " ", TerminalLines.dim(key.hollow())));
    }

    private int cell(double value) {
        return axis.cell(value, cells.length);
    }

    private void line(double from, double to) {
        Arrays.fill(cells, 0, cell(from), GUIDE);
        if (from < to) fill(from, to, LINE);
    }

    private void fill(double from, double to, char with) {
        Arrays.fill(cells, cell(from), cell(to) + 1, with);
    }

    private void limit(double value) {
        int cell = cell(value);
        if (cells[cell] != LINE) cells[cell] = LIMIT;
    }

    private void dot(double value, char with) {
        int cell = cell(value);
        cells[cell] = cells[cell] == HOLLOW ? BOTH : with;
    }

    private AttributedString styled(AttributedStyle style) {
        var out = new AttributedStringBuilder();
        for (char c : cells)
            out.append(String.valueOf(c), c == GUIDE || c == LIMIT ? DIM : c == LINE ? style : style.bold());
        return out.toAttributedString();
    }
}
