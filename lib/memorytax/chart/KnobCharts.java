package memorytax.chart;

import memorytax.chart.draw.ModelChart;
import memorytax.knob.Knobs;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighings;
import org.knowm.xchart.XYChart;

/// The charts of chapter 10: what one changed thing does to the cost of a task. As in [Charts], none throws.
public final class KnobCharts {
    private KnobCharts() {
    }

    /// What each change makes of the cost of one task, as a tornado: a row per change, a bar to the left of the base or
    /// to the right of it, with the 95 % interval, the largest difference first. Hollow: what is live. Where no
    /// difference was seen, the row is grey and last. A bar that would make all others invisible is cut.
    public static XYChart tornado(Knobs knobs) {
        return new ModelChart(Tornado.of(knobs));
    }

    /// One task's bytes over the versions of its language, on a logarithmic axis, at the days on which they came out: a
    /// line per kind of task, with the 95 % intervals. What is recorded is hollow.
    ///
    /// @param versions of [memorytax.measure.plan.Series#gos] and the like
    public static XYChart timeMachine(Weighings versions) {
        return timeMachine(versions, Quantity.RESIDENT);
    }

    /// The same of another quantity.
    public static XYChart timeMachine(Weighings versions, Quantity quantity) {
        return new ModelChart(TimeMachine.of(versions, quantity));
    }
}
