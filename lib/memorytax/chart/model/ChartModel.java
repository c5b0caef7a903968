package memorytax.chart.model;

/// A chart before anybody draws it: what it shows, and what is said below it. Two hands draw it, `chart.draw` as a
/// picture and `terminal.chart` in characters, and neither reads anything off the other's drawing.
public record ChartModel(Caption caption, Content content) {
    /// What there is to draw.
    public sealed interface Content permits Plot, Rows, Grid, Diagram, TwoOrders, Nothing {
    }

    /// Nothing was weighed, or told: a chart that has nothing to show says why.
    ///
    /// @param why the end of a sentence: `no point came back`
    public record Nothing(String why) implements Content {
        /// `Nothing to draw: no point came back.`
        public String sentence() {
            return "Nothing to draw: " + why + ".";
        }
    }
}
