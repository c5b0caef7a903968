package memorytax.chart;

import memorytax.chart.draw.Anchor;
import memorytax.chart.draw.Drawn;
import memorytax.chart.draw.Empty;
import memorytax.chart.draw.Hue;
import memorytax.chart.draw.LayeredChart;
import memorytax.chart.draw.Rows;
import memorytax.chart.draw.Theme;
import memorytax.chart.draw.ThemeColor;
import memorytax.chart.draw.Ticks;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Reports;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// When each carrier was busy, a row for each of them: filled where it worked, the paler the less.
final class BusySpans {
    private static final int ROW = 24, MOST = 4;
    private static final double APART = 0.55;

    private BusySpans() {
    }

    static LayeredChart of(Reports reports) {
        var groups = reports.contenders().stream().map(c -> rows(reports, c)).filter(g -> !g.isEmpty()).toList();
        var rows = groups.stream().flatMap(List::stream).toList();
        double end = rows.stream().flatMap(r -> r.busy().stream()).mapToDouble(Drawn.Busy::to).max().orElse(1);
        var drawing = new Drawn.Spans("ms since the first job began", end, rows, BusySpans::millis);
        double high = rows.size() + APART * Math.max(0, groups.size() - 1);
        var sheet = new Rows(caption(reports, groups), (int) (ROW * Math.max(2, high)) + 46, drawing);
        if (rows.isEmpty()) return Empty.say(sheet, "nobody told when it was busy");
        sheet.xRange(0, end, false);
        sheet.yRange(0, high, false);
        sheet.roomLeft(rows.stream().map(Drawn.Span::name).toList());
        sheet.roomRight(List.of(millis(end)));
        for (var row : rows) // for whoever reads the chart's data
            sheet.addSeries(sheet.free(row.name()), row.busy().stream().mapToDouble(Drawn.Busy::from).toArray(),
                row.busy().stream().mapToDouble(Drawn.Busy::share).toArray()).setEnabled(false);
        sheet.under(g -> Ticks.at(Ticks.even(end, 6), BusySpans::millis).across(g, sheet));
        return sheet.over(g -> {
            double top = high;
            for (var group : groups) {
                for (var row : group) row(g, sheet, row, top--);
                top -= APART;
            }
        });
    }

    private static void row(Graphics2D g, LayeredChart sheet, Drawn.Span row, double top) {
        double y = sheet.y(top) + 2, height = sheet.y(top - 1) - y - 2;
        var color = Hue.of(row.name()).light();
        Anchor.END.write(g, row.name(), -10, y + height / 2, Theme.BOLD, color);
        for (var busy : row.busy()) {
            g.setColor(ThemeColor.pale(color, (int) (255 * busy.share())));
            g.fill(new Rectangle2D.Double(sheet.x(busy.from()), y, sheet.x(busy.to()) - sheet.x(busy.from()), height));
        }
    }

    /// The busiest few of a contender's carriers, in their order, in the fork that took neither long nor short.
    private static List<Drawn.Span> rows(Reports reports, Contender contender) {
        var words = reports.all().stream().filter(w -> w.contender().name().equals(contender.name())
            && w.figures().containsKey("busy_percent")).toList();
        var forks = words.stream().collect(Collectors.groupingBy(Reports.Report::fork, Collectors.summarizingDouble(
            w -> w.figures().get("to_ms")))).entrySet().stream().sorted(Comparator.comparingDouble(
                e -> e.getValue().getMax())).map(Map.Entry::getKey).toList();
        int fork = forks.isEmpty() ? 0 : forks.get((forks.size() - 1) / 2);
        var rows = new ArrayList<Drawn.Span>();
        var carriers = words.stream().map(Reports.Report::name).distinct().toList();
        for (var carrier : carriers) {
            var busy = words.stream().filter(w -> w.fork() == fork && w.name().equals(carrier)).map(w ->
                new Drawn.Busy(w.figures().get("from_ms"), w.figures().get("to_ms"),
                    w.figures().get("busy_percent") / 100)).toList();
            var name = contender.name().replaceFirst(",.*", "") + (carriers.size() == 1 ? ""
                : carrier.replaceFirst(".* ", ", "));
            rows.add(new Drawn.Span(name, Hue.of(contender.name()).light(), busy));
        }
        var busiest = rows.stream().sorted(Comparator.comparingDouble(BusySpans::work).reversed()).limit(MOST).toList();
        return rows.stream().filter(busiest::contains).toList();
    }

    private static double work(Drawn.Span row) {
        return row.busy().stream().mapToDouble(b -> b.share() * (b.to() - b.from())).sum();
    }

    private static String millis(double ms) {
        return Ticks.number(ms) + " ms";
    }

    private static String caption(Reports reports, List<List<Drawn.Span>> groups) {
        long most = reports.contenders().stream().mapToLong(c -> reports.all().stream().filter(w -> w.contender()
            .equals(c)
            && w.figures().containsKey("busy_percent")).map(Reports.Report::name).distinct().count()).max().orElse(0);
        boolean here = reports.contenders().stream().allMatch(c -> reports.here(c.name()));
        return "A row for each carrier, filled where it ran jobs."
            + (most > MOST ? String.format(Locale.ROOT, " Of %d carriers the busiest %d.", most, MOST) : "")
            + (here ? " Of all forks the one in the middle." : " Recorded, not measured here.");
    }
}
