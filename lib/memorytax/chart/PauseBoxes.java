package memorytax.chart;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Mark.Box;
import memorytax.chart.model.Rows.Group;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Unit;
import memorytax.child.kit.Pauses;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Reports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How stops are spread, on a logarithmic axis: a box for each contender, the kinds of collections apart.
final class PauseBoxes {
    private PauseBoxes() {
    }

    static ChartModel of(int tasks, List<String> kinds, Reports... reports) {
        var recorded = Names.recorded(Arrays.stream(reports));
        var groups = kinds.stream().map(kind -> new Group("", Arrays.stream(reports).flatMap(r -> r.contenders()
            .stream().flatMap(c -> row(r.with(tasks), c, kind, !recorded.isEmpty()).stream())).toList()))
            .filter(g -> !g.rows().isEmpty()).toList();
        var caption = Caption.of("Single stops, with " + Counted.of(tasks, "task") + " waiting.")
            .and(Hand.PICTURE, "A box holds the middle half of the stops, and the line in it is the median. The "
                + "whiskers reach to the shortest and to the longest stop.")
            .and(Hand.CHARACTERS, "The thick line holds the middle half of the stops. The thin line reaches to the "
                + "shortest and to the longest stop.")
            .and("At the right: the median and the longest stop.").and(recorded);
        return new ChartModel(caption, groups.isEmpty() ? new ChartModel.Nothing("no process reported a stop")
            : new Rows(axis(groups), groups));
    }

    private static Axis axis(List<Group> groups) {
        var all = groups.stream().flatMap(g -> g.rows().stream()).map(Row::mark).map(Box.class::cast)
            .flatMap(b -> b.values().stream()).mapToDouble(v -> v).summaryStatistics();
        return Axis.beyond("ms of one stop", Unit.MILLIS, all.getMin(), all.getMax());
    }

    /// @param recorded all of them
    private static Optional<Row> row(Reports reports, Contender contender, String kind, boolean recorded) {
        var stops = reports.all().stream().filter(r -> r.contender().name().equals(contender.name())
            && r.name().equals(Pauses.EACH + kind)).map(r -> r.figures().getOrDefault("ms", 0.0))
            .filter(ms -> ms > 0).sorted().toList();
        if (stops.isEmpty()) return Optional.empty();
        var box = new Box(stops);
        return Optional.of(new Row(contender.name() + ", " + kind, contender.name(), box,
            Unit.millis(box.at(0.5)) + ", " + Unit.millis(box.at(1)) + Names.recorded(reports, contender, recorded)));
    }
}
