package memorytax.terminal.chart;

import memorytax.chart.model.Mark.Bar;
import memorytax.chart.model.Mark.Part;
import memorytax.chart.model.Mark.Stack;
import memorytax.chart.model.Rows;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

import java.util.ArrayList;
import java.util.List;

/// Bars from zero, plain or in parts.
final class TerminalBars {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉", TINTS = "█▓▒░", SIGNS = "123456789abcdefghijklmnopqrstuvwxyz";

    private TerminalBars() {
    }

    /// The length of the longest in a chart.
    static double longest(Rows chart) {
        return chart.rows().stream().mapToDouble(r -> switch (r.mark()) {
            case Bar bar -> bar.whole().value();
            case Stack stack -> stack.sum() + stack.rest();
            default -> 0;
        }).max().orElse(1);
    }

    /// The end is told to an eighth of a cell.
    ///
    /// @param scale cells for one
    static AttributedString draw(Bar bar, double scale, AttributedStyle style) {
        double end = Math.max(0, bar.whole().value()) * scale;
        char eighth = EIGHTHS.charAt((int) (end % 1 * 8));
        var tip = eighth != ' ' ? String.valueOf(eighth) : end > 0 && end < 1 ? "▏" : ""; // little is not nothing
        return TerminalLines.of("█".repeat((int) end) + tip, style);
    }

    /// Parts in turn full, dense, light, lighter: they stay apart without colour. With more parts than that each begins
    /// with its number.
    static AttributedString draw(Stack stack, double scale, AttributedStyle style) {
        var out = new AttributedStringBuilder();
        double end = 0;
        int i = 0;
        for (var part : all(stack)) {
            end += Math.max(0, part.value()) * scale;
            int cells = Math.max(0, (int) Math.round(end) - out.length());
            var sign = cells == 0 ? "" : sign(stack, i);
            out.append(sign, style.bold());
            out.append(tint(i++).repeat(cells - sign.length()), style);
        }
        return out.toAttributedString();
    }

    /// What the tints stand for.
    static AttributedString parts(Rows chart, Stack stack, AttributedStyle style) {
        var out = new AttributedStringBuilder();
        int i = 0;
        for (var part : all(stack)) {
            if (i > 0) out.append(" · ", TerminalLines.DIM);
            // no-break spaces keep a part together when the list is wrapped
            out.append(sign(stack, i), style.bold());
            out.append(tint(i++) + "\u00a0", style);
            out.append((part.name() + " " + chart.axis().unit().value().apply(part.value())).replace(' ', '\u00a0'),
                TerminalLines.DIM);
        }
        return out.toAttributedString();
    }

    private static List<Part> all(Stack stack) {
        var all = new ArrayList<>(stack.parts());
        if (stack.rest() > 0) all.add(new Part("not accounted for", stack.rest()));
        return all;
    }

    private static String sign(Stack stack, int i) {
        return all(stack).size() <= TINTS.length() || i >= SIGNS.length() ? "" : SIGNS.substring(i, i + 1);
    }

    private static String tint(int i) {
        return String.valueOf(TINTS.charAt(i % TINTS.length()));
    }
}
