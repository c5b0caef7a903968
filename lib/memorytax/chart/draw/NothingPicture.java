package memorytax.chart.draw;

import memorytax.chart.model.ChartModel;

import java.awt.Graphics2D;

/// One sentence in the middle.
record NothingPicture(ModelChart sheet, ChartModel.Nothing nothing) implements Picture {
    static final int HEIGHT = 120;

    @Override
    public void behind(Graphics2D g) {
    }

    @Override
    public void before(Graphics2D g) {
        Anchor.MIDDLE.write(g, nothing.sentence(), sheet.getWidth() / 2.0, sheet.getHeight() / 2.0, Fonts.PLAIN,
            Tone.SOFT.light());
    }
}
