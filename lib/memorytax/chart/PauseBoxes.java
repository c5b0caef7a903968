package memorytax.chart;

import memorytax.chart.draw.Anchor;
import memorytax.chart.draw.Decades;
import memorytax.chart.draw.Drawn;
import memorytax.chart.draw.Empty;
import memorytax.chart.draw.Hue;
import memorytax.chart.draw.LayeredChart;
import memorytax.chart.draw.Rows;
import memorytax.chart.draw.Theme;
import memorytax.chart.draw.ThemeColor;
import memorytax.chart.draw.Ticks;
import memorytax.chart.draw.Tone;
import memorytax.child.kit.Pauses;
import memorytax.measure.result.Reports;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How stops are spread, on a logarithmic axis: a box from the first quartile to the third with a line at the median,
/// whiskers to the shortest and the longest, and behind it each stop as a dot. XChart has boxes of its own, but their
/// whiskers end somewhere else, and a terminal could not draw them.
final class PauseBoxes {
    private static final int ROW = 30, BOX = 12;
    private static final double DOT = 2, GAP = 0.5;

    /// @param stops in ms, ascending, none of them zero
    private record Row(String name, String kind, double[] stops) {
        private double at(double share) {
            double place = share * (stops.length - 1);
            int below = (int) place, above = Math.min(below + 1, stops.length - 1);
            return stops[below] + (place - below) * (stops[above] - stops[below]);
        }

        private double longest() {
            return stops[stops.length - 1];
        }

        private String title() {
            return name + ", " + kind;
        }

        private String text() {
            return Ticks.millis(at(0.5)) + ", " + Ticks.millis(longest());
        }

        private Drawn.Interval interval() {
            return new Drawn.Interval(title(), Hue.of(name).light(), at(0.5), at(0.25), at(0.75), longest(), text());
        }
    }

    private PauseBoxes() {
    }

    static LayeredChart of(int tasks, List<String> kinds, Reports... reports) {
        var rows = new ArrayList<Row>();
        for (var kind : kinds) for (var each : reports) for (var c : each.contenders()) {
            double[] stops = each.with(tasks).all().stream().filter(w -> w.contender().name().equals(c.name())
                && w.name().equals(Pauses.EACH + kind)).mapToDouble(w -> w.figures().getOrDefault("ms", 0.0))
                .filter(ms -> ms > 0).sorted().toArray();
            if (stops.length > 0) rows.add(new Row(c.name(), kind, stops));
        }
        boolean here = Arrays.stream(reports).allMatch(t -> t.contenders().stream().allMatch(c -> t.here(c.name())));
        return draw(rows, "Single stops with " + Ticks.count(tasks) + " tasks that wait. The box holds the middle half "
            + "of them, its line is the median, the whiskers reach the shortest and the longest. At the right: the "
            + "median, and the longest." + (here ? "" : " Some are recorded."));
    }

    private static LayeredChart draw(List<Row> rows, String caption) {
        var drawing = new Drawn.Intervals("ms of one stop", true, "median, in the middle half", "longest",
            rows.stream().map(Row::interval).toList(), Ticks::millis);
        double[] y = places(rows);
        double height = rows.isEmpty() ? 1 : y[0] + 0.5;
        var sheet = new Rows(caption, (int) (ROW * height) + 46, drawing);
        if (rows.isEmpty()) return Empty.say(sheet, "no stop was told of");
        double low = Decades.down(rows.stream().mapToDouble(r -> r.stops[0]).min().orElseThrow());
        double high = Decades.up(rows.stream().mapToDouble(Row::longest).max().orElseThrow());
        sheet.xRange(low, high, true);
        sheet.yRange(0, height, false);
        sheet.roomLeft(rows.stream().map(Row::title).toList());
        sheet.roomRight(rows.stream().map(Row::text).toList());
        sheet.under(g -> Ticks.at(Ticks.decades(low, high), v -> Ticks.number(v) + " ms").across(g, sheet));
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            double[] all = new double[row.stops.length];
            double at = y[i];
            Arrays.fill(all, at); // for whoever reads the chart's data
            sheet.addSeries(sheet.free(row.title()), row.stops, all).setEnabled(false);
            sheet.over(g -> box(g, sheet, row, sheet.y(at)));
        }
        return sheet;
    }

    /// From the top, with a gap where another kind begins.
    private static double[] places(List<Row> rows) {
        var places = new double[rows.size()];
        double y = 0.5;
        for (int i = rows.size() - 1; i >= 0; i--, y++) {
            places[i] = y;
            if (i > 0 && !rows.get(i).kind.equals(rows.get(i - 1).kind)) y += GAP;
        }
        return places;
    }

    private static void box(Graphics2D g, LayeredChart sheet, Row row, double y) {
        var hue = Hue.of(row.name).light();
        double first = sheet.x(row.stops[0]), last = sheet.x(row.longest());
        double left = sheet.x(row.at(0.25)), right = sheet.x(row.at(0.75)), middle = sheet.x(row.at(0.5));
        var box = new Rectangle2D.Double(left, y - BOX / 2.0, right - left, BOX);
        line(g, Tone.RULE.light(), 1.5f, 0, y, first, y);
        g.setColor(Tone.PAPER.light());
        g.fill(box);
        g.setColor(ThemeColor.pale(hue, 45));
        g.fill(box);
        g.setColor(ThemeColor.pale(hue, 150));
        for (double stop : row.stops) g.fill(new Ellipse2D.Double(sheet.x(stop) - DOT, y - DOT, 2 * DOT, 2 * DOT));
        line(g, hue, 1.4f, first, y, left, y);
        line(g, hue, 1.4f, right, y, last, y);
        for (double end : new double[]{first, last}) line(g, hue, 1.4f, end, y - 4, end, y + 4);
        g.setStroke(new BasicStroke(1.4f));
        g.setColor(hue);
        g.draw(box);
        line(g, hue, 3, middle, box.getMinY(), middle, box.getMaxY());
        Anchor.END.write(g, row.title(), -10, y, Theme.BOLD, hue);
        Anchor.START.write(g, row.text(), sheet.getWidth() + 9, y, Theme.PLAIN, Tone.INK.light());
    }

    private static void line(Graphics2D g, Color color, float width, double x1, double y1, double x2, double y2) {
        g.setColor(color);
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }
}
