package memorytax.chart.draw;

import memorytax.chart.model.Plot.Guide;
import memorytax.chart.model.Plot.Line;
import memorytax.chart.model.Plot.Point;
import memorytax.chart.model.Plot.Style;
import memorytax.chart.model.Plot;
import org.knowm.xchart.style.markers.None;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Lines between two axes. XChart draws the lines and their markers; what stands around them is drawn here.
final class PlotPicture implements Picture {
    private static final double GAP = 9, BESIDE = 9;
    private static final int LINE = 18;
    private static final Color CLEAR = new Color(0, 0, 0, 0);

    private final ModelChart sheet;
    private final Plot plot;
    /// Those that are named, without what only goes along with them.
    private final List<Line> lines;
    private final Set<String> hollow;
    private final boolean labelled;
    private final Ticks beside;

    PlotPicture(ModelChart sheet, Plot plot) {
        this.sheet = sheet;
        this.plot = plot;
        lines = plot.lines().stream().filter(l -> l.style() != Style.THIN).toList();
        hollow = Hue.hollow(lines.stream().map(Line::contender).toList());
        labelled = labelled(plot);
        beside = Ticks.of(plot.y(), 5);
        sheet.range(plot.x(), plot.y());
        sheet.roomLeft(Stream.concat(beside.texts().stream(), Stream.of(plot.y().what())).toList());
        sheet.roomRight(Stream.concat(plot.guides().stream().map(Guide::name),
            lines.stream().filter(l -> l.style() != Style.SCATTER).map(Line::said)).toList());
        boolean eventful = lines.stream().anyMatch(l -> !l.moments().isEmpty());
        sheet.room(eventful ? MomentMarks.ROOM : plot.y().what().isEmpty() ? labelled ? 20 : 10 : 28,
            plot.x().what().isEmpty() ? labelled ? 36 : 30 : 50);
        plot.lines().forEach(this::series);
    }

    /// Low for what runs along in time, high for what is read in both directions.
    static int height(Plot plot) {
        boolean course = plot.lines().stream().anyMatch(l -> l.style() == Style.COURSE);
        boolean scatter = plot.lines().stream().anyMatch(l -> l.style() == Style.SCATTER);
        return course ? 360 : scatter || labelled(plot) ? 460 : 420;
    }

    /// Of one that is so narrow that the names stand above it.
    static int height(Plot plot, int width) {
        return above(plot, PlotLegend.of(plot, width)) + 240 + below(plot, width);
    }

    private static int above(Plot plot, PlotLegend legend) {
        return base(plot) + (plot.y().what().isEmpty() ? 0 : LINE) + legend.height();
    }

    /// Above a narrow plot, for what stands close to it.
    private static int base(Plot plot) {
        return plot.lines().stream().anyMatch(l -> !l.moments().isEmpty()) ? MomentMarks.ROOM
            : plot.guides().stream().anyMatch(l -> l.kind() != Guide.Kind.LIMIT) ? 26 : labelled(plot) ? 20 : 10;
    }

    private static int below(Plot plot, int width) {
        return 34 + LINE * what(plot, width).size();
    }

    private static List<String> what(Plot plot, int width) {
        return Words.wrap(plot.x().what(), width, Fonts.PLAIN);
    }

    @Override
    public void narrow(int width) {
        sheet.noRoom();
        sheet.roomLeft(beside.texts());
        var last = Ticks.of(plot.x(), 5).texts().getLast();
        sheet.roomRight(List.of(last.substring(last.length() / 2))); // it stands across the end of the axis
        sheet.roomRight(plot.guides().stream().filter(l -> l.kind() != Guide.Kind.LIMIT && l.x2() >= plot.x().high())
            .map(Guide::name).toList());
        sheet.room(above(plot, PlotLegend.of(plot, width)), below(plot, width));
    }

    private static boolean labelled(Plot plot) {
        return plot.lines().stream().flatMap(l -> l.points().stream()).anyMatch(p -> !p.label().isEmpty());
    }

    private double x(double value) {
        return sheet.x(plot.x().place(value));
    }

    private double y(double value) {
        return sheet.y(plot.y().place(value));
    }

    private void series(Line line) {
        boolean open = line.style() != Style.SCATTER && hollow.contains(line.contender());
        var hue = Hue.of(line.contender());
        var series = sheet.addSeries(sheet.free(line.name()),
            line.points().stream().mapToDouble(p -> plot.x().place(p.x())).toArray(),
            line.points().stream().mapToDouble(p -> p.y().value()).toArray());
        float[] dash = line.style() == Style.THIN ? null : line.here() ? open ? new float[]{2, 3} : null
            : new float[]{7, 4};
        series.setLineColor(hue.light()).setLineStyle(new BasicStroke(line.style() == Style.THIN ? 1 : 2.2f,
            BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0));
        boolean marked = line.style() == Style.POINTS || line.style() == Style.SCATTER;
        series.setMarker(marked ? new HueMarker(hue, open) : new None()).setMarkerColor(hue.light());
        if (marked && !open) recorded(line);
    }

