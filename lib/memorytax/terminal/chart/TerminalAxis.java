package memorytax.terminal.chart;

import memorytax.chart.model.Axis;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// An axis along cells: where a value lies on it, and which values are written beside it.
record TerminalAxis(Axis axis) {
    private static final int MANY = 5;

    /// The cell of `value` among `cells`; at the edge for what lies beyond.
    int cell(double value, int cells) {
        return (int) (Math.round(share(value) * (2 * cells - 1)) / 2); // two dots of Braille to a cell
    }

    /// From 0 at the low end to 1 at the high one, where it also is for what lies beyond.
    double share(double value) {
        return Math.clamp(axis.share(value), 0, 1);
    }

    /// The values that were measured, else round ones, `most` at the most: powers of ten, with twos and fives between
    /// them where there is room.
    List<Double> ticks(int most) {
        return !axis.at().isEmpty() ? axis.at() : axis.log() ? decades(most) : axis.even(most);
    }

    private List<Double> decades(int most) {
        List<Double> best = List.of();
        for (var steps : List.of(List.of(1.0), List.of(1.0, 3.0), List.of(1.0, 2.0, 5.0))) {
            var ticks = IntStream.rangeClosed((int) Math.floor(Math.log10(axis.low())) - 3,
                (int) Math.ceil(Math.log10(axis.high()))).mapToObj(this::power).flatMap(d -> steps.stream()
                .map(s -> s * d)).filter(v -> v >= axis.low() * 0.9999 && v <= axis.high() * 1.0001).toList();
            if (!best.isEmpty() && (ticks.size() > most || best.size() >= 3)) break;
            best = ticks;
        }
        int every = Math.max(1, Math.ceilDiv(best.size(), Math.max(1, most)));
        var kept = new ArrayList<Double>();
        for (int i = 0; i < best.size(); i += every) kept.add(best.get(i));
        return kept.size() < 2 ? axis.ticks(most) : kept;
    }

    /// Ten to the nth; of sizes, 1, 10 and 100 of each unit of 1,024.
    private double power(int n) {
        return n < 0 || !axis.unit().sizes() ? Math.pow(10, n) : Math.pow(1024, n / 3) * Math.pow(10, n % 3);
    }

    /// As it is written at a tick.
    String text(double value) {
        return axis.unit().tick().apply(value);
    }

    /// The axis below a picture: a rule with ticks, and a line of labels. A label without room is left out.
    ///
    /// @param before columns left of the axis
    /// @param corner what stands in the last of them
    List<AttributedString> below(int before, String corner, int columns) {
        var rule = "─".repeat(columns).toCharArray();
        var labels = " ".repeat(before + columns + 12).toCharArray();
        var ticks = ticks(Math.max(2, columns / 10));
        if (write(ticks, before, rule.clone(), labels.clone()) < 2) { // the outermost have most room between them
            var all = axis.even(MANY).size() > axis.ticks(MANY).size() ? axis.even(MANY) : axis.ticks(MANY);
            ticks = List.of(all.getFirst(), all.getLast());
        }
        write(ticks, before, rule, labels);
        var line = TerminalLines.space(before - corner.length()) + corner + new String(rule);
        return List.of(TerminalLines.dim(line), TerminalLines.dim(new String(labels).stripTrailing()));
    }

    /// Returns how many of them had room.
    private int write(List<Double> ticks, int before, char[] rule, char[] labels) {
        int free = 0, written = 0;
        for (double tick : ticks) {
            int at = cell(tick, rule.length);
            String label = text(tick);
            int from = Math.clamp(before + at - label.length() / 2, 0, labels.length - label.length());
            if (from < free) continue;
            rule[at] = '┬';
            label.getChars(0, label.length(), labels, from);
            free = from + label.length() + 2;
            written++;
        }
        return written;
    }
}
