package memorytax.terminal.result;

import memorytax.claim.Verdict;
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
import static memorytax.view.VerdictFigures.figure;

/// Claims, judged: mark, ruling and statement, then what the post says and what was measured on one small logarithmic
/// axis, the same for both lines.
public final class TerminalVerdicts {
    /// Where statements and axes begin.
    private static final int INDENT = 17;
    private static final int WIDEST = 26;
    private static final int LABEL = 6;

    private TerminalVerdicts() {
    }

    /// Never wider than `width`, nor than the measure of prose.
    public static List<AttributedString> draw(Verdicts verdicts, int width) {
        var lines = new ArrayList<AttributedString>();
        verdicts.all().forEach(v -> lines.addAll(draw(v, Math.min(width, TerminalLines.MEASURE))));
        lines.add(AttributedString.EMPTY);
        lines.addAll(note(verdicts.tally(), width));
        return lines;
    }

    private static List<AttributedString> draw(Verdict verdict, int width) {
        var lines = new ArrayList<AttributedString>();
        var claim = verdict.claim();
        var ruling = TerminalLines.of("%s %s".formatted(verdict.ruling().mark(), verdict.ruling()),
            verdict.ruling() == Verdict.Ruling.NOT_MEASURED ? DIM : BOLD);
        String section = claim.section().length() > 12 ? "" : claim.section();
        var statement = TerminalLines.wrap(TerminalLines.plain(claim.statement()),
            width - INDENT - (section.isEmpty() ? 0 : section.length() + 2));
        for (int i = 0; i < statement.size(); i++) {
            var start = TerminalLines.join(" ",
                TerminalLines.left(i == 0 ? ruling : AttributedString.EMPTY, INDENT - 1), statement.get(i));
            lines.add(i == 0 && !section.isEmpty() ? TerminalLines.apart(start, TerminalLines.dim(section), width)
                : start);
        }
        boolean measured = !Double.isNaN(verdict.measured());
        var value = measured ? value(verdict) : TerminalLines.plain("");
        int axis = Math.clamp(width - INDENT - LABEL - Math.max(29, value.length() + 2), 7, WIDEST);
        var scale = scale(verdict);
        if (claim.hasFigure()) lines.add(line(claim.source().equals("post") ? "post" : "said",
            post(scale, claim.low(), claim.high(), axis), TerminalLines.plain(claim.figure())));
        if (measured) lines.add(line(verdict.here() ? "here" : "rec.", here(scale, verdict, axis), value));
        if (measured && !verdict.here()) lines.addAll(note("recorded, not measured here", width));
        if (!verdict.condition().isEmpty()) lines.addAll(note(verdict.condition(), width));
        if (!verdict.published().isEmpty()) lines.addAll(note("published: " + verdict.published(), width));
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

    /// `1,427–1,445`: units that differ are named.
    /// `1,436 B (95 %: 1,427–1,445)`
    private static AttributedString value(Verdict verdict) {
        var unit = verdict.claim().unit();
        boolean wide = !figure(verdict.low(), unit).equals(figure(verdict.high(), unit));
        return TerminalLines.join(TerminalLines.of(figure(verdict.measured(), unit), BOLD), TerminalLines.dim(wide
            ? " (%s: %s)".formatted(verdict.kind().brief(), interval(verdict.low(), verdict.high(), unit)) : ""));
    }

    private static String interval(double low, double high, String unit) {
        String from = figure(low, unit), to = figure(high, unit);
        boolean same = from.replaceAll("[\\d.,-]", "").equals(to.replaceAll("[\\d.,-]", ""));
        return same ? from.split("[ ×]")[0] + "–" + to.split("[ ×]")[0] : from + " to " + to;
    }
}
