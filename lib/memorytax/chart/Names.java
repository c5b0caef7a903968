package memorytax.chart;

import memorytax.chart.draw.Hue;
import memorytax.measure.result.Contender;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What contenders are called in a chart, and how often they were weighed.
public final class Names {
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

    /// Those that are drawn hollow: variants, in a chart that shows another of their hue, filled.
    public static Set<String> hollow(List<String> names) {
        var filled = new HashMap<Hue, String>();
        names.stream().filter(n -> !Hue.variant(n)).forEach(n -> filled.putIfAbsent(Hue.of(n), n));
        names.forEach(n -> filled.putIfAbsent(Hue.of(n), n));
        return names.stream().filter(Hue::variant).filter(n -> !filled.get(Hue.of(n)).equals(n))
            .collect(Collectors.toSet());
    }

    /// `5 forks`, or `3 to 5 forks`.
    static String forks(IntStream counts) {
        var s = counts.summaryStatistics();
        if (s.getCount() == 0) return "no forks";
        String most = s.getMax() == 1 ? "1 fork" : String.format(Locale.ROOT, "%,d forks", s.getMax());
        return s.getMin() == s.getMax() ? most : s.getMin() + " to " + most;
    }
}
