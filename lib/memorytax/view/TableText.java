package memorytax.view;

import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The cells of a table where there is room for all of it: thousands grouped, what is missing as a dash.
public final class TableText {
    /// A number as Tablesaw prints it when nobody has given the column a format of its own.
    private static final Pattern PLAIN = Pattern.compile("-?[\\d.]+(E-?\\d+)?");
    private static final Pattern FIGURE = Pattern.compile(
        "[-+–±≥≤<>~]? ?\\d[\\d,]*(\\.\\d+)?( ?[A-Za-zµ×%]{1,4})?( ?[±–(].*)?|–|-||recorded");

    private TableText() {
    }

    /// What is in a row of a column.
    public static String of(Column<?> column, int row) {
        if (column.isMissing(row)) return "–";
        String text = column.getString(row);
        if (text.isBlank()) return "–";
        return column instanceof NumericColumn<?> n && PLAIN.matcher(text).matches() ? number(n, row) : text;
    }

    /// Whether a column reads best with its ends aligned: figures with a unit are text to Tablesaw.
    public static boolean right(Column<?> column) {
        return column instanceof NumericColumn<?>
            || !column.isEmpty() && IntStream.range(0, column.size())
                .allMatch(i -> column.isMissing(i) || FIGURE.matcher(column.getString(i)).matches());
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
}
