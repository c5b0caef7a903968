package memorytax.chart.draw;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.ChartValues;
import memorytax.chart.model.Diagram;
import memorytax.chart.model.Grid;
import memorytax.chart.model.Plot;
import memorytax.chart.model.Rows;
import memorytax.chart.model.TwoOrders;
import org.knowm.xchart.XYChart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;

/// A model as an XChart chart. XChart scales the axes, and draws lines and markers; a [Picture] draws what stands under
/// them and over them, and asks for room around the plot. The title is the caption: not drawn, but printed below.
public final class ModelChart extends XYChart {
    private static final Color CLEAR = new Color(0, 0, 0, 0);
    /// At either side of a plot that has asked for no more.
    static final int GAP = 12;
    private static final int WIDTH = 760, MARKER = 11, SPACING = 65, TICKS = 6, ROOMY = 480;

    private final ChartModel model;
    private final Picture picture;
    private Room room = new Room();
    private double before, after;
    private boolean narrow;

    /// What stays free around the plot: for the widest of texts at either side, and in pixels.
    private static final class Room {
        private final List<String> left = new ArrayList<>();
        private final List<Reach> right = new ArrayList<>();
        private int above = 10, below = 30;
    }

    /// A text that begins somewhere in the plot, and may go on beside it.
    ///
    /// @param share where, from 0 at the plot's left edge to 1 at its right one
    private record Reach(String text, double share) {
        /// Pixels that it needs beside the plot, of those which the two have together.
        double beyond(Graphics2D g, double pixels) {
            double length = length(g, text);
            return length <= (1 - share) * pixels ? 0 : (length - (1 - share) * pixels) / share;
        }
    }

    /// The model in its natural size; [#paint] draws it in any other.
    public ModelChart(ChartModel model) {
        super(WIDTH, switch (model.content()) {
            case Plot plot -> PlotPicture.height(plot);
            case Rows rows -> RowPlaces.of(rows).picture();
            case Grid grid -> GridPicture.height(grid);
            case Diagram diagram -> DiagramPicture.height(diagram, WIDTH);
            case TwoOrders orders -> OrdersPicture.height(orders);
            case ChartModel.Nothing _ -> NothingPicture.HEIGHT;
        });
        this.model = model;
        setTitle(model.caption().by(Hand.PICTURE));
        var styler = getStyler();
        styler.setChartTitleVisible(false).setLegendVisible(false).setPlotBorderVisible(false).setChartPadding(0)
            .setPlotContentSize(1).setChartBackgroundColor(CLEAR).setPlotBackgroundColor(CLEAR);
        styler.setXAxisTicksVisible(false).setYAxisTicksVisible(false).setAxisTitlesVisible(false).setPlotMargin(0)
            .setPlotGridLinesVisible(false);
        styler.setMarkerSize(MARKER);
        // else XChart refuses a plot of one low row
        styler.setXAxisTickMarkSpacingHint(5).setYAxisTickMarkSpacingHint(5);
        picture = switch (model.content()) {
            case Plot plot -> new PlotPicture(this, plot);
            case Rows rows -> new RowsPicture(this, rows);
            case Grid grid -> new GridPicture(this, grid);
            case Diagram diagram -> new DiagramPicture(this, diagram);
            case TwoOrders orders -> new OrdersPicture(this, orders);
            case ChartModel.Nothing nothing -> new NothingPicture(this, nothing);
        };
    }

    /// How high a picture of it is that is so wide, with letters as large as in any other.
    public int height(int width) {
        return width >= ROOMY ? getHeight() : switch (model.content()) {
            case Plot plot -> PlotPicture.height(plot, width);
            case Rows rows -> RowsPicture.height(rows, width);
            case Grid grid -> GridPicture.height(grid, width);
            case Diagram diagram -> DiagramPicture.height(diagram, width);
            case TwoOrders orders -> OrdersPicture.height(orders);
            case ChartModel.Nothing _ -> NothingPicture.HEIGHT;
        };
    }

