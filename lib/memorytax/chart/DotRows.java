package memorytax.chart;

import memorytax.chart.model.Axis;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Mark.Dots;
import memorytax.chart.model.Rows.Group;
import memorytax.chart.model.Rows.Key;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Rows of dots on one logarithmic axis. What is not above zero has no place on it, and is not drawn.
final class DotRows {
    private DotRows() {
    }

    /// @param what the axis measures
    static ChartModel.Content of(String what, Unit unit, List<Row> rows, Key key, OptionalDouble limit) {
        if (rows.isEmpty()) return new ChartModel.Nothing("no contender was weighed");
        var all = Stream.concat(rows.stream().flatMap(r -> ((Dots) r.mark()).all().stream()),
            limit.stream().mapToObj(Spread::of)).toList();
        return new Rows(Axis.around(what, unit, all), Group.one(rows.stream()), key, limit);
    }

    static ChartModel.Content of(String what, Unit unit, List<Row> rows, Key key) {
        return of(what, unit, rows, key, OptionalDouble.empty());
    }

    /// What can be drawn of two figures, each of which may be missing.
    static Dots dots(Optional<Spread> filled, Optional<Spread> hollow) {
        return new Dots(filled.filter(s -> s.value() > 0), hollow.filter(s -> s.value() > 0));
    }
}
