package memorytax.chart.model;

import memorytax.chart.model.Caption.Hand;

/// A chart before anybody draws it: what it shows, and what is said below it. Two hands draw it, `chart.draw` as a
/// picture and `terminal.chart` in characters, and neither reads anything off the other's drawing.
public record ChartModel(Caption caption, Content content) {
    private static final String EACH = "Small dots: each fork by itself.";

    /// Where single values are drawn, the caption says so.
    public ChartModel {
        if (hasEach(content) && !caption.by(Hand.PICTURE).contains(EACH)) caption = caption.and(Hand.PICTURE, EACH);
    }

    private static boolean hasEach(Content content) {
        return switch (content) {
            case Plot plot -> plot.lines().stream().flatMap(line -> line.points().stream())
                .anyMatch(point -> !point.y().each().isEmpty());
            case Rows rows -> rows.rows().stream().anyMatch(row -> row.mark() instanceof Mark.Dots dots
                && dots.all().stream().anyMatch(dot -> !dot.each().isEmpty()));
            default -> false;
        };
    }

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
