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
import memorytax.chart.draw.Tone;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Group;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Slope;
import org.knowm.xchart.style.markers.None;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Bytes per further task in groups, from zero: a bar per contender, solid as far as it is live, faint for what is
/// paid beyond that.
final class GroupBars {
    private static final double ROW = 23, BAR = 14, GAP = 12;

    /// @param most whether it is the largest of its group, beyond its interval
    private record Bar(String name, Slope paid, Optional<Slope> live, boolean most) {
        double end() {
            return Math.max(paid.value(), Math.min(paid.high(), 1.5 * paid.value()));
        }

        /// Live is named where it is much less than what is paid.
        String text() {
            var needed = live.filter(s -> s.value() < 0.9 * paid.value())
                .map(s -> ", " + Bytes.of(s.value()) + " live");
            return Bytes.of(paid.value()) + needed.orElse("") + (paid.here() ? "" : " (recorded)");
        }
    }

    private GroupBars() {
    }

    static LayeredChart of(List<Group> all) {
        var groups = all.stream().filter(g -> g.resident().stream().anyMatch(s -> s.value() > 0)).toList();
        var bars = new LinkedHashMap<String, List<Bar>>();
        groups.forEach(g -> bars.put(g.name(), bars(g)));
        double lines = bars.values().stream().mapToDouble(b -> (b.size() + 1) * ROW + GAP).sum();
        var sheet = new Rows(caption(groups), (int) Math.max(60, lines) + 40, rows(bars));
        if (bars.isEmpty()) return Empty.say(sheet, "too few points to tell");
        var flat = bars.values().stream().flatMap(List::stream).toList();
        double end = flat.stream().mapToDouble(Bar::end).max().orElseThrow() * 1.02, unit = end > 2048 ? 1024 : 1;
        sheet.xRange(0, end, false);
        sheet.yRange(0, lines, false);
        sheet.roomLeft(flat.stream().map(Bar::name).toList());
        sheet.roomRight(List.of(flat.stream().max(Comparator.comparingDouble(Bar::end)).orElseThrow().text()));
        sheet.under(g -> Ticks.at(Ticks.even(end / unit, 5).map(v -> v * unit),
            v -> Ticks.number(v / unit) + (unit > 1 ? " KB" : " B")).across(g, sheet));
        double y = lines;
        for (var group : bars.entrySet()) {
            heading(sheet, group.getKey(), y - GAP - ROW / 2);
            y -= GAP + ROW;
            for (var bar : group.getValue()) add(sheet, bar, y -= ROW);
        }
        return sheet;
    }

    private static List<Bar> bars(Group group) {
        var most = most(group);
        return group.resident().stream().filter(s -> s.value() > 0)
            .map(s -> new Bar(plain(s), s, live(group, s), most.filter(s::equals).isPresent())).toList();
    }

    private static Optional<Slope> live(Group group, Slope paid) {
        return group.slopes().stream()
            .filter(s -> s.quantity() == Quantity.LIVE && s.contender().equals(paid.contender())).findFirst();
    }

    /// The largest, where its interval lies above all others.
    private static Optional<Slope> most(Group group) {
        return group.resident().stream().filter(s -> group.resident().stream()
            .allMatch(o -> o == s || o.high() < s.low())).findFirst().filter(_ -> group.resident().size() > 1);
    }

    /// Without what tells it from others of its kind: that is the name of its group.
    private static String plain(Slope slope) {
        return slope.contender().name().replaceFirst(",.*", "");
    }

    private static void heading(LayeredChart sheet, String name, double y) {
        sheet.over(g -> Anchor.START.write(g, name, 0, sheet.y(y) + 3, Theme.BOLD, Tone.INK.light()));
    }

    /// @param y of its lower edge
    private static void add(LayeredChart sheet, Bar bar, double y) {
        double middle = y + ROW / 2;
        // XChart holds the total, for whoever reads the chart's data; what is seen is drawn below
        sheet.line(bar.name, new double[]{bar.paid.value()}, new double[]{middle}, false, false).setMarker(new None());
        var hue = Hue.of(bar.name).light();
        sheet.over(g -> {
            double at = sheet.y(middle);
            Anchor.END.write(g, bar.name, -10, at, Theme.BOLD, hue);
            g.setColor(Tone.PAPER.light()); // hides the grid, which would shine through
            g.fill(box(sheet, bar.paid.value(), at));
            g.setColor(ThemeColor.pale(hue, 90));
            g.fill(box(sheet, bar.paid.value(), at));
            g.setColor(hue);
            g.fill(box(sheet, Math.min(bar.paid.value(), bar.live.orElse(bar.paid).value()), at));
            interval(g, sheet, bar.paid, at);
            Anchor.START.write(g, bar.text(), Math.max(sheet.x(bar.paid.high()), sheet.x(bar.paid.value())) + 9, at,
                bar.most ? Theme.BOLD : Theme.PLAIN, Tone.INK.light());
        });
    }

    private static Rectangle2D.Double box(LayeredChart sheet, double bytes, double middle) {
        return new Rectangle2D.Double(0, middle - BAR / 2, Math.max(0.5, sheet.x(bytes)), BAR);
    }

    private static void interval(Graphics2D g, LayeredChart sheet, Slope slope, double middle) {
        double low = sheet.x(slope.low()), high = sheet.x(slope.high());
        if (high - low < 3) return; // the edge of the bar says it
        g.setColor(Tone.INK.light());
        g.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.draw(new Line2D.Double(low, middle, high, middle));
        for (double end : new double[]{low, high}) g.draw(new Line2D.Double(end, middle - 4, end, middle + 4));
    }

    /// For a terminal: a line with the group's name, and one for each bar.
    private static Drawn.Stacks rows(LinkedHashMap<String, List<Bar>> groups) {
        var rows = new ArrayList<Drawn.Stack>();
        groups.forEach((name, bars) -> {
            rows.add(new Drawn.Stack(name, Tone.INK.light(), List.of(), " "));
            for (var bar : bars) rows.add(new Drawn.Stack(bar.name, Hue.of(bar.name).light(),
                List.of(new Drawn.Segment("resident", bar.paid.value())), bar.text()));
        });
        return new Drawn.Stacks("bytes of one more task", rows, Bytes::of);
    }

    /// Which is the largest, group by group, is said of what was measured.
    private static String caption(List<Group> groups) {
        var most = groups.stream().filter(g -> most(g).isPresent()).collect(Collectors.groupingBy(
            g -> plain(most(g).orElseThrow()), LinkedHashMap::new, Collectors.mapping(Group::name,
                Collectors.joining(", "))));
        var says = most.entrySet().stream().map(e -> e.getKey() + " (" + e.getValue() + ")")
            .collect(Collectors.joining(", then "));
        boolean live = groups.stream().flatMap(g -> bars(g).stream()).anyMatch(b -> b.live.isPresent());
        return "Resident bytes of one more task, with the 95 % interval of " + Names.forks(groups.stream()
            .flatMap(g -> g.resident().stream()).mapToInt(Slope::forks)) + "."
            + (says.isEmpty() ? "" : " The most expensive: " + says + ".")
            + (live ? " In the picture the solid part of a bar is live, where a runtime can tell." : "");
    }
}
