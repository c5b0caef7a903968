package memorytax.chart.model;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// A row for each thing, all along one axis, with its name before it and a text at its end.
///
/// @param key   what a filled dot stands for, and what a hollow one
/// @param limit an upright line across all rows
public record Rows(Axis axis, List<Group> groups, Key key, OptionalDouble limit) implements ChartModel.Content {
    /// Rows without dots, and without a limit.
    public Rows(Axis axis, List<Group> groups) {
        this(axis, groups, new Key("", ""), OptionalDouble.empty());
    }

    /// All of them, top to bottom.
    public List<Row> rows() {
        return groups.stream().flatMap(g -> g.rows.stream()).toList();
    }

    /// @param hollow empty when no row has a hollow dot
    public record Key(String filled, String hollow) {
    }

    /// Rows that stand together, apart from those of other groups.
    ///
    /// @param heading above them; may be empty
    public record Group(String heading, List<Row> rows) {
        /// The only group of a chart.
        public static List<Group> one(Stream<Row> rows) {
            return List.of(new Group("", rows.toList()));
        }
    }

    /// @param contender whose colour and marker it has
    /// @param text      at its end; where it is empty a bar has its value there
    /// @param note      a second text, which counts less
    /// @param strong    whether its text is to be seen first
    public record Row(String name, String contender, Mark mark, String text, String note, boolean strong) {
        /// One of which there is only one thing to say.
        public Row(String name, String contender, Mark mark, String text) {
            this(name, contender, mark, text, "", false);
        }
    }
}
