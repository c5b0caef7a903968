package memorytax.plot;

import memorytax.scale.Contender;

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
        for (var c : contenders)
            names.put(c, contenders.stream().filter(o -> o.name().equals(c.name())).count() > 1 ? c.name() + ", " + c.runtime() + " " + c.version() : c.name());
        return names;
    }

    /// `5 forks`, or `3 to 5 forks`.
    static String forks(IntStream counts) {
        var s = counts.summaryStatistics();
        if (s.getCount() == 0) return "no forks";
        String most = s.getMax() == 1 ? "1 fork" : String.format(Locale.ROOT, "%,d forks", s.getMax());
        return s.getMin() == s.getMax() ? most : s.getMin() + " to " + most;
    }
}
