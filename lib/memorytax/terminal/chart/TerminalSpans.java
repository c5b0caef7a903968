package memorytax.terminal.chart;

import memorytax.chart.model.Mark.Spans;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/// When something was busy: a full cell, or a shorter one where it worked part of the time.
final class TerminalSpans {
    private static final String LEVELS = " ▁▂▃▄▅▆▇█";

    private TerminalSpans() {
    }

    /// @param end of the axis, which begins at zero
    static AttributedString draw(Spans spans, double end, int columns, AttributedStyle style) {
        var cells = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            double from = i * end / columns, to = (i + 1) * end / columns;
            double busy = spans.busy().stream().mapToDouble(b ->
                b.share() * Math.max(0, Math.min(b.to(), to) - Math.max(b.from(), from))).sum() / (to - from);
            cells.append(LEVELS.charAt(Math.clamp(Math.round(busy * 8), 0, 8)));
        }
        return TerminalLines.of(cells.toString(), style);
    }
}
