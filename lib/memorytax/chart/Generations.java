package memorytax.chart;

import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Diagram.Box;
import memorytax.chart.model.Diagram.Lane;
import memorytax.chart.model.Diagram.Style;
import memorytax.chart.model.Diagram;
import memorytax.chart.model.Unit;
import memorytax.child.kit.Pauses;
import memorytax.measure.result.Reports;

import java.util.List;
import java.util.stream.Stream;

/// What a collection goes through while parked threads are new, and when they are old, with the longest stop of each
/// kind.
final class Generations {
    private static final String LONGEST = "longest_ms";

    private Generations() {
    }

    /// @param reports   of one number of tasks
    /// @param contender whose collector has two generations
    static ChartModel of(Reports reports, String contender, int tasks) {
        var parked = Names.count(tasks) + " parked threads";
        var lanes = Stream.of(
            lane(reports, contender, Pauses.NEW, "young collection, threads new",
                box(0, parked, "copied"), aside(1, "old objects")),
            lane(reports, contender, Pauses.FULL, "full collection",
                box(0, "new objects", "gone through"), box(1, parked, "gone through")),
            lane(reports, contender, Pauses.OLD, "young collection, threads old",
                box(0, "new objects", "copied"), aside(1, parked))).flatMap(s -> s).toList();
        var caption = Caption.of("Beside each kind of collection stands its longest stop.")
            .and(Hand.PICTURE, "Filled: what the collection goes through. Empty: what it leaves alone.")
            .and(Hand.CHARACTERS, "Heavy frames: what the collection goes through. Light frames: what it leaves alone.")
            .and(Hand.CHARACTERS, reports.here(contender) ? "" : "Recorded, not measured here.");
        return new ChartModel(caption, lanes.isEmpty() ? new ChartModel.Nothing("no stop was recorded")
            : new Diagram(List.of("young generation", "old generation"), lanes, List.of()));
    }

    /// None of a kind that never stopped it.
    private static Stream<Lane> lane(Reports reports, String contender, String kind, String name, Box young, Box old) {
        return reports.median(contender, kind, LONGEST).stream().map(ms -> new Lane("", name, contender,
            List.of(young, old), "stops " + Unit.millis(ms.median())));
    }

    private static Box box(int column, String what, String done) {
        return Box.in(column, what, done, Style.KEPT);
    }

    private static Box aside(int column, String what) {
        return Box.in(column, what, "left alone", Style.FREE);
    }
}
