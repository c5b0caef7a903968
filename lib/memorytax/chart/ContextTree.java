package memorytax.chart;

import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Diagram.Arrow;
import memorytax.chart.model.Diagram.Box;
import memorytax.chart.model.Diagram.Lane;
import memorytax.chart.model.Diagram.Style;
import memorytax.chart.model.Diagram;
import memorytax.measure.result.Reports;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A server's context, the context of a request below it, and the goroutine that waits for that: who ends whom. The
/// goroutines were counted three times.
final class ContextTree {
    private static final List<String> WHEN = List.of("at first", "after three collections", "at the end");
    private static final List<String> COLUMNS = List.of("all of them wait", "after three collections",
        "the parent is cancelled");

    private ContextTree() {
    }

    static ChartModel of(Reports reports, String contender) {
        var left = WHEN.stream().flatMap(when -> reports.median(contender, when, "tasks").stream())
            .map(r -> r.median()).toList();
        var caption = Caption.of("Below the server's context a box stands for all requests. The numbers are counted "
            + "goroutines.").and(Hand.PICTURE, "Dashed: forgotten, and still there.")
            .and(Hand.CHARACTERS, "Dotted: forgotten, and still there.")
            .and(Hand.CHARACTERS, reports.here(contender) ? "" : "Recorded, not measured here.");
        return new ChartModel(caption, left.size() < WHEN.size()
            ? new ChartModel.Nothing("no process counted its goroutines") : diagram(contender, left));
    }

    private static Diagram diagram(String contender, List<Double> left) {
        var listeners = IntStream.range(0, WHEN.size()).mapToObj(i -> Box.in(i, "", Names.count(left.get(i))
            + (left.get(i) > 0 ? " wait" : " left"), left.get(i) > 0 ? Style.FORGOTTEN : Style.FREE)).toList();
        return new Diagram(COLUMNS, List.of(
            lane("server's context", 0, contender, boxes(Style.KEPT, "open", "open")),
            lane("request's context", 1, contender, boxes(Style.FORGOTTEN, "open, its cancel() is lost",
                "open, its cancel() is lost")),
            lane("listener", 2, contender, listeners)),
            List.of(new Arrow(0, 2.5, "cancels"), new Arrow(1, 2.5, "ends")));
    }

    private static List<Box> boxes(Style style, String first, String second) {
        return Stream.of(Box.in(0, first, "", style), Box.in(1, second, "", style),
            Box.in(2, "cancelled", "", Style.FREE)).toList();
    }

    private static Lane lane(String name, int indent, String contender, List<Box> boxes) {
        return new Lane("", name, indent, contender, boxes, false, "");
    }
}