    /// Hollow markers over those of the points that were not measured with the others.
    private void recorded(Line line) {
        var some = line.points().stream().filter(p -> !p.here() && !p.gap()).toList();
        if (some.isEmpty()) return;
        var hue = Hue.of(line.contender());
        var series = sheet.addSeries(sheet.free(line.name()), some.stream().mapToDouble(p -> plot.x().place(p.x()))
            .toArray(), some.stream().mapToDouble(p -> p.y().value()).toArray());
        series.setLineStyle(new BasicStroke(0)).setLineColor(CLEAR);
        series.setMarker(new HueMarker(hue, true)).setMarkerColor(hue.light());
    }

    @Override
    public void behind(Graphics2D g) {
        Ticks.of(plot.x(), sheet.ticks()).across(g, sheet);
        beside.down(g, sheet);
        new GuideLines(sheet, plot).draw(g);
        for (var line : lines)
            MomentMarks.draw(g, sheet, line, lines.size() > 1 ? Hue.of(line.contender()) : Tone.SOFT);
        for (var line : lines) for (var point : line.points()) {
            whisker(g, line, point);
            values(g, line, point);
        }
    }

    private void whisker(Graphics2D g, Line line, Point point) {
        double low = y(point.y().low()), high = y(point.y().high()), middle = y(point.y().value());
        if (Math.max(low - middle, middle - high) < 7) return; // the marker hides it
        Pen.upright(g, Hue.of(line.contender()).light(), 1.4, x(point.x()), high, low);
    }

    /// What each process said, in a column before the marker, which would hide it; what is not above zero has no place
    /// on a logarithmic axis.
    private void values(Graphics2D g, Line line, Point point) {
        var each = point.y().each().stream().filter(value -> !plot.y().log() || value > 0).toList();
        if (each.isEmpty()) return;
        var unit = plot.y().unit().value();
        var of = line.name() + ", " + plot.x().unit().value().apply(point.x())
            + (plot.x().what().startsWith("tasks") ? " tasks" : "");
        Pen.values(g, Hue.of(line.contender()).light(), of, each.stream().<Point2D>map(value ->
                new Point2D.Double(x(point.x()) - BESIDE, y(value))).toList(), each.stream().map(unit::apply).toList());
    }

    @Override
    public void before(Graphics2D g) {
        if (sheet.narrow()) {
            beforeNarrow(g);
            return;
        }
        var soft = Tone.SOFT.light();
        Anchor.MIDDLE.write(g, plot.x().what(), sheet.getWidth() / 2.0, sheet.getHeight() + 36, Fonts.PLAIN, soft);
        Anchor.END.write(g, plot.y().what(), -GAP, -15, Fonts.PLAIN, soft);
        PointLabels.draw(g, lines, this::x, this::y, sheet.getHeight());
        new GuideLines(sheet, plot).names(g);
        LineLabels.write(g, sheet, lines.stream().map(l -> end(g, l)).toList());
    }

    private void beforeNarrow(Graphics2D g) {
        var soft = Tone.SOFT.light();
        double left = -sheet.roomLeft(), whole = sheet.roomLeft() + sheet.getWidth() + sheet.roomRight();
        var what = what(plot, (int) Math.round(whole));
        for (int i = 0; i < what.size(); i++)
            Anchor.MIDDLE.write(g, what.get(i), left + whole / 2, sheet.getHeight() + 36 + LINE * i, Fonts.PLAIN, soft);
        var legend = PlotLegend.of(plot, (int) Math.round(whole));
        Anchor.START.write(g, plot.y().what(), left, -base(plot) - LINE / 2.0 + 2, Fonts.PLAIN, soft);
        PointLabels.draw(g, lines, this::x, this::y, sheet.getHeight());
        new GuideLines(sheet, plot).names(g);
        legend.draw(g, left, -above(plot, legend), hollow);
    }

    /// A line that ends before the others is named above its end, as they go on where its name would be; one through a
    /// few points on its own side of it.
    private LineLabels.End end(Graphics2D g, Line line) {
        var last = last(line);
        double x = x(last.x()), y = y(last.y().value());
        boolean early = !labelled && x < lines.stream().mapToDouble(l -> x(last(l).x())).max().orElse(0) - 8;
        var hue = Hue.of(line.contender());
        return switch (line.style()) {
            case SCATTER -> new LineLabels.End(line.said(), hue, x, y, !aside(g, line, last));
            case POINTS -> new LineLabels.End(line.said(), hue, x, early ? y - 9 : y, !early);
            case COURSE, THIN -> new LineLabels.End(line.said(), hue, x, early ? y - 10 : y, true);
        };
    }

    private static Point last(Line line) {
        return line.points().stream().max(Comparator.comparingDouble(Point::x)).orElseThrow();
    }

    /// A name keeps clear of the diagonal: it stands on the side that looks away from it, where there is room.
    private boolean aside(Graphics2D g, Line line, Point point) {
        double x = x(point.x()), width = 1.1 * Anchor.width(g, line.said(), Fonts.BOLD) + GAP;
        boolean above = point.x() < point.y().value();
        return x > width && (above || x + width > sheet.getWidth() + sheet.roomRight());
    }
}
