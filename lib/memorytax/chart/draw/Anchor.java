package memorytax.chart.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/// Which end of a text stays where it is put. Another machine's letters are wider or narrower than ours: a picture
/// that keeps its text as text (SVG) must know the anchor, so it is handed down as a rendering hint.
public enum Anchor {
    START("start", 0), MIDDLE("middle", 0.5), END("end", 1);

    /// Holds the anchor of the text that is being drawn; no value means [#START].
    public static final RenderingHints.Key KEY = new RenderingHints.Key(60_001) {
        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof Anchor;
        }
    };

    private final String word;
    private final double share;

    Anchor(String word, double share) {
        this.word = word;
        this.share = share;
    }

    /// As SVG's `text-anchor` has it.
    @Override
    public String toString() {
        return word;
    }

    /// How much of the text's width lies left of the anchor: 0, a half, or 1.
    public double share() {
        return share;
    }

    /// Draws `text` with its anchor at x and its middle, by height, at y.
    public void write(Graphics2D g, String text, double x, double y, Font font, Color color) {
        if (text.isEmpty()) return;
        g.setFont(font);
        g.setColor(color);
        g.setRenderingHint(KEY, this);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.drawString(text, (float) (x - share * width(g, text, font)), (float) (y + 0.36 * font.getSize2D()));
        g.setRenderingHint(KEY, START);
    }

    /// The same where lines may run: paper around the letters keeps them apart from these.
    public void over(Graphics2D g, String text, double x, double y, Font font, Color color) {
        if (text.isEmpty()) return;
        var paper = Tone.PAPER.light();
        if (g instanceof HaloPen pen) pen.halo(paper);
        else {
            var letters = font.createGlyphVector(g.getFontRenderContext(), text).getOutline(
                (float) (x - share * width(g, text, font)), (float) (y + 0.36 * font.getSize2D()));
            var stroke = g.getStroke();
            g.setStroke(new BasicStroke(HaloPen.WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.setColor(paper);
            g.draw(letters);
            g.setStroke(stroke);
        }
        write(g, text, x, y, font, color);
    }

    /// Of `text`, in pixels.
    public static double width(Graphics2D g, String text, Font font) {
        return font.getStringBounds(text, g.getFontRenderContext()).getWidth();
    }
}
