package memorytax.chart;

import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Diagram;
import memorytax.chart.model.Diagram.Box;
import memorytax.chart.model.Diagram.Lane;
import memorytax.chart.model.Diagram.Style;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Parts;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Weighings;

import java.util.ArrayList;
import java.util.List;

/// What was claimed of a task as an empty outline, and below it the tasks that were weighed, all to one scale. A task
/// whose parts are known is cut into them.
final class BesideClaim {
    private static final double SMALL = 0.15, SLACK = 0.02;

    private BesideClaim() {
    }

    /// @param who   the claim is by: `the post`
    /// @param bytes claimed for one task, above zero
    static ChartModel of(String who, double bytes, Backpacks backpacks, Weighings weighed, List<String> contenders) {
        var slopes = contenders.stream().flatMap(c -> weighed.slope(c).stream()).filter(s -> s.value() > 0).toList();
        var caption = Caption.of("One task, to scale. The outline is what " + who + " says. The bars are as long as "
            + "the slope that was weighed, and cut into the parts that the runtime counts.");
        if (slopes.isEmpty()) return new ChartModel(caption, new ChartModel.Nothing("no task was weighed"));
        var lanes = new ArrayList<Lane>();
        lanes.add(new Lane("", who, "", List.of(new Box(Bytes.named(bytes), "", 0, bytes, Style.FREE)), ""));
        for (var slope : slopes) lanes.add(lane(slope, backpacks));
        return new ChartModel(caption, new Diagram(lanes, List.of()));
    }

    private static Lane lane(Slope slope, Backpacks backpacks) {
        var name = slope.contender().name();
        var boxes = backpacks.of(name).map(parts -> pieces(parts, slope.value()))
            .orElse(List.of(new Box("", "", 0, slope.value(), Style.KEPT)));
        return new Lane("", name, name, boxes, Bytes.of(slope.value()) + (slope.here() ? "" : ", recorded"));
    }

    /// The parts one after the other, up to the slope; where they come to less, the rest is free room.
    private static List<Box> pieces(Parts parts, double whole) {
        var boxes = new ArrayList<Box>();
        double at = 0;
        for (var part : BackpackChart.pieces(parts, SMALL)) {
            double end = Math.min(whole, at + part.value());
            if (end > at) boxes.add(new Box(part.name(), Bytes.of(part.value()), at, end, Style.KEPT));
            at = Math.max(at, end);
        }
        if (whole - at > SLACK * whole)
            boxes.add(new Box("not accounted for", Bytes.of(whole - at), at, whole, Style.FREE));
        return boxes;
    }
}
