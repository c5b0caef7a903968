package memorytax.chart;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Mark.Bar;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Group;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Slope;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Bytes per further task in groups, from zero: a bar per contender, solid as far as it is live, faint for what is
/// paid beyond that.
final class GroupBars {
    private GroupBars() {
    }

    static ChartModel of(List<Group> all) {
        var groups = all.stream().filter(g -> g.resident().stream().anyMatch(s -> s.value() > 0)).toList();
        var caption = caption(groups);
        if (groups.isEmpty())
            return new ChartModel(caption, new ChartModel.Nothing("there are too few points for a slope"));
        double end = groups.stream().flatMap(g -> g.resident().stream())
            .mapToDouble(s -> Math.max(s.value(), Math.min(s.high(), 1.5 * s.value()))).max().orElseThrow();
        return new ChartModel(caption, new Rows(Axis.upTo("bytes of one more task", Unit.BYTES, 1.02 * end),
            groups.stream().map(g -> new Rows.Group(g.name(), rows(g))).toList()));
    }

    private static List<Row> rows(Group group) {
        var most = most(group);
        return group.resident().stream().filter(s -> s.value() > 0)
            .map(s -> row(s, live(group, s), most.filter(s::equals).isPresent())).toList();
    }

    /// Live is named where it is much less than what is paid.
    private static Row row(Slope paid, Optional<Slope> live, boolean most) {
        var needed = live.filter(s -> s.value() < 0.9 * paid.value()).map(s -> ", " + Bytes.of(s.value()) + " live");
        return new Row(plain(paid), plain(paid),
            new Bar(Spread.of(paid), Math.min(paid.value(), live.orElse(paid).value())),
            Bytes.of(paid.value()) + needed.orElse("") + (paid.here() ? "" : " (recorded)"), "", most);
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
        return Contender.kind(slope.contender().name());
    }

    /// Which is the largest, group by group, is said of what was measured.
    private static Caption caption(List<Group> groups) {
        var most = groups.stream().filter(g -> most(g).isPresent()).collect(Collectors.groupingBy(
            g -> plain(most(g).orElseThrow()), LinkedHashMap::new, Collectors.mapping(g -> '"' + g.name() + '"',
                Collectors.joining(", "))));
        var says = most.entrySet().stream().map(e -> e.getKey() + " in " + e.getValue())
            .collect(Collectors.joining("; "));
        var forks = Counted.forks(groups.stream().flatMap(g -> g.resident().stream()).mapToInt(Slope::forks));
        boolean live = groups.stream().anyMatch(g -> g.resident().stream()
            .anyMatch(s -> s.value() > 0 && live(g, s).isPresent()));
        return new Caption(List.of())
            .and(Hand.PICTURE, "Resident bytes that one more task adds, with the 95 % interval, from " + forks + ".")
            .and(Hand.CHARACTERS, "Resident bytes that one more task adds, from " + forks + ".")
            .and(says.isEmpty() ? "" : "Most expensive: " + says + ".")
            .and(Hand.PICTURE, live ? "The paler part of a bar is not live." : "");
    }
}
