package memorytax.chart.draw;

import memorytax.chart.model.Mark.Bar;
import memorytax.chart.model.Mark.Box;
import memorytax.chart.model.Mark.Change;
import memorytax.chart.model.Mark.Dots;
import memorytax.chart.model.Mark.Spans;
import memorytax.chart.model.Mark.Stack;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;

import java.util.ArrayList;
import java.util.List;

/// Where rows lie below each other, in pixels from the top.
///
/// @param height of all of them
/// @param around what the axis needs beside that
record RowPlaces(List<Place<Row>> rows, List<Place<String>> headings, double height, int around) {
    /// @param middle where its name stands
    /// @param height as much as it has for itself
    record Place<T>(T what, double middle, int height) {
    }

    /// How rows of a kind lie.
    ///
    /// @param gap    between groups
    /// @param middle as a share of the row's height; some have a second line below
    private record Lane(int row, double gap, int around, double middle) {
        static Lane of(Rows rows) {
            return switch (rows.rows().getFirst().mark()) {
                case Dots _ when rows.groups().size() > 1 -> new Lane(26, 10, 46, 0.5);
                case Dots _ -> new Lane(38, 0, 46, 0.5);
                case Box _ -> new Lane(30, 15, 46, 0.5);
                case Change _ -> new Lane(25, 12, 66, 0.5);
                case Bar _ -> new Lane(23, 12, 40, 0.5);
                case Stack _ -> new Lane(84, 0, 30, 0.45);
                case Spans _ -> new Lane(24, 13, 46, 0.5);
            };
        }
    }

    static RowPlaces of(Rows chart) {
        var lane = Lane.of(chart);
        var rows = new ArrayList<Place<Row>>();
        var headings = new ArrayList<Place<String>>();
        double top = 0;
        for (var group : chart.groups()) {
            if (top > 0 || !group.heading().isEmpty()) top += lane.gap;
            if (!group.heading().isEmpty()) {
                headings.add(new Place<>(group.heading(), top + lane.row / 2.0, lane.row));
                top += lane.row;
            }
            for (var row : group.rows()) {
                rows.add(new Place<>(row, top + lane.middle * lane.row, lane.row));
                top += lane.row;
            }
        }
        return new RowPlaces(rows, headings, top, lane.around);
    }

    /// Of the whole picture.
    int picture() {
        return (int) Math.max(height, 2 * rows.getFirst().height) + around;
    }
}
