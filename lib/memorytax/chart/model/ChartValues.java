package memorytax.chart.model;

import memorytax.chart.model.Mark.Bar;
import memorytax.chart.model.Mark.Box;
import memorytax.chart.model.Mark.Busy;
import memorytax.chart.model.Mark.Change;
import memorytax.chart.model.Mark.Dots;
import memorytax.chart.model.Mark.Spans;
import memorytax.chart.model.Mark.Stack;
import memorytax.chart.model.Plot.Point;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a chart shows, in words: for whoever does not see it, or wants to read a value off. A third hand beside the two
/// that draw.
///
/// @param name   of a line, a row or a lane
/// @param values of it, with their units: `2.7 KB (2.6 KB to 2.8 KB)`
public record ChartValues(String name, String values) {
    /// So many points of a line are said one by one; of more, those that stand out.
    private static final int FEW = 14;

    /// All that is drawn, in the order in which it stands there. A chart with nothing in it has none.
    public static List<ChartValues> of(ChartModel model) {
        return switch (model.content()) {
            case Plot plot -> plot.lines().stream().map(line ->
                new ChartValues(line.said(), line(plot, line))).toList();
            case Rows rows -> rows.groups().stream().flatMap(group -> group.rows().stream().map(row ->
                new ChartValues(both(group.heading(), row.name()), row(rows, row)))).toList();
            case Grid grid -> grid.lines().stream().map(line -> new ChartValues(line.name(), IntStream
                .range(0, line.values().size()).mapToObj(i -> grid.columns().get(i) + " "
                    + grid.text(line.values().get(i))).collect(Collectors.joining(", ")))).toList();
            case Diagram diagram -> diagram.lanes().stream().map(lane ->
                new ChartValues(both(lane.heading(), lane.name()), lane(lane))).toList();
            case TwoOrders orders -> orders.lines().stream().map(line ->
                new ChartValues(line.before(), line.to().isEmpty() ? "–" : line.after())).toList();
            case ChartModel.Nothing _ -> List.of();
        };
    }

    private static String both(String heading, String name) {
        return heading.isEmpty() ? name : name.isEmpty() ? heading : heading + ", " + name;
    }

    private static String line(Plot plot, Plot.Line line) {
        var points = line.points().stream().filter(point -> !point.gap()).toList();
        if (points.size() <= FEW)
            return points.stream().map(point -> point(plot, point)).collect(Collectors.joining("; "));
        var byHeight = Comparator.comparingDouble((Point point) -> point.y().value());
        return "first " + point(plot, points.getFirst()) + "; least " + point(plot, points.stream().min(byHeight)
            .orElseThrow()) + "; most " + point(plot, points.stream().max(byHeight).orElseThrow()) + "; last "
            + point(plot, points.getLast()) + "; " + Unit.count(points.size()) + " points in all";
    }

    private static String point(Plot plot, Point point) {
        return spread(plot.y().unit(), point.y()) + " at " + plot.x().unit().value().apply(point.x())
            + (point.label().isEmpty() ? "" : " (" + point.label() + ")");
    }

    private static String spread(Unit unit, Spread spread) {
        var low = unit.value().apply(spread.low());
        var high = unit.value().apply(spread.high());
        return unit.value().apply(spread.value()) + (low.equals(high) ? "" : " (" + low + " to " + high + ")");
    }

    private static String row(Rows rows, Rows.Row row) {
        var unit = rows.axis().unit();
        var drawn = switch (row.mark()) {
            case Dots dots -> Stream.of(dot(unit, rows.key().filled(), dots.filled()),
                dot(unit, rows.key().hollow(), dots.hollow())).filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
            case Box box -> "half of them between %s and %s, all between %s and %s".formatted(
                unit.value().apply(box.at(0.25)), unit.value().apply(box.at(0.75)), unit.value().apply(box.at(0)),
                unit.value().apply(box.at(1)));
            case Bar bar -> spread(unit, bar.whole());
            case Stack stack -> stack.parts().stream().map(part -> part.name() + " " + unit.value().apply(part.value()))
                .collect(Collectors.joining(", "));
            case Change change -> spread(unit, change.difference());
            case Spans spans -> "busy for " + unit.value().apply(spans.busy().stream().mapToDouble(
                (Busy busy) -> (busy.to() - busy.from()) * busy.share()).sum());
        };
        return Stream.of(row.text(), row.note(), drawn).filter(text -> !text.isEmpty()).distinct()
            .collect(Collectors.joining("; "));
    }

    private static String dot(Unit unit, String what, Optional<Spread> dot) {
        return dot.map(spread -> (what + " " + spread(unit, spread)).strip()).orElse(null);
    }

    private static String lane(Diagram.Lane lane) {
        return Stream.concat(Stream.of(lane.text()), lane.boxes().stream().map(box -> (box.name() + " " + box.value())
            .strip())).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }
}
