package memorytax.render;

import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
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
        return (int) Math.clamp(Math.round(share(value) * (cells - 1)), 0L, cells - 1L);
    }

    /// Round values inside, `most` at the most: powers of ten, with twos and fives between them where there is room.
    List<Double> ticks(int most) {
        return log ? decades(most) : even(most);
    }

    private List<Double> decades(int most) {
        List<Double> best = List.of();
        for (var steps : List.of(List.of(1.0), List.of(1.0, 3.0), List.of(1.0, 2.0, 5.0))) {
            var ticks = Stream.iterate(Math.pow(10, Math.floor(Math.log10(low))), d -> d <= high, d -> d * 10)
                .flatMap(d -> steps.stream().map(s -> s * d)).filter(v -> v >= low * 0.9999 && v <= high * 1.0001).toList();
            if (!best.isEmpty() && (ticks.size() > most || best.size() >= 3)) break;
            best = ticks;
        }
        int every = Math.max(1, Math.ceilDiv(best.size(), Math.max(1, most)));
        var kept = new ArrayList<Double>();
        for (int i = 0; i < best.size(); i += every) kept.add(best.get(i));
        return kept;
    }

    private List<Double> even(int most) {
        double rough = (high - low) / Math.max(1, most), power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = Stream.of(1, 2, 5, 10).mapToDouble(s -> s * power).filter(s -> s >= rough * 0.999).findFirst().orElse(10 * power);
        return Stream.iterate(Math.ceil(low / step - 1e-9), n -> n * step <= high * (1 + 1e-9), n -> n + 1).map(n -> n * step).toList();
    }

    String text(double value) {
        return format.apply(value);
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
