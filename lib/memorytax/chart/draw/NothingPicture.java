package memorytax.chart.draw;

import memorytax.chart.model.ChartModel;

import java.awt.Graphics2D;
import java.util.List;

/// One sentence in the middle.
record NothingPicture(ModelChart sheet, ChartModel.Nothing nothing) implements Picture {
    static final int HEIGHT = 120;

    @Override
    public void behind(Graphics2D g) {
    }

    @Override
    public void before(Graphics2D g) {
        var lines = sheet.narrow() ? Words.wrap(nothing.sentence(), sheet.getWidth(), Fonts.PLAIN)
            : List.of(nothing.sentence());
        for (int i = 0; i < lines.size(); i++)
            Anchor.MIDDLE.write(g, lines.get(i), sheet.getWidth() / 2.0, sheet.getHeight() / 2.0 + 18 * i, Fonts.PLAIN,
                Tone.SOFT.light());
    }
}
