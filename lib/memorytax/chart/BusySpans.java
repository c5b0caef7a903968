package memorytax.chart;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Mark.Busy;
import memorytax.chart.model.Mark.Spans;
import memorytax.chart.model.Rows.Group;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Unit;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Reports;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// When each carrier was busy, a row for each of them: filled where it worked, the paler the less.
final class BusySpans {
    private static final int MOST = 4;

    private BusySpans() {
    }

    static ChartModel of(Reports reports) {
        var groups = reports.contenders().stream().map(c -> new Group("", rows(reports, c)))
            .filter(g -> !g.rows().isEmpty()).toList();
        double end = groups.stream().flatMap(g -> g.rows().stream()).flatMap(r -> busy(r).stream())
            .mapToDouble(Busy::to).max().orElse(1);
        return new ChartModel(caption(reports), groups.isEmpty()
            ? new ChartModel.Nothing("no carrier reported when it was busy")
            : new Rows(Axis.upTo("ms since the first job began", Unit.MILLIS, end), groups));
    }

    /// The busiest few of a contender's carriers, in their order, in the fork that took neither long nor short.
    private static List<Row> rows(Reports reports, Contender contender) {
        var told = told(reports, contender);
        var forks = told.stream().collect(Collectors.groupingBy(Reports.Report::fork, Collectors.summarizingDouble(
            r -> r.figures().get("to_ms")))).entrySet().stream().sorted(Comparator.comparingDouble(
                e -> e.getValue().getMax())).map(Map.Entry::getKey).toList();
        int fork = forks.isEmpty() ? 0 : forks.get((forks.size() - 1) / 2);
        var carriers = told.stream().map(Reports.Report::name).distinct().toList();
        var rows = carriers.stream().map(carrier -> {
            boolean several = reports.contenders().stream().filter(c -> Contender.kind(c.name())
                .equals(Contender.kind(contender.name()))).count() > 1;
            var name = (several ? contender.name() : Contender.kind(contender.name()))
                + (carriers.size() == 1 ? "" : carrier.replaceFirst(".* ", ", "));
            return new Row(name, name, new Spans(told.stream().filter(r -> r.fork() == fork
                && r.name().equals(carrier)).map(BusySpans::busy).toList()), "");
        }).toList();
        var busiest = rows.stream().sorted(Comparator.comparingDouble(BusySpans::work).reversed()).limit(MOST).toList();
        return rows.stream().filter(busiest::contains).toList();
    }

    private static List<Reports.Report> told(Reports reports, Contender contender) {
        return reports.all().stream().filter(r -> r.contender().name().equals(contender.name())
            && r.figures().containsKey("busy_percent")).toList();
    }

    private static Busy busy(Reports.Report report) {
        var figures = report.figures();
        return new Busy(figures.get("from_ms"), figures.get("to_ms"), figures.get("busy_percent") / 100);
    }

    private static List<Busy> busy(Row row) {
        return ((Spans) row.mark()).busy();
    }

    private static double work(Row row) {
        return busy(row).stream().mapToDouble(b -> b.share() * (b.to() - b.from())).sum();
    }

    private static Caption caption(Reports reports) {
        long most = reports.contenders().stream().mapToLong(c -> told(reports, c).stream().map(Reports.Report::name)
            .distinct().count()).max().orElse(0);
        boolean here = reports.contenders().stream().allMatch(c -> reports.here(c.name()));
        boolean several = reports.contenders().stream().anyMatch(c -> reports.forks(c) > 1);
        return Caption.of("Each row is a carrier, filled while it ran jobs.")
            .and(Hand.PICTURE, "A paler part: it ran jobs for a part of that time.")
            .and(Hand.CHARACTERS, "A lower block: it ran jobs for a part of that time.")
            .and(most > MOST ? "Of each contender, the " + MOST + " busiest carriers are shown." : "")
            .and(several ? "Of several forks, the one with the median time is shown." : "")
            .and(here ? "" : Counted.RECORDED);
    }
}
