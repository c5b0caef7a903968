package memorytax.terminal.chart;

import memorytax.chart.draw.Drawn;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

import java.util.ArrayList;
import java.util.List;

/// When each row was busy, along one axis: a full cell, or a shorter one where it worked part of the time.
final class TerminalSpans {
    private static final String LEVELS = " ▁▂▃▄▅▆▇█";
    private static final int NARROWEST = 16;

    private TerminalSpans() {
    }

    static List<AttributedString> draw(Drawn.Spans chart, int width) {
        var names = chart.rows().stream().map(Drawn.Span::name).toList();
        var layout = TerminalRows.of(names, names.stream().map(_ -> "").toList(), width, NARROWEST);
        var axis = new TerminalAxis(0, chart.end(), false, chart.format());
        var out = new ArrayList<>(TerminalRows.above(chart));
        for (var row : chart.rows()) {
            var style = TerminalRows.style(row.name(), row.colour());
            out.addAll(layout.row(row.name(), style, cells(row, chart.end(), layout.columns(), style), ""));
        }
        out.addAll(axis.below(axis.ticks(Math.max(2, layout.columns() / 10)), layout.names() + 2, "",
            layout.columns()));
        return out;
    }

    private static AttributedString cells(Drawn.Span row, double end, int columns, AttributedStyle style) {
        var cells = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            double from = i * end / columns, to = (i + 1) * end / columns;
            double busy = row.busy().stream().mapToDouble(b ->
                b.share() * Math.max(0, Math.min(b.to(), to) - Math.max(b.from(), from))).sum() / (to - from);
            cells.append(LEVELS.charAt((int) Math.clamp(Math.round(busy * 8), 0, 8)));
        }
        return TerminalLines.of(cells.toString(), style);
    }
}
