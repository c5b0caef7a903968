package memorytax.measure.result;

import java.util.ArrayList;
import java.util.List;

/// Rows of words as aligned plain text, for who prints a result in JShell.
public final class TextColumns {
    private TextColumns() {
    }

    /// A line per row, each column as wide as its longest cell. Rows may be shorter than others.
    public static String of(List<List<String>> rows) {
        var widths = new ArrayList<Integer>();
        for (var row : rows)
            for (int i = 0; i < row.size(); i++) {
                int length = row.get(i).length();
                if (i == widths.size()) widths.add(length);
                else widths.set(i, Math.max(widths.get(i), length));
            }
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++)
                line.append("  ").append(row.get(i)).repeat(' ', widths.get(i) - row.get(i).length());
            lines.add(line.toString().stripTrailing());
        }
        return String.join("\n", lines);
    }
}
