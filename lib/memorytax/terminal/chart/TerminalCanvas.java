package memorytax.terminal.chart;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// A drawing in Braille characters: each character holds two dots across and four down. Texts and markers stand over
/// the dots. Dots count from the upper left corner.
final class TerminalCanvas {
    /// The bits of a character, row by row, left and right.
    private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    final int columns, rows;
    private final int[][] dots;
    private final char[][] texts;
    private final AttributedStyle[][] styles;

    TerminalCanvas(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        dots = new int[rows][columns];
        texts = new char[rows][columns];
        styles = new AttributedStyle[rows][columns];
    }

    void dot(int x, int y, AttributedStyle style) {
        if (x < 0 || y < 0 || x >= columns * 2 || y >= rows * 4) return;
        dots[y / 4][x / 2] |= BITS[y % 4][x % 2];
        styles[y / 4][x / 2] = style;
    }

    /// @param dash dots on, then as many off; zero for a solid line
    void line(double x1, double y1, double x2, double y2, AttributedStyle style, int dash) {
        int steps = (int) Math.max(1, Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1))));
        for (int i = 0; i <= steps; i++) {
            double at = (double) i / steps, x = x1 + (x2 - x1) * at;
            if (dash > 0 && (int) Math.round(x) / dash % 2 == 1) continue;
            dot((int) Math.round(x), (int) Math.round(y1 + (y2 - y1) * at), style);
        }
    }

    void text(int row, int column, String text, AttributedStyle style) {
        for (int i = 0; i < text.length() && column + i < columns; i++) {
            texts[row][column + i] = text.charAt(i);
            styles[row][column + i] = style;
        }
    }

    /// Whether nothing stands in these cells yet.
    boolean free(int row, int column, int length) {
        if (row < 0 || row >= rows || column < 0 || column + length > columns) return false;
        for (int i = column; i < column + length; i++) if (dots[row][i] != 0 || texts[row][i] != 0) return false;
        return true;
    }

    AttributedString row(int row) {
        var out = new AttributedStringBuilder();
        for (int i = 0; i < columns; i++) {
            char c = texts[row][i] != 0 ? texts[row][i] : dots[row][i] == 0 ? ' ' : (char) (0x2800 + dots[row][i]);
            out.append(String.valueOf(c), styles[row][i] == null ? AttributedStyle.DEFAULT : styles[row][i]);
        }
        return out.toAttributedString();
    }
}
