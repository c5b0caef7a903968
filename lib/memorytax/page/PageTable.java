package memorytax.page;

import memorytax.measure.result.Counted;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A Tablesaw table as an HTML table: numbers to the right, thousands grouped, what is missing as a dash.
final class PageTable {
    private static final int ROWS = 60;
    /// A number as Tablesaw prints it when nobody has given the column a format of its own.
    private static final Pattern PLAIN = Pattern.compile("-?[\\d.]+(E-?\\d+)?");
    private static final Pattern FIGURE = Pattern.compile(
        "[-+–±≥≤<>~]? ?\\d[\\d,]*(\\.\\d+)?( ?[A-Za-zµ×%]{1,4})?( ?[±–(].*)?|–|-||recorded");

    private PageTable() {
    }

    /// @param terms of the page that it is for
    static String html(Table table, PageTerms terms) {
        String name = table.name() == null ? "" : table.name();
        String head = table.columns().stream().map(column -> heading(column, terms)).collect(Collectors.joining());
        String rows = IntStream.range(0, Math.min(ROWS, table.rowCount())).mapToObj(row -> row(table, row))
            .collect(Collectors.joining("\n"));
        String caption = name.isBlank() ? "" : "<caption><span>" + PageText.escape(name) + "</span></caption>";
        int more = table.rowCount() - ROWS;
        return """
            <table>%s
            <thead><tr>%s</tr></thead>
            <tbody>
            %s
            </tbody></table>%s
            """.formatted(caption, head, rows, more <= 0 ? ""
            : "<p class=\"cap\">and " + Counted.of(more, "more row") + "</p>");
    }

    private static String heading(Column<?> column, PageTerms terms) {
        return "<th scope=\"col\"%s>%s</th>".formatted(right(column) ? " class=\"n\"" : "",
            terms.head(column.name()));
    }

    private static String row(Table table, int row) {
        return IntStream.range(0, table.columnCount()).mapToObj(i -> cell(table.column(i), row, i == 0))
            .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String cell(Column<?> column, int row, boolean first) {
        String text = text(column, row);
        if (!first) return "<td%s>%s</td>".formatted(right(column) ? " class=\"n\"" : "", PageText.escape(text));
        String kind = right(column) ? "n" : PageHue.ofName(text);
        return "<th scope=\"row\"%s>%s</th>".formatted(kind.isEmpty() ? "" : " class=\"" + kind + "\"",
            PageText.escape(text));
    }

    private static String text(Column<?> column, int row) {
        if (column.isMissing(row)) return "–";
        String text = column.getString(row);
        if (text.isBlank()) return "–";
        return column instanceof NumericColumn<?> n && PLAIN.matcher(text).matches() ? number(n, row) : text;
    }

    /// Whole columns without decimals; else as many as the largest value needs to show three digits.
    private static String number(NumericColumn<?> column, int row) {
        double largest = 0;
        boolean whole = true;
        for (int i = 0; i < column.size(); i++) {
            if (column.isMissing(i)) continue;
            double value = column.getDouble(i);
            largest = Math.max(largest, Math.abs(value));
            whole &= value == Math.rint(value);
        }
        int decimals = whole || largest >= 1000 ? 0 : largest >= 100 ? 1 : largest >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", column.getDouble(row));
    }

    /// Figures with a unit are text to Tablesaw, and still read best with their ends aligned.
    private static boolean right(Column<?> column) {
        return column instanceof NumericColumn<?>
            || !column.isEmpty() && IntStream.range(0, column.size())
                .allMatch(i -> column.isMissing(i) || FIGURE.matcher(column.getString(i)).matches());
    }
}
