package memorytax.chart.draw;

import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.theme.AbstractBaseTheme;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;

/// The one theme of all charts. A chart built by hand wears it too: `new XYChartBuilder().theme(new Theme())`.
public final class Theme extends AbstractBaseTheme {
    /// The three fonts of a chart.
    public static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    public static final Font BOLD = PLAIN.deriveFont(Font.BOLD);
    public static final Font SMALL = PLAIN.deriveFont(11.5f);

    @Override
    public Font getBaseFont() {
        return PLAIN;
    }

    @Override
    public Font getAxisTitleFont() {
        return PLAIN;
    }

    @Override
    public Color getChartFontColor() {
        return Tone.INK.light();
    }

    @Override
    public Color getAxisTickLabelsColor() {
        return Tone.SOFT.light();
    }

    @Override
    public Color getChartBackgroundColor() {
        return Tone.PAPER.light();
    }

    @Override
    public Color getPlotBackgroundColor() {
        return Tone.PAPER.light();
    }

    @Override
    public Color getLegendBackgroundColor() {
        return Tone.PAPER.light();
    }

    @Override
    public Color getLegendBorderColor() {
        return Tone.PAPER.light();
    }

    @Override
    public boolean isChartTitleVisible() {
        return false; // it is the caption, and stands under the figure
    }

    @Override
    public boolean isPlotBorderVisible() {
        return false;
    }

    @Override
    public boolean isPlotTicksMarksVisible() {
        return false;
    }

    @Override
    public boolean isAxisTicksLineVisible() {
        return false;
    }

    @Override
    public boolean isAxisTicksMarksVisible() {
        return false;
    }

    @Override
    public Color getPlotGridLinesColor() {
        return Tone.RULE.light();
    }

    @Override
    public BasicStroke getPlotGridLinesStroke() {
        return new BasicStroke(1); // dashed ones are drawn dash by dash, which makes an SVG seven times as large
    }

    @Override
    public Color[] getSeriesColors() {
        return Arrays.stream(Hue.values()).map(Hue::light).toArray(Color[]::new);
    }

    @Override
    public Marker[] getSeriesMarkers() {
        return Arrays.stream(Hue.values()).map(h -> new Mark(h, false)).toArray(Marker[]::new);
    }

    @Override
    public BasicStroke[] getSeriesLines() {
        return new BasicStroke[]{SeriesLines.SOLID};
    }

    @Override
    public int getMarkerSize() {
        return 11;
    }
}
