package memorytax.chart.model;

import java.util.List;
import java.util.OptionalInt;

/// Two orders of the same things beside each other, each from the top. A line leads from the place of a thing in the
/// left one to its place in the right one, so that two lines cross where the two orders do not agree.
///
/// @param left  what the left order is, in a word or two; likewise the right one
/// @param lines in the left order
public record TwoOrders(String left, String right, List<Line> lines) implements ChartModel.Content {
    /// @param name      of the thing
    /// @param contender whose colour and marker it has
    /// @param place     that is written before it at the left; empty where it stays unordered
    /// @param rank      that is written before it at the right, which several may share
    /// @param to        its row at the right, 0 for the first; empty where it is not in the right order
    /// @param value     behind it at the right: `2.7 KB`
    /// @param strong    whether to look at it first
    /// @param here      measured on this machine; otherwise recorded
    public record Line(String name, String contender, String place, String rank, OptionalInt to, String value,
                       boolean strong, boolean here) {
        /// `3  goroutines`
        public String before() {
            return (place + "  " + name).strip();
        }

        /// `2  goroutines, 2.7 KB`; empty where it is not in the right order.
        public String after() {
            return to.isEmpty() ? "" : rank + "  " + name + ", " + value + (here ? "" : " (recorded)");
        }
    }
}
