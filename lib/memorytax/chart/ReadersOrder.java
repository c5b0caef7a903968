package memorytax.chart;

import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.TwoOrders.Line;
import memorytax.chart.model.TwoOrders;
import memorytax.claim.OrderGuess.Pair;
import memorytax.claim.OrderGuess.Place;
import memorytax.claim.OrderGuess;
import memorytax.measure.result.Bytes;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The reader's order beside the measured one.
final class ReadersOrder {
    private ReadersOrder() {
    }

    static ChartModel of(OrderGuess order) {
        var caption = Caption.of(order.summary()).and(order.pairs().isEmpty() ? ""
            : "Where two lines cross, you have the two in the other order.")
            .and(order.worst().isEmpty() ? "" : "Heavy lines: the pair that is off the most.")
            .and(order.left().size() < 2 ? "" : "Dotted lines: what you left unordered.");
        return new ChartModel(caption, order.pairs().isEmpty() ? new ChartModel.Nothing("no two things can be compared")
            : new TwoOrders("your order", "measured", lines(order)));
    }

    /// Of those that share a place the reader's first one stands above, and those that stay unordered stand as they
    /// were measured: their lines do not cross, as that would look wrong.
    private static List<Line> lines(OrderGuess order) {
        var right = order.places().stream().sorted(Comparator.comparingInt(order::rank)
            .thenComparing(p -> order.said().indexOf(p.name()), ReadersOrder::earlier)).toList();
        var at = right.stream().map(Place::name).toList();
        var left = Stream.concat(order.said().stream(), order.left().stream()
            .sorted(Comparator.comparing(at::indexOf, ReadersOrder::earlier))).toList();
        return IntStream.range(0, left.size()).mapToObj(i -> line(order, i, left.get(i), right)).toList();
    }

    /// By index; what has none, -1, comes last.
    private static int earlier(int one, int other) {
        return Integer.compareUnsigned(one, other);
    }

    private static Line line(OrderGuess order, int row, String name, List<Place> right) {
        var place = row < order.said().size() ? String.valueOf(row + 1) : "";
        var at = IntStream.range(0, right.size()).filter(i -> right.get(i).name().equals(name)).findFirst();
        if (at.isEmpty()) return new Line(name, name, place, "", OptionalInt.empty(), "", false, true);
        var measured = right.get(at.getAsInt());
        boolean strong = order.worst().stream().flatMap((Pair p) -> Stream.of(p.before(), p.after()))
            .anyMatch(measured::equals);
        return new Line(name, name, place, String.valueOf(order.rank(measured)), at,
            Bytes.of(measured.cost().value()), strong, measured.cost().here());
    }
}
