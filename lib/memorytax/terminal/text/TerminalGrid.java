package memorytax.terminal.text;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Cells in columns. The first row is the head.
public final class TerminalGrid {
    private static final int GAP = 2;
    private static final int NARROWEST = 8, FIRST = 18;

    private TerminalGrid() {
    }

    /// Columns at their widest cell, if that fits. Otherwise the widest text column gives way, down to a few columns,
    /// and its cells are wrapped; what still does not fit is dropped from the right, and a last line says so.
    ///
    /// @param rows  all of the same length
    /// @param right whether a column holds numbers, which are never cut
    public static List<AttributedString> draw(List<List<AttributedString>> rows, List<Boolean> right, int width) {
        if (rows.isEmpty()) return List.of();
        int columns = right.size();
        var widths = new ArrayList<Integer>();
        for (int c = 0; c < columns; c++) {
            int column = c;
            widths.add(rows.stream().mapToInt(r -> r.get(column).columnLength()).max().orElse(0));
        }
        shrink(widths, right, width, words(rows, columns));
        shrink(widths, right, width, List.of());
        while (widths.size() > 1 && total(widths) > width) {
            widths.removeLast();
            shrink(widths, right, width, List.of());
        }
        if (total(widths) > width) widths.set(0, width);
        var out = new ArrayList<AttributedString>();
        for (var row : rows) out.addAll(row(row, widths, right));
        var dropped = rows.getFirst().subList(widths.size(), columns).stream().map(AttributedString::toString).toList();
        if (!dropped.isEmpty())
            out.addAll(TerminalLines.wrap(TerminalLines.dim("not shown in %d columns: %s".formatted(width,
                String.join(dropped.stream().anyMatch(name -> name.contains(",")) ? "; " : ", ", dropped))), width));
        return out;
    }

    /// The longest word of each column.
    private static List<Integer> words(List<List<AttributedString>> rows, int columns) {
        return IntStream.range(0, columns).mapToObj(c -> rows.stream()
            .flatMap(row -> Stream.of(row.get(c).toString().split(" "))).mapToInt(String::length).max().orElse(0))
            .toList();
    }

    /// @param words the longest word of each column, which is not broken; none where words may be broken
    private static void shrink(List<Integer> widths, List<Boolean> right, int width, List<Integer> words) {
        while (total(widths) > width) {
            var widest = IntStream.range(0, widths.size())
                .filter(c -> !right.get(c) && widths.get(c) > Math.max(c == 0 ? FIRST : NARROWEST,
                    words.isEmpty() ? 0 : words.get(c))).boxed()
                .max((a, b) -> Integer.compare(widths.get(a), widths.get(b)));
            if (widest.isEmpty()) return;
            widths.set(widest.get(), widths.get(widest.get()) - 1);
        }
    }

    private static int total(List<Integer> widths) {
        return widths.stream().mapToInt(w -> w).sum() + GAP * (widths.size() - 1);
    }

    private static List<AttributedString> row(List<AttributedString> row, List<Integer> widths, List<Boolean> right) {
        var cells = IntStream.range(0, widths.size())
            .mapToObj(c -> right.get(c) ? List.of(TerminalLines.cut(row.get(c), widths.get(c)))
            : TerminalLines.wrap(row.get(c), widths.get(c))).toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        var out = new ArrayList<AttributedString>();
        for (int line = 0; line < height; line++) {
            var text = new AttributedStringBuilder();
            for (int c = 0; c < widths.size(); c++) {
                var cell = line < cells.get(c).size() ? cells.get(c).get(line) : AttributedString.EMPTY;
                if (c > 0) text.append(" ".repeat(GAP));
                boolean last = c == widths.size() - 1 && !right.get(c);
                text.append(right.get(c) ? TerminalLines.right(cell, widths.get(c)) : last
                    ? TerminalLines.cut(cell, widths.get(c)) : TerminalLines.left(cell, widths.get(c)));
            }
            out.add(text.toAttributedString());
        }
        return out;
    }
}
