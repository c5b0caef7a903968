package memorytax.chart;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Mark.Change;
import memorytax.chart.model.Rows.Group;
import memorytax.chart.model.Rows.Key;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.claim.Measured;
import memorytax.knob.Knob.Kind;
import memorytax.knob.Knob;
import memorytax.knob.Knobs;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Counted;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Differences to a base, the largest first, as bars to either side of a zero line.
///
/// The axis is even, because the length of a bar is what it says; so one giant would make all others invisible. A bar
/// that is many times as long as the one in the middle of the ranking is cut: it runs to the edge, ends in an arrow,
/// and its number is at the end of its row, as that of each.
final class Tornado {
    /// A bar is cut that is so many times as long as the median of those that were seen.
    private static final double GIANT = 12;
    /// An interval may lengthen the axis by so much; further out it is cut.
    private static final double WIDER = 1.4;
    /// As much of the longer side the shorter one has at the least.
    private static final double SHORTER = 0.12;

    private Tornado() {
    }

    static ChartModel of(Knobs knobs) {
        var base = knobs.baseCost();
        if (base.isEmpty() || knobs.all().isEmpty())
            return new ChartModel(Caption.of("Differences to " + knobs.base() + "."), new ChartModel.Nothing(
                base.isEmpty() ? knobs.base() + " has no slope" : "nothing was changed of " + knobs.base()));
        var reach = reach(knobs.all());
        boolean live = knobs.all().stream().anyMatch(k -> k.liveMore().isPresent());
        var axis = axis("bytes more or less than " + Bytes.exact(base.get().value()) + ", " + knobs.base(), reach);
        return new ChartModel(caption(knobs, Bytes.exact(base.get().value()), live), new Rows(axis,
            Group.one(knobs.all().stream().map(k -> row(knobs, k))), new Key("resident", live ? "live" : ""),
            OptionalDouble.of(0)));
    }

    private static Row row(Knobs knobs, Knob knob) {
        boolean all = knobs.all().stream().noneMatch(Knob::here); // then the caption says it
        return new Row(knob.name(), knobs.base(), new Change(spread(knob.more()), knob.liveMore().map(Tornado::spread),
            knob.kind() == Kind.METHOD, knob.seen()), knob.said() + (all || knob.here() ? "" : " (recorded)"));
    }

    private static Spread spread(Measured more) {
        return new Spread(more.value(), more.low(), more.high());
    }

    /// How far a bar may reach to either side without being cut.
    private static double reach(List<Knob> all) {
        var sizes = all.stream().filter(Knob::seen).map(Knob::size).sorted().toList();
        if (sizes.isEmpty()) return all.stream().mapToDouble(Knob::size).max().orElse(1);
        double most = GIANT * sizes.get((sizes.size() - 1) / 2);
        return all.stream().mapToDouble(Knob::size).filter(s -> s <= most).max().orElse(most);
    }

    private static Axis axis(String what, double reach) {
        return new Axis(what, Unit.MORE_BYTES, false, -reach * WIDER, reach * WIDER, List.of());
    }

    private static Caption caption(Knobs knobs, String base, boolean live) {
        boolean both = knobs.all().stream().anyMatch(k -> k.kind() == Kind.METHOD)
            && knobs.all().stream().anyMatch(k -> k.kind() != Kind.METHOD);
        return Caption.of("How much more or less one task of " + knobs.base() + " costs than " + base + " resident, "
            + "with the 95 % interval, from " + Counted.forks(knobs.all().stream().mapToInt(k -> k.more().forks()))
            + ".").and(both ? "Paler: the same processes, read in another way." : "")
            .and(live ? "Hollow: the difference of what is live." : "")
            .and(Stream.of(knobs.all()).allMatch(a -> a.stream().noneMatch(Knob::here)) ? Counted.RECORDED : "");
    }
}
