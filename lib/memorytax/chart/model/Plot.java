package memorytax.chart.model;

import java.util.List;

/// Lines between two axes, each named where it ends.
///
/// @param guides lines that were not measured: a limit, or where two things are the same
public record Plot(Axis x, Axis y, List<Line> lines, List<Guide> guides) implements ChartModel.Content {
    /// One without guides.
    public Plot(Axis x, Axis y, List<Line> lines) {
        this(x, y, lines, List.of());
    }

    /// What a line is.
    public enum Style {
        /// Measured points with markers, joined.
        POINTS,
        /// So many samples that only the line is seen.
        COURSE,
        /// A course beside another, which is the one that has the name.
        THIN,
        /// Points with markers that nothing joins.
        SCATTER
    }

    /// @param name      at its end
    /// @param contender whose colour and marker it has; each hand knows which these are
    /// @param here      measured on this machine; otherwise recorded
    /// @param points    in the order in which they are joined, not empty
    /// @param moments   when something happened to it
    public record Line(String name, String contender, Style style, boolean here, List<Point> points,
                       List<Moment> moments) {
        /// One to which nothing happened.
        public Line(String name, String contender, Style style, boolean here, List<Point> points) {
            this(name, contender, style, here, points, List.of());
        }

        /// Its name, and where it comes from if that is not this machine.
        public String said() {
            return here ? name : name + " (recorded)";
        }

        /// The same line, with what happened to it.
        public Line with(List<Moment> moments) {
            return new Line(name, contender, style, here, points, moments);
        }
    }

    /// @param y     NaN where nothing is known
    /// @param label beside it; empty where it has none
    /// @param here  measured on this machine, as its line is; a point that is not is hollow
    public record Point(double x, Spread y, String label, boolean here) {
        /// One that is from where its line is from.
        public Point(double x, Spread y, String label) {
            this(x, y, label, true);
        }

        /// A point of which only its place is known.
        public Point(double x, double y) {
            this(x, Spread.of(y), "");
        }

        /// Whether the line has a gap there.
        public boolean gap() {
            return Double.isNaN(y.value());
        }
    }

    /// @param name empty where another line's moment of that name stands close by
    public record Moment(double x, String name) {
    }

    /// A straight line from one place to another.
    public record Guide(String name, Kind kind, double x1, double y1, double x2, double y2) {
        /// What it stands for: a limit, the places where x is y, or those where one is a factor of the other.
        public enum Kind { LIMIT, SAME, FACTOR }
    }
}
