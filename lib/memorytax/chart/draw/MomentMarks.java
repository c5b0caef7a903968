package memorytax.chart.draw;

import memorytax.chart.model.Plot.Line;
import memorytax.chart.model.Plot.Moment;

import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.Comparator;

/// When something happened to a line. Names stand above the plot in a few rows, from right to left, so that no dotted
/// line runs through a name. In a crowd a moment goes without.
final class MomentMarks {
    private static final int ROW = 17, ROWS = 3;
    /// Above a plot that has any.
    static final int ROOM = 10 + ROW * ROWS;
    private static final float[] DOTS = {2, 3};

    private MomentMarks() {
    }

    static void draw(Graphics2D g, ModelChart sheet, Line line, ThemeColor color) {
        var free = new double[ROWS];
        Arrays.fill(free, sheet.getWidth() + sheet.roomRight());
        for (var moment : line.moments().stream().sorted(Comparator.comparingDouble(Moment::x).reversed()).toList()) {
            double x = sheet.x(moment.x()), end = x + 6 + 1.08 * Anchor.width(g, moment.name(), Fonts.SMALL);
            int row = 0;
            while (row < ROWS && end > free[row]) row++;
            boolean named = row < ROWS;
            Pen.dashed(g, color.light(), 1, DOTS, x, named ? -14 - ROW * row : 0, x, sheet.getHeight());
            if (!named) continue;
            Anchor.START.write(g, moment.name(), x + 4, -9 - ROW * row, Fonts.SMALL, color.light());
            Arrays.fill(free, 0, row + 1, x);
        }
    }
}
