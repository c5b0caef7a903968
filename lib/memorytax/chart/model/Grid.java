package memorytax.chart.model;

import java.util.List;

/// A value in every cell of a grid, the more of it the darker.
///
/// @param what    the values are, with their unit
/// @param columns their names, from the left
public record Grid(String what, Unit unit, List<String> columns, List<Line> lines) implements ChartModel.Content {
    /// @param values one for each column; NaN where there is none
    public record Line(String name, List<Double> values) {
    }

    /// The largest value; 1 where nothing is above zero.
    public double most() {
        return lines.stream().flatMap(l -> l.values.stream()).mapToDouble(v -> v).filter(v -> v > 0).max().orElse(1);
    }

    /// How a value of it is written.
    public String text(double value) {
        return Double.isNaN(value) ? "–" : unit.value().apply(value);
    }
}
