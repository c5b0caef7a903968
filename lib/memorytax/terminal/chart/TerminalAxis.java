package memorytax.terminal.chart;

import memorytax.measure.result.Bytes;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Where a value lies on an axis, and which values are written beside it.
record TerminalAxis(double low, double high, boolean log, DoubleFunction<String> format) {
    TerminalAxis {
        if (log) low = low > 0 ? low : high > 0 ? high / 1000 : 1;
        if (!(high > low)) high = log ? low * 10 : low + 1;
    }

    /// From 0 at the low end to 1 at the high end; beyond them where the value lies beyond.
    double share(double value) {
        if (!log) return (value - low) / (high - low);
        return Math.log(Math.max(value, low / 1e6) / low) / Math.log(high / low);
    }

    /// The cell of `value` among `cells`; at the edge for what lies beyond.
    int cell(double value, int cells) {
        return (int) (Math.round(Math.clamp(share(value), 0,
            1) * (2 * cells - 1)) / 2); // two dots of Braille to a cell
    }

    /// Round values inside, `most` at the most: powers of ten, with twos and fives between them where there is room.
    List<Double> ticks(int most) {
        return log ? decades(most) : even(most);
    }

    private List<Double> decades(int most) {
        List<Double> best = List.of();
        for (var steps : List.of(List.of(1.0), List.of(1.0, 3.0), List.of(1.0, 2.0, 5.0))) {
            var ticks = IntStream.rangeClosed((int) Math.floor(Math.log10(low)) - 3, (int) Math.ceil(Math.log10(high)))
                .mapToObj(this::power)
                .flatMap(d -> steps.stream().map(s -> s * d)).filter(v -> v >= low * 0.9999 && v <= high * 1.0001)
                    .toList();
            if (!best.isEmpty() && (ticks.size() > most || best.size() >= 3)) break;
            best = ticks;
        }
        int every = Math.max(1, Math.ceilDiv(best.size(), Math.max(1, most)));
        var kept = new ArrayList<Double>();
        for (int i = 0; i < best.size(); i += every) kept.add(best.get(i));
        return kept;
    }

    /// Ten to the nth; where sizes are written, 10 and 100 of each unit of 1,024.
    private double power(int n) {
        return n < 0 || !sizes() ? Math.pow(10, n) : Math.pow(1024, n / 3) * Math.pow(10, n % 3);
    }

    private boolean sizes() {
        return text(1024).equals(Bytes.of(1024).replace(".0 ", " "));
    }

    private List<Double> even(int most) {
        double unit = sizes() && high > 4096 ? Math.pow(1024, Math.floor(Math.log(high / 2) / Math.log(1024))) : 1;
        double rough = (high - low) / unit / Math.max(1, most), power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = Stream.of(1, 2, 5, 10).mapToDouble(s -> s * power).filter(s -> s >= rough * 0.999).findFirst()
            .orElse(10 * power) * unit;
        return Stream.iterate(Math.ceil(low / step - 1e-9), n -> n * step <= high * (1 + 1e-9), n -> n + 1)
            .map(n -> n * step + 0.0).toList();
    }

    /// As it is written at a tick: `1 KB`, where a figure would be `1.0 KB`.
    String text(double value) {
        return format.apply(value).replace(".0 ", " ");
    }

    /// Thousands grouped; as many decimals as count.
    static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) || size >= 100) return String.format(Locale.ROOT, "%,.0f", value);
        String text = String.format(Locale.ROOT, size >= 1 ? "%.1f" : size >= 0.01 ? "%.3f" : "%.6f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /// The axis below a picture: a rule with ticks, and a line of labels. A label without room is left out.
    ///
    /// @param before columns left of the axis
    /// @param corner what stands in the last of them
    List<AttributedString> below(List<Double> ticks, int before, String corner, int columns) {
        var rule = "─".repeat(columns).toCharArray();
        var labels = " ".repeat(before + columns + 12).toCharArray();
        int free = 0;
        for (double tick : ticks) {
            int at = cell(tick, columns);
            String label = text(tick);
            int from = Math.clamp(before + at - label.length() / 2, 0, labels.length - label.length());
            if (from < free) continue;
            rule[at] = '┬';
            label.getChars(0, label.length(), labels, from);
            free = from + label.length() + 2;
        }
        var line = TerminalLines.space(before - corner.length()) + corner + new String(rule);
        return List.of(TerminalLines.dim(line), TerminalLines.dim(new String(labels).stripTrailing()));
    }
}
