package memorytax.chart;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Rows.Group;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Weighings;

import java.util.List;
import java.util.Optional;

/// The answers that one more task has to the same question, "how large is it?": a group per contender, a row for each
/// quantity that was told, on one logarithmic axis.
final class QuantityRows {
    private static final List<Quantity> ALL = List.of(Quantity.RESERVED, Quantity.CHARGED, Quantity.RESIDENT,
        Quantity.LIVE);

    private QuantityRows() {
    }

    static ChartModel of(Weighings weighed, List<String> contenders) {
        var groups = contenders.stream().map(c -> new Group(c, ALL.stream()
            .flatMap(q -> weighed.slope(c, q).stream()).filter(s -> s.value() > 0).map(QuantityRows::row).toList()))
            .filter(g -> !g.rows().isEmpty()).toList();
        var slopes = contenders.stream().flatMap(c -> ALL.stream().flatMap(q -> weighed.slope(c, q).stream()))
            .filter(s -> s.value() > 0).toList();
        var caption = Caption.of("Bytes that one more task adds, with the 95 % interval, from "
            + Counted.forks(slopes.stream().mapToInt(Slope::forks)) + " for each number of tasks.")
            .and(Hand.CHARACTERS, slopes.stream().allMatch(Slope::here) ? "" : Counted.RECORDED);
        return new ChartModel(caption, groups.isEmpty() ? new ChartModel.Nothing("no contender was weighed")
            : new Rows(Axis.around("bytes of one more task", Unit.BYTES, slopes.stream().map(Spread::of).toList()),
                groups));
    }

    private static Row row(Slope slope) {
        return new Row(slope.quantity().toString(), slope.contender().name(),
            DotRows.dots(Optional.of(Spread.of(slope)), Optional.empty()), Bytes.of(slope.value()));
    }
}
