package memorytax.chart.draw;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Grid;
import memorytax.chart.model.Unit;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// A grid of values, the darker the more; what is nothing is an empty frame.
record GridPicture(ModelChart sheet, Grid grid) implements Picture {
    private static final int ROW = 27, NAME = 20, COLUMN = 15, LIGHTEST = 28, DARKEST = 120;

    static int height(Grid grid) {
        return ROW * grid.lines().size() + 44;
    }

    /// Of one that is so narrow that a line's name stands above its cells.
    static int height(Grid grid, int width) {
        return (ROW + NAME) * grid.lines().size() + 29 + COLUMN * heads(grid, width);
    }

    /// How many lines the names of columns take.
    private static int heads(Grid grid, int width) {
        return grid.columns().stream().mapToInt(c -> head(grid, c, width).size()).max().orElse(1);
    }

    private static List<String> head(Grid grid, String column, double width) {
        return Words.wrap(column, (width - 2 * ModelChart.GAP) / grid.columns().size() - 4, Fonts.BOLD);
    }

    @Override
    public void narrow(int width) {
        sheet.noRoom();
        sheet.room(19 + COLUMN * heads(grid, width), 10);
    }

    GridPicture {
        sheet.range(Axis.upTo("", Unit.COUNT, grid.columns().size()), Axis.upTo("", Unit.COUNT, grid.lines().size()));
        sheet.roomLeft(grid.lines().stream().map(Grid.Line::name).toList());
        sheet.room(34, 10);
    }

    @Override
    public void behind(Graphics2D g) {
        for (int r = 0; r < grid.lines().size(); r++) line(g, grid.lines().get(r), grid.lines().size() - r);
    }

    @Override
    public void before(Graphics2D g) {
        for (int c = 0; c < grid.columns().size(); c++) {
            var column = grid.columns().get(c);
            var lines = sheet.narrow() ? head(grid, column, sheet.getWidth() + 2 * ModelChart.GAP) : List.of(column);
            for (int i = 0; i < lines.size(); i++)
                Anchor.MIDDLE.write(g, lines.get(i), sheet.x(c + 0.5), -14 - COLUMN * (lines.size() - 1 - i),
                    Fonts.BOLD, Tone.INK.light());
        }
    }

    private void line(Graphics2D g, Grid.Line line, double top) {
        double y = sheet.y(top), height = sheet.y(top - 1) - y;
        if (sheet.narrow()) {
            Anchor.START.write(g, line.name(), 0, y + NAME / 2.0, Fonts.PLAIN, Tone.INK.light());
            y += NAME;
            height -= NAME;
        } else Anchor.END.write(g, line.name(), -10, y + height / 2, Fonts.PLAIN, Tone.INK.light());
        for (int c = 0; c < line.values().size(); c++) {
            double value = line.values().get(c), x = sheet.x(c);
            var cell = new Rectangle2D.Double(x + 1.5, y + 1.5, sheet.x(c + 1) - x - 3, height - 3);
            boolean some = value > 0;
            int alpha = (int) (LIGHTEST + value / grid.most() * (DARKEST - LIGHTEST));
            if (some) Pen.fill(g, ThemeColor.pale(Hue.PLATFORM.light(), alpha), cell);
            else Pen.outline(g, Tone.RULE.light(), 1, null, cell);
            Anchor.MIDDLE.write(g, grid.text(value), cell.getCenterX(), cell.getCenterY(),
                some ? Fonts.BOLD : Fonts.PLAIN, some ? Tone.INK.light() : Tone.SOFT.light());
        }
    }
}
