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
/// is cut that is longer than the base itself, and many times as long as the one in the middle of the ranking: it runs
/// to the edge, ends in an arrow, and its number is at the end of its row, as that of each. Beside it the others keep
/// their measure: the axis reaches for half of the base at the least.
final class Tornado {
    /// A bar is cut that is so many times as long as the median of those that were seen.
    private static final double GIANT = 12;
    /// An interval, or what is live, may make the axis so many times as long; further out it is not drawn.
    private static final double WIDER = 1.4;
    /// A bar that is cut is drawn so many times as long as the longest that is not.
    private static final double CUT = 1.2;
    /// As much of the longer side the shorter one has at the least.
    private static final double SHORTER = 0.15;

    private Tornado() {
    }

    static ChartModel of(Knobs knobs) {
        var base = knobs.baseCost();
        if (base.isEmpty() || knobs.all().isEmpty())
            return new ChartModel(Caption.of("Differences to " + knobs.base() + "."), new ChartModel.Nothing(
                base.isEmpty() ? knobs.base() + " has no slope" : "nothing was changed of " + knobs.base()));
        var axis = axis(knobs, base.get().value());
        var rows = knobs.all().stream().map(k -> row(knobs, k, axis)).toList();
        boolean live = rows.stream().anyMatch(r -> ((Change) r.mark()).hollow().isPresent());
        return new ChartModel(caption(knobs, rows, axis), new Rows(axis, Group.one(rows.stream()),
            new Key("resident", live ? "live" : ""), OptionalDouble.of(0)));
    }

    private static Row row(Knobs knobs, Knob knob, Axis axis) {
        boolean all = knobs.all().stream().noneMatch(Knob::here); // then the caption says it
        return new Row(knob.name(), knobs.base(), new Change(spread(knob.more()),
            knob.liveMore().filter(Knob::seen).map(Tornado::spread).filter(s -> !cut(s, axis)),
            both(knobs) && knob.kind() == Kind.METHOD, knob.seen()),
            knob.said() + (all || knob.here() ? "" : " (recorded)"));
    }

    /// Whether there are two kinds, which two tones keep apart.
    private static boolean both(Knobs knobs) {
        return knobs.all().stream().map(k -> k.kind() == Kind.METHOD).distinct().count() > 1;
    }

    private static boolean cut(Spread spread, Axis axis) {
        return spread.value() < axis.low() || spread.value() > axis.high();
    }

    private static Spread spread(Measured more) {
        return new Spread(more.value(), more.low(), more.high());
    }

    /// How far a bar, or what is live, may reach to either side without being cut.
    private static double reach(List<Knob> all, double base) {
        var seen = all.stream().flatMap(k -> Stream.concat(Stream.of(k.more()), k.liveMore().stream()))
            .filter(Knob::seen).map(m -> Math.abs(m.value())).sorted().toList();
        var drawn = Stream.concat(seen.stream(), all.stream().map(Knob::size)).sorted().toList();
        double most = seen.isEmpty() ? drawn.getLast() : Math.max(base, GIANT * seen.get((seen.size() - 1) / 2));
        double longest = drawn.stream().mapToDouble(s -> s).filter(s -> s <= most).max().orElse(0);
        return longest < drawn.getLast() ? Math.max(longest, base / 2) : longest;
    }

    /// The zero line is the base, and has its size.
    private static Axis axis(Knobs knobs, double base) {
        double reach = reach(knobs.all(), base);
        double left = side(knobs.all(), -1, reach), right = side(knobs.all(), 1, reach);
        var zero = Bytes.exact(base);
        var unit = new Unit(v -> v == 0 ? zero : Unit.MORE_BYTES.tick().apply(v), Unit.MORE_BYTES.value(), true);
        return new Axis("bytes more or less than " + knobs.base() + ", " + zero, unit, false,
            -Math.max(left, SHORTER * right), Math.max(right, SHORTER * left), List.of());
    }

    /// How long the axis is on one side: -1 for the left one.
    private static double side(List<Knob> all, int sign, double reach) {
        return 1.02 * all.stream().flatMap(k -> Stream.concat(Stream.of(sign * k.more().value() > reach ? CUT * reach
            : Math.max(sign * k.more().low(), sign * k.more().high())), k.liveMore().filter(Knob::seen)
            .map(l -> sign * l.value()).filter(l -> l <= WIDER * reach).stream()))
            .mapToDouble(v -> Math.clamp(v, 0, WIDER * reach)).max().orElse(0);
    }

    private static Caption caption(Knobs knobs, List<Row> rows, Axis axis) {
        var changes = rows.stream().map(r -> (Change) r.mark()).toList();
        boolean live = changes.stream().anyMatch(c -> c.hollow().isPresent());
        int forks = knobs.all().stream().mapToInt(k -> k.more().forks()).max().orElse(0);
        return Caption.of("What one change does to the cost of one more task of " + knobs.base() + ", resident"
            + (forks < 2 ? ". " + Counted.ONE : ", with the 95 % interval of the difference, from "
            + Counted.forks(knobs.all().stream().mapToInt(k -> k.more().forks())) + "."))
            .and(both(knobs) ? "Paler: nothing is changed, and the processes are read in another way." : "")
            .and(live ? "Hollow: the difference of what is live, where one was seen." : "")
            .and(changes.stream().anyMatch(c -> cut(c.difference(), axis)) ? "An arrow: the bar is longer than that."
                : "").and(knobs.doubt()).and(knobs.all().stream().noneMatch(Knob::here) ? Counted.RECORDED : "");
    }
}
