package memorytax.table;

import memorytax.measure.result.Range;
import memorytax.measure.result.Reports;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Times and rates that processes report. They differ from fork to fork, and a single number would say more than is
/// known: where they differ, a table has the range of the forks.
final class Times {
    private static final Set<String> UNITS = Set.of("ns", "us", "ms");
    /// Forks that are nearer to each other than that agree.
    private static final double ALIKE = 1.1;

    private Times() {
    }

    /// Whether a figure of that name is one: `ns_per_op`, `k_per_s`.
    static boolean is(String figure) {
        return List.of(figure.split("_")).stream().anyMatch(UNITS::contains) || figure.endsWith("_per_s");
    }

    /// `1.6–10.3` where the forks differ; else empty.
    static Optional<String> range(String figure, Range forks) {
        var low = Tables.number(forks.low());
        var high = Tables.number(forks.high());
        return is(figure) && forks.high() > ALIKE * Math.max(0, forks.low()) && !low.equals(high)
            ? Optional.of(low + "–" + high) : Optional.empty();
    }

    /// The end of a caption, with a blank before it; empty where no range is shown.
    static String caption(Reports reports) {
        boolean some = reports.variants().values().stream().anyMatch(part -> part.contenders().stream()
            .anyMatch(c -> part.names().stream().anyMatch(name -> part.all().stream()
                .flatMap(r -> r.figures().keySet().stream()).distinct().anyMatch(figure -> part.median(c.name(), name,
                    figure).flatMap(forks -> range(figure, forks)).isPresent()))));
        return some ? " Of a time, the shortest and the longest fork." : "";
    }
}
