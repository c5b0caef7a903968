package memorytax.chart.draw;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Grid;
import memorytax.chart.model.Unit;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/// A grid of values, the darker the more; what is nothing is an empty frame.
record GridPicture(ModelChart sheet, Grid grid) implements Picture {
    private static final int ROW = 27, LIGHTEST = 28, DARKEST = 120;

    static int height(Grid grid) {
        return ROW * grid.lines().size() + 44;
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
        for (int c = 0; c < grid.columns().size(); c++)
            Anchor.MIDDLE.write(g, grid.columns().get(c), sheet.x(c + 0.5), -14, Fonts.BOLD, Tone.INK.light());
    }

    private void line(Graphics2D g, Grid.Line line, double top) {
        double y = sheet.y(top), height = sheet.y(top - 1) - y;
        Anchor.END.write(g, line.name(), -10, y + height / 2, Fonts.PLAIN, Tone.INK.light());
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
