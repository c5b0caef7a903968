package memorytax.chart.draw;

import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;

/// An XChart chart with room around its plot for names and figures, and with two more layers: one under its series
/// (grid, guides, bars), one over them (names, figures). Positions in a layer are pixels, (0, 0) being the plot's
/// upper left corner.
public class LayeredChart extends XYChart {
    private static final Color CLEAR = new Color(0, 0, 0, 0);
    private static final int GAP = 12;

    private final List<Layer> under = new ArrayList<>();
    private final List<Layer> over = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final List<String> right = new ArrayList<>();
    private double after;
    private int top = 10;
    private int bottom = 30;

    /// One thing in a layer.
    @FunctionalInterface
    public interface Layer {
        void on(Graphics2D g);
    }

    /// @param caption below the chart
    /// @param height  of the picture, in pixels
    public LayeredChart(String caption, int height) {
        super(760, height, new Theme());
        setTitle(caption);
        getStyler().setLegendVisible(false).setPlotContentSize(1).setChartPadding(0);
        getStyler().setChartBackgroundColor(CLEAR).setPlotBackgroundColor(CLEAR);
        getStyler().setXAxisTicksVisible(false).setYAxisTicksVisible(false).setAxisTitlesVisible(false);
        getStyler().setPlotMargin(0).setPlotGridLinesVisible(false);
        // else XChart refuses a plot of one low row
        getStyler().setXAxisTickMarkSpacingHint(5).setYAxisTickMarkSpacingHint(5);
    }

    /// For JShell, which cannot draw it.
    @Override
    public String toString() {
        return "a chart, which Notebook.show(…) draws: " + getTitle();
    }

    /// Drawn before what XChart draws.
    public LayeredChart under(Layer layer) {
        under.add(layer);
        return this;
    }

    /// Drawn after what XChart draws.
    public LayeredChart over(Layer layer) {
        over.add(layer);
        return this;
    }

    /// Keeps room at the left for the widest of these.
    public void roomLeft(List<String> texts) {
        left.addAll(texts);
    }

    /// Keeps room at the right for the widest of these.
    public void roomRight(List<String> texts) {
        right.addAll(texts);
    }

    /// Pixels that are free at the right, while painting.
    public double roomRight() {
        return after;
    }

    /// Keeps room below the axis.
    public void roomBelow(int pixels) {
        bottom = pixels;
    }

    /// Keeps room above the plot.
    public void roomAbove(int pixels) {
        top = pixels;
    }

    /// From where to where the horizontal axis runs.
    public void xRange(double min, double max, boolean log) {
        getStyler().setXAxisMin(min).setXAxisMax(max).setXAxisLogarithmic(log);
    }

    /// From where to where the vertical axis runs.
    public void yRange(double min, double max, boolean log) {
        getStyler().setYAxisMin(min).setYAxisMax(max).setYAxisLogarithmic(log);
    }

    /// XChart knows its series by name: the name, or the name with the next number if it is taken.
    public String free(String name) {
        String free = name;
        for (int i = 2; getSeries(free) != null; i++) free = name + " " + i;
        return free;
    }

    /// A contender's line, in what it wears.
    public XYSeries line(String name, double[] x, double[] y, boolean hollow, boolean dashed) {
        return dress(addSeries(free(name), x, y), Hue.of(name), hollow, dashed);
    }

    /// Gives a series the colour and the marker of its contender.
    public static XYSeries dress(XYSeries series, Hue hue, boolean hollow, boolean dashed) {
        float[] dash = dashed ? new float[]{7, 4} : hollow ? new float[]{2, 3} : null;
        var stroke = new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
        series.setLineColor(hue.light()).setLineStyle(stroke);
        series.setMarker(new Mark(hue, hollow)).setMarkerColor(hue.light());
        return series;
    }

    /// Pixels from the left edge of the plot; what lies before the axis begins is drawn where it begins.
    public double x(double value) {
        return getScreenXFromChart(Math.clamp(value, getStyler().getXAxisMin(), getStyler().getXAxisMax()));
    }

    /// Pixels from the top of the plot, clamped likewise.
    public double y(double value) {
        return getScreenYFromChart(Math.clamp(value, getStyler().getYAxisMin(), getStyler().getYAxisMax()));
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Tone.PAPER.light());
        g.fill(new Rectangle(width, height));
        int ownWidth = getWidth(), ownHeight = getHeight();
        double before = room(g, left);
        after = room(g, right);
        g.translate(before, top);
        int w = (int) Math.max(60, width - before - after), h = Math.max(20, height - top - bottom);
        setWidth(w);
        setHeight(h);
        axisPair.paint(g); // lays out the axes, so that the lower layer knows where things are
        under.forEach(d -> d.on(g));
        super.paint(g, w, h);
        over.forEach(d -> d.on(g));
        g.translate(-before, -top);
        setWidth(ownWidth);
        setHeight(ownHeight);
    }

    private static double room(Graphics2D g, List<String> texts) {
        Font font = Theme.BOLD; // a browser's letters may be wider than ours: a tenth more
        return texts.stream().mapToDouble(t -> 1.1 * Anchor.width(g, t, font)).max().orElse(0) + GAP;
    }
}
