package memorytax.export;

import memorytax.measure.result.Counted;
import memorytax.view.TableText;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A table with pipes, whose columns stand below each other in the text as well.
final class MarkdownTable {
    private static final int ROWS = 60;
    /// A wider cell does not widen its column.
    private static final int WIDEST = 40;

    private MarkdownTable() {
    }

    /// With its name above it.
    static String of(Table table) {
        var columns = table.columns();
        var rows = IntStream.range(0, Math.min(ROWS, table.rowCount())).mapToObj(row -> columns.stream()
            .map(column -> MarkdownText.escape(TableText.of(column, row))).toList()).toList();
        var name = table.name() == null || table.name().isBlank() ? ""
            : "**" + MarkdownText.escape(table.name()) + "**\n\n";
        int more = table.rowCount() - ROWS;
        return name + of(columns.stream().map(Column::name).map(MarkdownText::escape).toList(),
            columns.stream().map(TableText::right).toList(), rows)
            + (more <= 0 ? "" : "\n\nand " + Counted.of(more, "more row"));
    }

    /// @param heads Markdown, as are the cells
    /// @param right whether the cells of a column end below each other
    static String of(List<String> heads, List<Boolean> right, List<List<String>> rows) {
        var all = Stream.concat(Stream.of(heads), rows.stream()).toList();
        var widths = IntStream.range(0, heads.size()).map(column -> all.stream().mapToInt(row ->
            row.get(column).length()).filter(width -> width <= WIDEST).max().orElse(3)).map(w -> Math.max(3, w))
            .boxed().toList();
        var lines = new ArrayList<>(all.stream().map(row -> line(row, right, widths)).toList());
        lines.add(1, line(IntStream.range(0, heads.size()).mapToObj(i -> right.get(i)
            ? "-".repeat(widths.get(i) - 1) + ":" : "-".repeat(widths.get(i))).toList(),
            Collections.nCopies(heads.size(), false), widths));
        return String.join("\n", lines);
    }

    private static String line(List<String> cells, List<Boolean> right, List<Integer> widths) {
        return IntStream.range(0, cells.size()).mapToObj(i -> {
            var space = " ".repeat(Math.max(0, widths.get(i) - cells.get(i).length()));
            return right.get(i) ? space + cells.get(i) : cells.get(i) + space;
        }).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
