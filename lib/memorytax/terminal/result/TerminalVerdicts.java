package memorytax.terminal.result;

import memorytax.claim.Verdict;
import memorytax.claim.VerdictFigures;
import memorytax.claim.Verdicts;
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

/// Claims, judged: mark, ruling and the sentence, then what is claimed and what was measured on one small
/// logarithmic axis, the same for both lines, and what else there is to say.
public final class TerminalVerdicts {
    /// Where sentences and axes begin.
    private static final int INDENT = 17;
    private static final int WIDEST = 26;
    private static final int LABEL = 6;

    private TerminalVerdicts() {
    }

    /// Never wider than `width`, nor than the measure of prose.
    public static List<AttributedString> draw(Verdicts verdicts, int width) {
        var lines = new ArrayList<AttributedString>();
        for (var verdict : verdicts.all()) {
            lines.addAll(draw(verdict, Math.min(width, TerminalLines.MEASURE)));
            lines.add(AttributedString.EMPTY);
        }
        lines.addAll(note(verdicts.tally(), width));
        return lines;
    }

    private static List<AttributedString> draw(Verdict verdict, int width) {
        var claim = verdict.claim();
        var ruling = TerminalLines.of("%s %s".formatted(verdict.ruling().mark(), verdict.ruling()),
            verdict.ruling() == Verdict.Ruling.NOT_MEASURED ? DIM : BOLD);
        var says = new ArrayList<>(TerminalLines.wrap(TerminalLines.plain(verdict.claimed()), width - INDENT));
        says.addAll(TerminalLines.wrap(TerminalLines.plain(verdict.found()), width - INDENT));
        var lines = new ArrayList<AttributedString>();
        for (var line : says) lines.add(TerminalLines.join(" ",
            TerminalLines.left(lines.isEmpty() ? ruling : AttributedString.EMPTY, INDENT - 1), line));
        boolean measured = !Double.isNaN(verdict.measured());
        var value = TerminalLines.of(VerdictFigures.value(verdict), BOLD);
        int axis = Math.clamp(width - INDENT - LABEL - 2 - Math.max(claim.written().length(), value.length()), 7,
            WIDEST);
        var scale = scale(verdict);
        if (claim.hasFigure()) lines.add(line(claim.source().equals("post") ? "post" : "said",
            post(scale, claim.low(), claim.high(), axis), TerminalLines.plain(claim.written())));
        if (measured) lines.add(line(verdict.here() ? "here" : "rec.", here(scale, verdict, axis), value));
        claim.quote().ifPresent(q -> {
            lines.addAll(note("Quoted: " + q + ".", width));
            if (!q.retracted().isEmpty()) lines.addAll(note("No longer said: " + q.retracted(), width));
        });
        if (!verdict.more().isEmpty()) lines.addAll(note(verdict.more(), width));
        if (!verdict.published().isEmpty()) lines.addAll(note("Others found: " + verdict.published() + ".", width));
        return lines.stream().map(l -> TerminalLines.cut(l, width)).toList();
    }

    private static AttributedString line(String label, AttributedString axis, AttributedString value) {
        return TerminalLines.join(TerminalLines.space(INDENT),
            TerminalLines.dim(label + TerminalLines.space(LABEL - label.length())), axis, "  ", value);
    }

    private static List<AttributedString> note(String text, int width) {
        return TerminalLines.indent(TerminalLines.space(INDENT),
            TerminalLines.wrap(TerminalLines.dim(text), width - INDENT));
    }

    /// Logarithms of the ends of the axis: everything there is to show, and half as much again on either side.
    private static double[] scale(Verdict v) {
        var ends = DoubleStream.of(v.claim().low(), v.claim().high(), v.low(), v.high(), v.measured())
            .filter(d -> d > 0).summaryStatistics();
        if (ends.getCount() == 0) return new double[]{0, 1};
        double low = Math.log(ends.getMin()), high = Math.log(ends.getMax()),
            margin = Math.max(0.7, (high - low) * 0.2);
        return new double[]{low - margin, high + margin};
    }

    private static int column(double[] scale, double value, int columns) {
        double share = (Math.log(Math.max(value, Double.MIN_NORMAL)) - scale[0]) / (scale[1] - scale[0]);
        return Math.clamp(Math.round(share * (columns - 1)), 0, columns - 1);
    }

    private static AttributedString post(double[] scale, double low, double high, int columns) {
        var cells = dots(columns);
        Arrays.fill(cells, column(scale, low, columns), column(scale, high, columns) + 1, '█');
        return drawn(cells, "█", AttributedStyle.DEFAULT);
    }

    private static AttributedString here(double[] scale, Verdict v, int columns) {
        var cells = dots(columns);
        if (v.low() <= v.high()) Arrays.fill(cells, column(scale, v.low(), columns),
            column(scale, v.high(), columns) + 1, '─');
        cells[column(scale, v.measured(), columns)] = '●';
        return drawn(cells, "─●", BOLD);
    }

    private static char[] dots(int columns) {
        var cells = new char[columns];
        Arrays.fill(cells, '·');
        return cells;
    }

    private static AttributedString drawn(char[] cells, String strong, AttributedStyle style) {
        var out = new AttributedStringBuilder();
        for (char c : cells) out.append(String.valueOf(c), strong.indexOf(c) >= 0 ? style : DIM);
        return out.toAttributedString();
    }
}
