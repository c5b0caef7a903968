package memorytax.chart;

import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Diagram.Arrow;
import memorytax.chart.model.Diagram.Box;
import memorytax.chart.model.Diagram.Lane;
import memorytax.chart.model.Diagram.Style;
import memorytax.chart.model.Diagram;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Stairs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Stacks that double, each with the copy of the one before it. How large they are follows from the jumps: where a
/// stack doubles, the cost grows by the old stack.
final class StackCopies {
    private StackCopies() {
    }

    static ChartModel of(Stairs stairs) {
        var caption = Caption.of("Each stack just after it was made, to scale: the copy of the old stack, and room "
            + "that is free. The sizes are those that the measured jumps add.")
            .and(Hand.CHARACTERS, stairs.here() ? "" : "Recorded, not measured here.");
        boolean some = !stairs.steps().isEmpty(), doubles = stairs.doubling().orElse(some);
        return new ChartModel(caption, some && doubles ? diagram(stairs.steps())
            : new ChartModel.Nothing(some ? "the jumps do not double" : "the cost does not jump"));
    }

    private static Diagram diagram(List<Stairs.Step> steps) {
        var lanes = new ArrayList<Lane>();
        var arrows = new ArrayList<Arrow>();
        double size = steps.getFirst().more();
        var contender = steps.getFirst().after().contender().name();
        lanes.add(lane(contender, size, List.of(new Box("full", "", 0, size, Style.KEPT)),
            String.format(Locale.ROOT, "up to %s", frames(steps.getFirst().last()))));
        for (int i = 0; i < steps.size(); i++) {
            double old = size;
            size += steps.get(i).more();
            int next = steps.get(i).next(), last = i + 1 < steps.size() ? steps.get(i + 1).last() : next;
            lanes.add(lane(contender, size, List.of(new Box("copy", "", 0, old, Style.KEPT),
                new Box("free", "", old, size, Style.FREE)),
                last > next ? String.format(Locale.ROOT, "%,d to %s", next, frames(last)) : frames(next)));
            arrows.add(new Arrow(i, old / 2, "the next frame does not fit"));
        }
        return new Diagram(lanes, arrows);
    }

    private static Lane lane(String contender, double size, List<Box> boxes, String text) {
        return new Lane("", Bytes.of(size), contender, boxes, text);
    }

    private static String frames(int depth) {
        return String.format(Locale.ROOT, "%,d %s", depth, depth == 1 ? "frame" : "frames");
    }
}
