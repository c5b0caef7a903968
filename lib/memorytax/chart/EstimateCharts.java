package memorytax.chart;

import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Mark.Dots;
import memorytax.chart.model.Plot.Guide;
import memorytax.chart.model.Plot.Line;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.claim.Measured;
import memorytax.measure.result.Bytes;
import memorytax.service.Estimate;
import memorytax.service.Estimates;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a service would take in each architecture, against its limit: for its own number of tasks, and for others.
final class EstimateCharts {
    private static final List<Integer> TASKS = List.of(1_000, 10_000, 100_000, 1_000_000, 10_000_000);

    private EstimateCharts() {
    }

    static ChartModel needs(Estimates estimates) {
        double limit = estimates.service().limit();
        var rows = estimates.all().stream().sorted(Comparator.comparingDouble((Estimate e) -> e.total().value())
            .reversed()).map(EstimateCharts::row).toList();
        var caption = Caption.of("Calculated: the peak of your service, with " + estimates.service().garbage() + ". "
            + "The upright line is your limit of " + Bytes.named(limit) + ". Filled: without a flag. Hollow: with a "
            + "flag, where the runtime has one. The bar of a dot reaches from its lower to its upper bound.");
        return new ChartModel(caption, DotRows.of("bytes of the whole process", Unit.BYTES, rows,
            new Rows.Key("without a flag", "with a flag"), OptionalDouble.of(limit)));
    }

    private static Row row(Estimate e) {
        var dots = new Dots(Optional.of(e.all()).filter(_ -> e.tried()).map(EstimateCharts::spread),
            e.flag().map(f -> spread(e.withSockets(f))));
        return new Row(e.name(), e.name(), dots, said(e)
            + e.flag().map(f -> ", flag " + Bytes.of(e.withSockets(f).value())).orElse("")
            + (e.total().here() ? "" : ", recorded"));
    }

    private static String said(Estimate e) {
        return !e.doubts().isEmpty() ? "at least " + Bytes.of(e.all().low())
            : e.tried() ? Bytes.of(e.all().value()) : "unknown";
    }

    static ChartModel byTasks(Estimates estimates) {
        double limit = estimates.service().limit();
        var at = new TreeSet<>(TASKS);
        at.add(estimates.service().tasks());
        var tried = estimates.all().stream().filter(e -> e.tried() && e.doubts().isEmpty()).toList();
        boolean far = limit > tried.stream().mapToDouble(e -> of(e, TASKS.getLast()).value()).max().orElse(0);
        var lines = tried.stream().map(e -> line(e, at)).toList();
        var says = "your limit of " + Bytes.named(limit) + (far ? ", which is above all lines." : ".");
        var caption = Caption.of("Calculated: the memory of the whole process, by number of tasks, each as in your "
            + "service. " + (far ? "Not drawn: " : "The horizontal line is ") + says)
            .and("Vertical bars reach from the lower to the upper bound.").and(Names.dashed(lines));
        return new ChartModel(caption, lines.isEmpty()
            ? new ChartModel.Nothing("the cost of no architecture is known")
            : Curves.plot(Growth.TASKS, Unit.COUNT, Unit.BYTES, lines,
            far ? List.of() : List.of(new Guide("limit", Guide.Kind.LIMIT, at.first(), limit, at.last(), limit))));
    }

    private static Line line(Estimate e, TreeSet<Integer> at) {
        var points = new TreeMap<Integer, Spread>();
        for (int tasks : at) points.put(tasks, spread(of(e, tasks)));
        return Curves.line(e.name(), e.total().here(), points);
    }

    private static Measured of(Estimate e, int tasks) {
        return e.once().plus(e.each().plus(e.of().socket()).times(tasks));
    }

    private static Spread spread(Measured m) {
        return new Spread(m.value(), m.low(), m.high());
    }
}