    /// Whether what is being painted is as narrow as a phone, while painting.
    boolean narrow() {
        return narrow;
    }

    /// Begins with no room asked for.
    void noRoom() {
        room = new Room();
    }

    /// Whether there is nothing to draw but a sentence that says why.
    public boolean isEmpty() {
        return model.content() instanceof ChartModel.Nothing;
    }

    /// What is drawn, under the title that somebody may have given it since.
    public ChartModel model() {
        boolean own = model.caption().by(Hand.PICTURE).equals(getTitle());
        return own ? model : new ChartModel(Caption.of(ChartReader.text(getTitle())), model.content());
    }

    /// All that it shows, in words.
    public List<ChartValues> values() {
        return ChartValues.of(model);
    }

    /// For JShell, which cannot draw it.
    @Override
    public String toString() {
        return "a chart (Notebook.show(…) draws it): " + getTitle();
    }

    /// Keeps room at the left for the widest of these.
    void roomLeft(List<String> texts) {
        room.left.addAll(texts);
    }

    /// Keeps room at the right for the widest of these.
    void roomRight(List<String> texts) {
        texts.forEach(t -> roomRight(t, 1));
    }

    /// Keeps room at the right for what is left of a text that begins at this share of the plot's width.
    void roomRight(String text, double share) {
        room.right.add(new Reach(text, Math.clamp(share, 0.1, 1)));
    }

    /// Pixels that are free at the right, while painting.
    double roomRight() {
        return after;
    }

    /// Pixels that are free at the left, while painting.
    double roomLeft() {
        return before;
    }

    /// Keeps room above the plot and below it, in pixels.
    void room(int above, int below) {
        room.above = above;
        room.below = below;
    }

    /// From where to where the two axes run.
    void range(Axis x, Axis y) {
        getStyler().setXAxisMin(x.low()).setXAxisMax(x.high()).setXAxisLogarithmic(x.log());
        getStyler().setYAxisMin(y.low()).setYAxisMax(y.high()).setYAxisLogarithmic(y.log());
    }

    /// For how many texts there is room along the horizontal axis, while painting.
    int ticks() {
        return Math.clamp(getWidth() / SPACING, 2, TICKS);
    }

    /// XChart knows its series by name: the name, or the name with the next number if it is taken.
    String free(String name) {
        String free = name;
        for (int i = 2; getSeries(free) != null; i++) free = name + " " + i;
        return free;
    }

    /// Pixels from the left edge of the plot; what lies before the axis begins is drawn where it begins.
    double x(double value) {
        return getScreenXFromChart(Math.clamp(value, getStyler().getXAxisMin(), getStyler().getXAxisMax()));
    }

    /// Pixels from the top of the plot, clamped likewise.
    double y(double value) {
        return getScreenYFromChart(Math.clamp(value, getStyler().getYAxisMin(), getStyler().getYAxisMax()));
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Pen.fill(g, Tone.PAPER.light(), new Rectangle(width, height));
        int ownWidth = getWidth(), ownHeight = getHeight();
        var wide = room;
        narrow = width < ROOMY;
        if (narrow) picture.narrow(width);
        before = room.left.stream().mapToDouble(t -> length(g, t)).max().orElse(GAP);
        after = room.right.stream().mapToDouble(r -> r.beyond(g, width - before)).max().orElse(GAP);
        g.translate(before, room.above);
        setWidth((int) Math.max(60, width - before - after));
        setHeight(Math.max(20, height - room.above - room.below));
        axisPair.paint(g); // lays out the axes, so that the picture knows where things are
        picture.behind(g);
        super.paint(g, getWidth(), getHeight());
        picture.before(g);
        g.translate(-before, -room.above);
        room = wide;
        narrow = false;
        setWidth(ownWidth);
        setHeight(ownHeight);
    }

    private static double length(Graphics2D g, String text) {
        return 1.1 * Anchor.width(g, text, Fonts.BOLD) + GAP; // a browser's letters may be wider than ours
    }
}
