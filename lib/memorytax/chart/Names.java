package memorytax.chart;

import memorytax.chart.model.Plot;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Findings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What contenders are called in a chart, and which of them are recorded.
final class Names {
    private Names() {
    }

    /// The contender's name; with its version where two of the same name meet.
    static Map<Contender, String> of(List<Contender> contenders) {
        var names = new LinkedHashMap<Contender, String>();
        for (var c : contenders) {
            boolean several = contenders.stream().anyMatch(o -> otherVersion(o, c));
            names.put(c, several ? Contender.variant(c.name(), c.runtime() + " " + c.version()) : c.name());
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

    /// What a caption says where all contenders are recorded; empty where one of them was measured here.
    static String recorded(Stream<Findings> found) {
        var all = found.filter(f -> !f.contenders().isEmpty()).toList();
        return !all.isEmpty() && all.stream().noneMatch(f -> Counted.recorded(f).isEmpty()) ? Counted.RECORDED : "";
    }

    /// What the end of a row says of a contender that is recorded, beside others that are not; else empty.
    static String recorded(Findings found, Contender contender, boolean all) {
        return all || found.here(contender.name()) ? "" : " (recorded)";
    }
}
