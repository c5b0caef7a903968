package memorytax.chart;

import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Plot.Line;
import memorytax.chart.model.Plot.Point;
import memorytax.chart.model.Plot;
import memorytax.chart.model.Unit;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What processes take more and more of while they serve requests, and how many tasks are there when they have served
/// the last.
final class ServedCurve {
    private static final double MB = 1 << 20;
    private static final String REQUESTS = "requests", TASKS = "tasks";

    private ServedCurve() {
    }

    static ChartModel of(Watched watched) {
        var lines = watched.contenders().stream().flatMap(c -> line(watched.reports(), c.name()).stream()).toList();
        var caption = Caption.of("Resident memory, less that of the empty process, by number of requests served. The "
            + "name of a line says how many tasks are left after the last request.").and(Names.dashed(lines));
        return new ChartModel(caption, lines.isEmpty()
            ? new ChartModel.Nothing("no process reported how many requests it served")
            : Courses.plot("requests served", Unit.COUNT, Unit.of("MB"), 1.06, lines));
    }

    /// What the first of its processes told. The number goes first in its name: a terminal cuts off the end.
    private static Optional<Line> line(Reports reports, String contender) {
        var all = reports.all().stream().filter(r -> r.contender().name().equals(contender)
            && r.figures().keySet().containsAll(List.of(REQUESTS, TASKS, Watched.MORE))).toList();
        int first = all.stream().mapToInt(Reports.Report::fork).min().orElse(0);
        var told = all.stream().filter(r -> r.fork() == first).map(Reports.Report::figures)
            .sorted(Comparator.comparingDouble(f -> f.get(REQUESTS))).toList();
        if (told.size() < 2) return Optional.empty();
        var name = String.format(Locale.ROOT, "%,.0f left: %s", told.getLast().get(TASKS), contender);
        return Optional.of(new Line(name, contender, Plot.Style.COURSE, reports.here(contender),
            told.stream().map(f -> new Point(f.get(REQUESTS), f.get(Watched.MORE) / MB)).toList()));
    }
}
