package memorytax.page;

import memorytax.measure.result.Counted;
import memorytax.view.TableText;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A Tablesaw table as an HTML table: numbers to the right, thousands grouped, what is missing as a dash.
final class PageTable {
    private static final int ROWS = 60;

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
        return "<th scope=\"col\"%s>%s</th>".formatted(TableText.right(column) ? " class=\"n\"" : "",
            terms.head(column.name()));
    }

    private static String row(Table table, int row) {
        return IntStream.range(0, table.columnCount()).mapToObj(i -> cell(table.column(i), row, i == 0))
            .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String cell(Column<?> column, int row, boolean first) {
        String text = TableText.of(column, row);
        boolean right = TableText.right(column);
        if (!first) return "<td%s>%s</td>".formatted(right ? " class=\"n\"" : "", PageText.escape(text));
        String kind = right ? "n" : PageHue.ofName(text);
        return "<th scope=\"row\"%s>%s</th>".formatted(kind.isEmpty() ? "" : " class=\"" + kind + "\"",
            PageText.escape(text));
    }
}
