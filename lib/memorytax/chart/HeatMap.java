package memorytax.chart;

import memorytax.chart.draw.Anchor;
import memorytax.chart.draw.Drawn;
import memorytax.chart.draw.Empty;
import memorytax.chart.draw.Hue;
import memorytax.chart.draw.LayeredChart;
import memorytax.chart.draw.Rows;
import memorytax.chart.draw.Theme;
import memorytax.chart.draw.ThemeColor;
import memorytax.chart.draw.Tone;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Reports;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Bytes as a grid: a row for each thing that was told of, a column for each contender, the darker the more.
final class HeatMap {
    private static final int ROW = 27;
    private static final int LIGHTEST = 28, DARKEST = 120;

    private HeatMap() {
    }

    /// @param figure that the processes told: `bytes_per_op`
    static LayeredChart of(Reports reports, String figure) {
        var columns = reports.contenders().stream().map(Contender::name).toList();
        var rows = reports.names().stream().map(name -> new Drawn.Line(name, columns.stream()
            .mapToDouble(c -> reports.of(c, name, figure).map(s -> rounded(s.mean())).orElse(Double.NaN)).toArray()))
            .toList();
        var drawing = new Drawn.Grid(words(figure), columns, rows, HeatMap::text);
        var sheet = new Rows(caption(reports), ROW * Math.max(1, rows.size()) + 44, drawing);
        if (rows.isEmpty()) return Empty.say(sheet, "nothing was told");
        sheet.xRange(0, columns.size(), false);
        sheet.yRange(0, rows.size(), false);
        sheet.roomLeft(rows.stream().map(Drawn.Line::name).toList());
        sheet.roomAbove(34);
        sheet.roomBelow(10);
        double most = rows.stream().flatMapToDouble(r -> Arrays.stream(r.values())).filter(v -> v > 0).max()
            .orElse(1);
        double[] middles = IntStream.range(0, columns.size()).mapToDouble(i -> i + 0.5).toArray();
        for (var line : rows) // for whoever reads the chart's data
            sheet.addSeries(sheet.free(line.name()), middles, line.values()).setEnabled(false);
        sheet.over(g -> {
            for (int c = 0; c < columns.size(); c++)
                Anchor.MIDDLE.write(g, columns.get(c), sheet.x(c + 0.5), -14, Theme.BOLD, Tone.INK.light());
            for (int r = 0; r < rows.size(); r++) row(g, sheet, rows.get(r), rows.size() - r, most);
        });
        return sheet;
    }

    private static void row(Graphics2D g, LayeredChart sheet, Drawn.Line line, double top, double most) {
        double y = sheet.y(top), height = sheet.y(top - 1) - y;
        Anchor.END.write(g, line.name(), -10, y + height / 2, Theme.PLAIN, Tone.INK.light());
        for (int c = 0; c < line.values().length; c++) {
            double value = line.values()[c], x = sheet.x(c);
            var cell = new Rectangle2D.Double(x + 1.5, y + 1.5, sheet.x(c + 1) - x - 3, height - 3);
            if (value > 0) {
                g.setColor(shade(value / most));
                g.fill(cell);
            } else {
                g.setColor(Tone.RULE.light());
                g.setStroke(new BasicStroke(1));
                g.draw(cell);
            }
            boolean some = value > 0;
            Anchor.MIDDLE.write(g, text(value), cell.getCenterX(), cell.getCenterY(), some ? Theme.BOLD : Theme.PLAIN,
                some ? Tone.INK.light() : Tone.SOFT.light());
        }
    }

    private static Color shade(double share) {
        var c = Hue.PLATFORM.light();
        return ThemeColor.pale(c, (int) (LIGHTEST + share * (DARKEST - LIGHTEST)));
    }

    /// What is within a twentieth of a byte of nothing is nothing.
    private static double rounded(double bytes) {
        return Math.abs(bytes) < 0.05 ? 0 : bytes;
    }

    private static String text(double bytes) {
        return Double.isNaN(bytes) ? "–" : Bytes.of(bytes);
    }

    private static String words(String figure) {
        return figure.replace("_per_op", " of one operation").replace('_', ' ');
    }

    private static String caption(Reports reports) {
        var forks = Names.forks(reports.contenders().stream().mapToInt(c -> (int) reports.all().stream()
            .filter(w -> w.contender().equals(c) && !w.name().isEmpty()).map(Reports.Report::fork).distinct().count()));
        boolean here = reports.contenders().stream().allMatch(c -> reports.here(c.name()));
        return "Bytes that one operation takes from the heap, a column per JVM. An empty frame: none. Means of " + forks
            + (here ? "." : ", recorded.");
    }
}
