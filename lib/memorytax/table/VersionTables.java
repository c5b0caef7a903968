package memorytax.table;

import memorytax.knob.Releases;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Weighings;
import tech.tablesaw.api.Table;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What one task costs in several versions of its language.
public final class VersionTables {
    private static final Map<String, String> LANGUAGES = Map.of("go", "Go", "java", "JDK", "python", "CPython");

    private VersionTables() {
    }

    /// A row per version, in the order of the series: when it came out, and what one more task takes.
    ///
    /// @param versions of [memorytax.measure.plan.Series#gos] and the like
    public static Table versions(Weighings versions) {
        var table = Tables.texts("One more task: the slope of resident bytes, ± its 95 % interval. Live: what a full "
            + "collection leaves." + Counted.recorded(versions), "task", "version", "released", "one more task", "±",
            "live", "measured");
        for (var c : versions.contenders()) {
            var resident = versions.slope(c, Quantity.RESIDENT);
            Tables.append(table, Contender.kind(c.name()), version(c),
                Releases.of(c).map(r -> r.released().toString()).orElse(""),
                resident.map(s -> Bytes.exact(s.value())).orElse(""),
                resident.filter(s -> s.forks() > 1).map(s -> String.format(Locale.ROOT, "%,.0f", s.plusMinus()))
                    .orElse(""),
                versions.slope(c, Quantity.LIVE).map(s -> Bytes.exact(s.value())).orElse(""), where(resident));
        }
        return table;
    }

    /// `CPython 3.12.1`; of one that was never here, the release alone: `JDK 24`.
    private static String version(Contender c) {
        var version = c.version().isEmpty() ? Contender.trait(c.name()) : c.version().replaceAll("[+-].*", "");
        return (LANGUAGES.getOrDefault(c.runtime(), "") + " " + version).strip();
    }

    private static String where(Optional<Slope> slope) {
        return slope.map(s -> s.here() ? "here" : "recorded").orElse("–");
    }
}
