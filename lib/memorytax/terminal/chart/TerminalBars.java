package memorytax.terminal.chart;

import memorytax.chart.draw.Drawn;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

import java.util.ArrayList;
import java.util.List;

/// Bars from zero, plain or cut into segments, each with its value at the end.
final class TerminalBars {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉", TINTS = "█▓▒░";

    private static final int NARROWEST = 12;

    private TerminalBars() {
    }

    static List<AttributedString> draw(Drawn.Stacks chart, int width) {
        var rows = chart.rows();
        var layout = TerminalRows.of(rows.stream().map(Drawn.Stack::name).toList(),
            rows.stream().map(r -> text(chart, r)).toList(), width, NARROWEST);
        int indent = layout.names() + 2;
        double longest = rows.stream().mapToDouble(Drawn.Stack::sum).max().orElse(1);
        var out = new ArrayList<>(TerminalRows.above(chart));
        for (var row : rows) {
            var style = TerminalRows.style(row.name(), row.colour());
            out.addAll(layout.row(row.name(), style, bar(row, layout.columns() / longest, style), text(chart, row)));
            if (row.segments().size() > 1) out.addAll(TerminalLines.indent(TerminalLines.space(indent),
                TerminalLines.wrap(list(chart, row, style), width - indent)));
        }
        return out;
    }

    private static String text(Drawn.Stacks chart, Drawn.Stack row) {
        return row.text().isEmpty() ? chart.format().apply(row.sum()) : row.text();
    }

    /// Segments in turn full, dense, light, lighter: they stay apart without colour. The end is told to an eighth.
    private static AttributedString bar(Drawn.Stack row, double scale, AttributedStyle style) {
        var out = new AttributedStringBuilder();
        double end = 0;
        for (int i = 0; i < row.segments().size(); i++) {
            end += Math.max(0, row.segments().get(i).value()) * scale;
            int cells = row.segments().size() > 1 ? (int) Math.round(end) : (int) end;
            out.append(String.valueOf(TINTS.charAt(i % TINTS.length()))
                .repeat(Math.max(0, cells - out.length())), style);
        }
        if (row.segments().size() > 1) return out.toAttributedString();
        char eighth = EIGHTHS.charAt((int) (end % 1 * 8));
        if (eighth != ' ') out.append(String.valueOf(eighth), style);
        else if (end > 0 && end < 1) out.append("▏", style); // little is not nothing
        return out.toAttributedString();
    }

    private static AttributedString list(Drawn.Stacks chart, Drawn.Stack row, AttributedStyle style) {
        var out = new AttributedStringBuilder();
        for (int i = 0; i < row.segments().size(); i++) {
            var segment = row.segments().get(i);
            if (i > 0) out.append(" · ", TerminalLines.DIM);
            // no-break spaces keep a segment together when the list is wrapped
            out.append(TINTS.charAt(i % TINTS.length()) + "\u00a0", style);
            out.append((segment.name() + " " + chart.format().apply(segment.value()))
                .replace(' ', '\u00a0'), TerminalLines.DIM);
        }
        return out.toAttributedString();
    }
}
