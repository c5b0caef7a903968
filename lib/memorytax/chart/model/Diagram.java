package memorytax.chart.model;

import java.util.List;

/// How something works, in lanes below each other: each has a name and boxes that lie along it. Without columns all
/// lanes share one scale, and a box is as long as it is large; with columns the boxes stand below the names of those.
///
/// @param columns what stands above the boxes; empty where these are to scale
/// @param arrows  from a lane down to the next one
public record Diagram(List<String> columns, List<Lane> lanes, List<Arrow> arrows) implements ChartModel.Content {
    /// One whose boxes are to scale.
    public Diagram(List<Lane> lanes, List<Arrow> arrows) {
        this(List.of(), lanes, arrows);
    }

    /// What becomes of the thing in a box.
    public enum Style {
        /// It is there, and something needs it.
        KEPT,
        /// Nothing is there: room that is free, or a thing that is gone or is left alone.
        FREE,
        /// It is there, and nothing will end it.
        FORGOTTEN
    }

    /// @param heading   above it, where a new part of the picture begins; empty otherwise
    /// @param indent    how deep it stands in a tree, 0 at the top: below the nearest lane above that is less deep
    /// @param contender whose colour it has; empty for none
    /// @param flows     whether each box leads to the next one
    /// @param text      behind its last box; may be empty
    public record Lane(String heading, String name, int indent, String contender, List<Box> boxes, boolean flows,
                       String text) {
        /// One that neither flows nor stands in a tree.
        public Lane(String heading, String name, String contender, List<Box> boxes, String text) {
            this(heading, name, 0, contender, boxes, false, text);
        }

        /// Where its last box ends.
        public double end() {
            return boxes.stream().mapToDouble(Box::to).max().orElse(0);
        }
    }

    /// @param name  of one thing or of several: `StackChunk`
    /// @param value of it, in words: `384 B`; may be empty
    /// @param from  where it begins on the scale that all lanes share, zero being the left edge
    /// @param to    where it ends, above `from`
    public record Box(String name, String value, double from, double to, Style style) {
        /// One in a column, 0 for the first.
        public static Box in(int column, String name, String value, Style style) {
            return new Box(name, value, column, column + 1, style);
        }
    }

    /// @param lane that it leads down from, to the next one; 0 for the first
    /// @param at   where along the lane, on the scale of the boxes
    /// @param word beside it; may be empty
    public record Arrow(int lane, double at, String word) {
    }

    /// The scale's end: that of the last column, or of the longest lane.
    public double end() {
        return columns.isEmpty() ? lanes.stream().mapToDouble(Lane::end).max().orElse(1) : columns.size();
    }

    /// The arrows from that lane to the next, from the left.
    public List<Arrow> below(int lane) {
        return arrows.stream().filter(a -> a.lane == lane)
            .sorted((a, b) -> Double.compare(a.at, b.at)).toList();
    }

    /// The lane of which that one is a branch; -1 where it is none.
    public int parent(int lane) {
        int above = lane - 1;
        while (above >= 0 && lanes.get(above).indent >= lanes.get(lane).indent) above--;
        return lanes.get(lane).indent == 0 ? -1 : above;
    }
}
