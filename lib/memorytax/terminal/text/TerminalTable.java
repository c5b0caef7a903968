package memorytax.terminal.text;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A Tablesaw table in a terminal.
public final class TerminalTable {
    private static final int MOST = 40;

    private TerminalTable() {
    }

    /// Head dim, numbers grouped and at the right, missing values as –. A column named `contender` is bold. Fits into
    /// `width` columns; of more than forty rows the first forty are shown. The table's name is its caption, below it.
    public static List<AttributedString> draw(Table table, int width) {
        var rows = new ArrayList<List<AttributedString>>();
        rows.add(table.columns().stream().map(c -> TerminalLines.dim(c.name())).toList());
        int shown = Math.min(MOST, table.rowCount());
        for (int i = 0; i < shown; i++) {
            int row = i;
            rows.add(table.columns().stream().map(c -> cell(c, row)).toList());
        }
        var right = table.columns().stream().map(TerminalTable::numeric).toList();
        var lines = new ArrayList<>(TerminalGrid.draw(rows, right, width - TerminalLines.MARGIN));
        if (shown < table.rowCount()) lines.add(TerminalLines.dim(String.format(Locale.ROOT, "… and %,d more %s",
            table.rowCount() - shown, table.rowCount() - shown == 1 ? "row" : "rows")));
        var caption = table.name() == null ? "" : table.name();
        if (!caption.isBlank()) lines.addAll(TerminalLines.wrap(TerminalLines.dim(caption),
            Math.min(width, TerminalLines.MEASURE) - TerminalLines.MARGIN));
        return TerminalLines.indent(" ", lines);
    }

    private static AttributedString cell(Column<?> column, int row) {
        if (column.isMissing(row) || column.getString(row).isBlank()) return TerminalLines.dim("–");
        if (column instanceof NumericColumn<?> numbers) return TerminalLines.plain(number(numbers.getDouble(row)));
        boolean name = column.name().equalsIgnoreCase("contender");
        return TerminalLines.of(column.getString(row), name ? TerminalHue.of(column.getString(row))
            .bold() : AttributedStyle.DEFAULT);
    }

    /// Whole numbers whole, others with up to three decimals.
    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) return String.format(Locale.ROOT, "%,.0f", value);
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.1f" : Math.abs(value) >= 0.01 ? "%,.2f"
            : "%.2g", value);
    }

    /// Numbers, and texts that are all figures: `2.7 KB`, `2,771 B ± 14`, `–`.
    private static boolean numeric(Column<?> column) {
        if (column instanceof NumericColumn) return true;
        return column.size() > 0
            && IntStream.range(0, column.size())
            .allMatch(i -> column.isMissing(i) || column.getString(i).matches("|–|[-+~<>≈]?\\d.{0,30}"))
            && IntStream.range(0, column.size()).anyMatch(i -> !column.isMissing(i));
    }
}
