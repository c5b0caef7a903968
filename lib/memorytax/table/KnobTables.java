package memorytax.table;

import memorytax.claim.Measured;
import memorytax.knob.Knob;
import memorytax.knob.Knobs;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Quantity;
import tech.tablesaw.api.Table;

import java.util.List;

/// What each change makes of the cost of one task, as tables.
public final class KnobTables {
    private KnobTables() {
    }

    /// The base, and a row for each change, the largest difference first: what one more task costs with it, how much
    /// more that is, what of it is live, and how much larger the empty process is.
    public static Table ranked(Knobs knobs) {
        var table = Tables.texts(caption(knobs), "changed", "one more task", "difference", "live", "empty");
        knobs.baseCost().ifPresent(base -> Tables.append(table, "nothing", Bytes.exact(base.value()), "",
            knobs.weighed().slope(knobs.base(), Quantity.LIVE).map(s -> Bytes.exact(s.value())).orElse(""),
            knobs.weighed().meanBaseline(knobs.base()).map(b -> Bytes.of(b.mean())).orElse("")));
        boolean all = knobs.all().stream().noneMatch(Knob::here); // then the caption says it
        for (var knob : knobs.all())
            Tables.append(table, knob.name() + (all || knob.here() ? "" : " (recorded)"),
                Knob.size(knob.cost().value()), knob.said(),
                knob.live().map(m -> Knob.size(m.value())).orElse(""),
                knob.emptyMore().map(KnobTables::empty).orElse(""));
        for (var column : List.of("live", "empty"))
            if (table.stringColumn(column).asList().stream().skip(1).allMatch(String::isEmpty))
                table.removeColumns(column);
        return table;
    }

    private static String empty(Measured more) {
        return Knob.seen(more) ? Knob.signed(more.value()) : more.forks() < 2 ? "" : "none seen";
    }

    private static String caption(Knobs knobs) {
        int forks = knobs.all().stream().mapToInt(k -> k.more().forks()).max().orElse(0);
        boolean empty = knobs.all().stream().anyMatch(k -> k.emptyMore().isPresent());
        boolean recorded = !knobs.all().isEmpty() && knobs.all().stream().noneMatch(Knob::here);
        return "What one more task of " + knobs.base() + " costs when one thing is changed."
            + (forks < 1 ? "" : forks < 2 ? " " + Counted.ONE : " Difference: to nothing changed, ± its 95 % interval, "
            + "from " + Counted.forks(knobs.all().stream().mapToInt(k -> k.more().forks())) + ".")
            + (empty ? " Empty: how much larger or smaller the empty process is." : "")
            + (recorded ? " " + Counted.RECORDED : "");
    }
}
