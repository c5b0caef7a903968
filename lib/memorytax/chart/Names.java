package memorytax.chart;

import memorytax.chart.model.Plot;
import memorytax.measure.result.Contender;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// What contenders are called in a chart, and how often they were weighed.
final class Names {
    private Names() {
    }

    /// The contender's name; with its version where two of the same name meet.
    static Map<Contender, String> of(List<Contender> contenders) {
        var names = new LinkedHashMap<Contender, String>();
        for (var c : contenders) {
            boolean several = contenders.stream().anyMatch(o -> otherVersion(o, c));
            names.put(c, several ? c.name() + ", " + c.runtime() + " " + c.version() : c.name());
        }
        return names;
    }

    /// A contender that never came up has no version, and is no other one.
    private static boolean otherVersion(Contender a, Contender b) {
        return a.name().equals(b.name()) && !a.version().equals(b.version())
            && !a.version().isEmpty() && !b.version().isEmpty();
    }

    /// What is said of lines that are drawn dashed; empty where there are none.
    static String dashed(List<Plot.Line> lines) {
        return lines.stream().allMatch(Plot.Line::here) ? "" : "Dashed: recorded, not measured here.";
    }

    /// `20,000`
    static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /// `5 forks`, or `3 to 5 forks`.
    static String forks(IntStream counts) {
        var s = counts.summaryStatistics();
        if (s.getCount() == 0) return "no forks";
        String most = s.getMax() == 1 ? "1 fork" : String.format(Locale.ROOT, "%,d forks", s.getMax());
        return s.getMin() == s.getMax() ? most : s.getMin() + " to " + most;
    }
}
