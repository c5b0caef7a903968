package memorytax.chart.svg;

import memorytax.chart.draw.Anchor;
import memorytax.chart.draw.ModelChart;
import memorytax.chart.draw.Tone;
import org.knowm.xchart.internal.chartpart.Chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// The picture that others show beside a link to a page: a question, and the chart that answers it. In the size that
/// they ask for, 1200×630.
///
/// @param above    the heading, a few words
/// @param question a line or two
/// @param below    said under the chart where its own caption is too long
public record Preview(String above, String question, String below) {
    private static final int WIDTH = 1200, HEIGHT = 630, MARGIN = 60, LEAST = 36;
    /// The chart's letters have to be read where the picture is as small as a stamp.
    private static final double LARGEST = 1.6;
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 24),
        LARGE = PLAIN.deriveFont(Font.BOLD, 46), SMALL = PLAIN.deriveFont(20f);

    /// Whether there is anything to see of a chart.
    public static boolean shows(Chart<?, ?> chart) {
        return !(chart instanceof ModelChart ours && ours.isEmpty());
    }

    /// Writes it as PNG.
    public void write(Chart<?, ?> chart, Path file) throws IOException {
        var image = SvgFonts.needed(() -> {
            var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            var g = picture.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.setColor(Tone.PAPER.light());
            g.fill(new Rectangle(WIDTH, HEIGHT));
            draw(g, chart);
            g.dispose();
            return picture;
        });
        ImageIO.write(image, "png", file.toFile());
    }

    private void draw(Graphics2D g, Chart<?, ?> chart) {
        Anchor.START.write(g, above, MARGIN, 62, PLAIN, Tone.SOFT.light());
        double y = 114;
        var font = LARGE;
        while (font.getSize() > LEAST && Anchor.width(g, question, font) > WIDTH - 2 * MARGIN)
            font = font.deriveFont(font.getSize2D() - 1);
        for (var line : lines(g, font)) {
            Anchor.START.write(g, line, MARGIN, y, font, Tone.INK.light());
            y += 1.15 * font.getSize2D();
        }
        Anchor.START.write(g, below(g, chart), MARGIN, HEIGHT - 34, SMALL, Tone.SOFT.light());
        double top = y - 4, room = HEIGHT - 60 - top;
        double scale = Math.min(LARGEST, room / chart.getHeight());
        int width = (int) ((WIDTH - 2 * MARGIN) / scale), height = chart.getHeight();
        var at = g.getTransform();
        g.translate(MARGIN, top + (room - height * scale) / 2);
        g.scale(scale, scale);
        chart.paint(g, width, height);
        g.setTransform(at);
    }

    /// What the chart shows, where that is said in a line.
    private String below(Graphics2D g, Chart<?, ?> chart) {
        var caption = SvgWords.caption(chart).split("(?<=[.]) ", 2)[0];
        return caption.isBlank() || Anchor.width(g, caption, SMALL) > WIDTH - 2 * MARGIN ? below : caption;
    }

    /// The question, broken where the picture ends.
    private List<String> lines(Graphics2D g, Font font) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : question.split(" ")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || Anchor.width(g, longer, font) <= WIDTH - 2 * MARGIN) line = longer;
            else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines;
    }
}
