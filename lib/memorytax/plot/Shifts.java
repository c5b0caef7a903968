package memorytax.plot;

import memorytax.scale.Contender;
import memorytax.scale.Told;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// When each carrier was busy, a row for each of them: filled where it worked, the paler the less.
final class Shifts {
    private static final int ROW = 24, MOST = 4;
    private static final double APART = 0.55;

    private Shifts() {
    }

    static Sheet of(Told told) {
        var groups = told.contenders().stream().map(c -> rows(told, c)).filter(g -> !g.isEmpty()).toList();
        var rows = groups.stream().flatMap(List::stream).toList();
        double end = rows.stream().flatMap(r -> r.busy().stream()).mapToDouble(Drawn.Busy::to).max().orElse(1);
        var drawing = new Drawn.Spans("ms since the first job began", end, rows, Shifts::millis);
        double high = rows.size() + APART * Math.max(0, groups.size() - 1);
        var sheet = new Rows(caption(told, groups), (int) (ROW * Math.max(2, high)) + 46, drawing);
        if (rows.isEmpty()) return Empty.say(sheet, "nobody told when it was busy");
        sheet.xRange(0, end, false);
        sheet.yRange(0, high, false);
        sheet.roomLeft(rows.stream().map(Drawn.Span::name).toList());
        sheet.roomRight(List.of(millis(end)));
        for (var row : rows) // for whoever reads the chart's data
            sheet.addSeries(sheet.free(row.name()), row.busy().stream().mapToDouble(Drawn.Busy::from).toArray(),
                row.busy().stream().mapToDouble(Drawn.Busy::share).toArray()).setEnabled(false);
        sheet.under(g -> Ruler.at(Ruler.even(end, 6), Shifts::millis).across(g, sheet));
        return sheet.over(g -> {
            double top = high;
            for (var group : groups) {
                for (var row : group) row(g, sheet, row, top--);
                top -= APART;
            }
        });
    }

    private static void row(Graphics2D g, Sheet sheet, Drawn.Span row, double top) {
        double y = sheet.y(top) + 2, height = sheet.y(top - 1) - y - 2;
        var color = Hue.of(row.name()).light();
        Anchor.END.write(g, row.name(), -10, y + height / 2, Look.BOLD, color);
        for (var busy : row.busy()) {
            g.setColor(Dye.pale(color, (int) (255 * busy.share())));
            g.fill(new Rectangle2D.Double(sheet.x(busy.from()), y, sheet.x(busy.to()) - sheet.x(busy.from()), height));
        }
    }

    /// The busiest few of a contender's carriers, in their order, in the fork that took neither long nor short.
    private static List<Drawn.Span> rows(Told told, Contender contender) {
        var words = told.all().stream().filter(w -> w.contender().name().equals(contender.name())
            && w.figures().containsKey("busy_percent")).toList();
        var forks = words.stream().collect(Collectors.groupingBy(Told.Word::fork, Collectors.summarizingDouble(
            w -> w.figures().get("to_ms")))).entrySet().stream().sorted(Comparator.comparingDouble(
                e -> e.getValue().getMax())).map(Map.Entry::getKey).toList();
        int fork = forks.isEmpty() ? 0 : forks.get((forks.size() - 1) / 2);
        var rows = new ArrayList<Drawn.Span>();
        var carriers = words.stream().map(Told.Word::name).distinct().toList();
        for (var carrier : carriers) {
            var busy = words.stream().filter(w -> w.fork() == fork && w.name().equals(carrier)).map(w ->
                new Drawn.Busy(w.figures().get("from_ms"), w.figures().get("to_ms"),
                    w.figures().get("busy_percent") / 100)).toList();
            var name = contender.name().replaceFirst(",.*", "") + (carriers.size() == 1 ? ""
                : carrier.replaceFirst(".* ", ", "));
            rows.add(new Drawn.Span(name, Hue.of(contender.name()).light(), busy));
        }
        var busiest = rows.stream().sorted(Comparator.comparingDouble(Shifts::work).reversed()).limit(MOST).toList();
        return rows.stream().filter(busiest::contains).toList();
    }

    private static double work(Drawn.Span row) {
        return row.busy().stream().mapToDouble(b -> b.share() * (b.to() - b.from())).sum();
    }

    private static String millis(double ms) {
        return Ruler.number(ms) + " ms";
    }

    private static String caption(Told told, List<List<Drawn.Span>> groups) {
        long most = told.contenders().stream().mapToLong(c -> told.all().stream().filter(w -> w.contender().equals(c)
            && w.figures().containsKey("busy_percent")).map(Told.Word::name).distinct().count()).max().orElse(0);
        boolean here = told.contenders().stream().allMatch(c -> told.here(c.name()));
        return "A row for each carrier, filled where it ran jobs."
            + (most > MOST ? String.format(Locale.ROOT, " Of %d carriers the busiest %d.", most, MOST) : "")
            + (here ? " Of all forks the one in the middle." : " Recorded, not measured here.");
    }
}
