package memorytax.chart.draw;

import java.awt.Color;
import java.util.List;
import java.util.function.DoubleFunction;

/// A chart that can say in rows what it shows. A terminal draws the rows with its own means and need not read them off
/// a picture. Implemented by a subclass of an XChart chart: `class ShareDots extends XYChart implements Drawn`.
public interface Drawn {
    /// What there is to draw, top to bottom.
    Drawing drawing();

    /// Any kind of rows.
    sealed interface Drawing {
        /// What the values are, with their unit: `bytes of one more task`.
        String axis();

        /// How a value is written: `Bytes::of`.
        DoubleFunction<String> format();
    }

    /// A dot and its interval per row, on one common axis.
    ///
    /// @param log    whether the axis is logarithmic; a linear one begins at zero
    /// @param filled what a filled dot stands for: `resident`
    /// @param hollow what a hollow one stands for: `live`; empty when no row has one
    record Intervals(String axis, boolean log, String filled, String hollow, List<Interval> rows,
        DoubleFunction<String> format) implements Drawing {
    }

    /// @param value  of the filled dot; NaN when there is none
    /// @param low    of its interval; NaN without an interval
    /// @param high   of its interval
    /// @param second of the hollow dot; NaN when there is none
    /// @param text   at the end of the row: `2,771 B ± 14`; empty to have the value formatted
    record Interval(String name, Color colour, double value, double low, double high, double second, String text) {
    }

    /// A bar of named segments per row, from zero, on one common scale.
    record Stacks(String axis, List<Stack> rows, DoubleFunction<String> format) implements Drawing {
    }

    /// @param segments from the left; the largest name themselves under the bar
    /// @param text     at the end of the bar; empty to have the sum formatted
    record Stack(String name, Color colour, List<Segment> segments, String text) {
        /// The length of the whole bar.
        public double sum() {
            return segments.stream().mapToDouble(Segment::value).sum();
        }
    }

    /// A part of a bar: `StackChunk`, 216.
    record Segment(String name, double value) {
    }

    /// Along one axis from zero, when each row was busy.
    ///
    /// @param end of the axis
    record Spans(String axis, double end, List<Span> rows, DoubleFunction<String> format) implements Drawing {
    }

    /// @param busy stretches one after the other; between them there is nothing
    record Span(String name, Color colour, List<Busy> busy) {
    }

    /// @param share of the stretch, 1 for all of it
    record Busy(double from, double to, double share) {
    }

    /// A value in every cell of a grid, the more of it the darker.
    ///
    /// @param columns their names, from the left
    record Grid(String axis, List<String> columns, List<Line> rows, DoubleFunction<String> format) implements Drawing {
    }

    /// @param values one for each column; NaN where there is none
    record Line(String name, double[] values) {
    }
}
