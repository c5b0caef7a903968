package memorytax.table;

import memorytax.measure.result.Range;
import memorytax.measure.result.Reports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;

/// Times and rates that processes report. They differ from fork to fork, and a single number would say more than is
/// known: where they differ, a table has the range of the forks, or its caption says how far they differ.
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
        return forks(reports, (figure, forks) -> range(figure, forks).isPresent() ? 1.0 : 0).anyMatch(d -> d > 0)
            ? " Of a time, the shortest and the longest fork." : "";
    }

    /// The same of a table that has the medians, and no room for more: ` The forks' times differ by up to 1.7×.`
    static String differ(Reports reports) {
        double most = forks(reports, (figure, forks) -> is(figure) && forks.low() > 0 ? forks.high() / forks.low() : 1)
            .max().orElse(1);
        return most > ALIKE ? String.format(Locale.ROOT, " The forks' times differ by up to %.1f×.", most) : "";
    }

    /// What is made of each figure that each contender told of each thing.
    private static DoubleStream forks(Reports reports, ToDoubleBiFunction<String, Range> made) {
        return reports.variants().values().stream().flatMapToDouble(part -> part.contenders().stream()
            .flatMapToDouble(c -> part.names().stream().flatMapToDouble(name -> part.all().stream()
                .flatMap(r -> r.figures().keySet().stream()).distinct().flatMapToDouble(figure -> part.median(c.name(),
                    name, figure).stream().mapToDouble(forks -> made.applyAsDouble(figure, forks))))));
    }
}
