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
        var table = Tables.texts(caption(knobs), "changed", "kind", "one more task", "difference", "live",
            "empty process", "forks");
        knobs.baseCost().ifPresent(base -> Tables.append(table, "nothing", "", Bytes.exact(base.value()),
            "", knobs.weighed().slope(knobs.base(), Quantity.LIVE).map(s -> Bytes.exact(s.value())).orElse(""),
            knobs.weighed().meanBaseline(knobs.base()).map(b -> Bytes.of(b.mean())).orElse(""),
            base.here() ? String.valueOf(base.forks()) : "recorded"));
        for (var knob : knobs.all()) row(table, knob);
        for (var column : List.of("live", "empty process"))
            if (table.stringColumn(column).asList().stream().allMatch(String::isEmpty)) table.removeColumns(column);
        if (knobs.all().stream().map(Knob::kind).distinct().count() < 2) table.removeColumns("kind");
        var forks = table.stringColumn("forks").asSet();
        if (forks.size() < 2) table.removeColumns("forks"); // the caption has it
        return table;
    }

    private static void row(Table table, Knob knob) {
        Tables.append(table, knob.name(), knob.kind().toString(), Knob.size(knob.cost().value()),
            Knob.said(knob.more()), knob.live().map(m -> Knob.size(m.value())).orElse(""),
            knob.emptyMore().map(KnobTables::empty).orElse(""),
            knob.here() ? String.valueOf(knob.more().forks()) : "recorded");
    }

    private static String empty(Measured more) {
        return Knob.seen(more) ? Knob.signed(more.value()) : more.forks() < 2 ? "" : "none seen";
    }

    private static String caption(Knobs knobs) {
        return "What one more task of " + knobs.base() + " costs when one thing is changed"
            + (knobs.all().isEmpty() ? "." : ", from " + Counted.forks(knobs.all().stream()
            .mapToInt(k -> k.more().forks())) + ".") + " Difference: to nothing changed, ± its 95 % interval. Empty "
            + "process: how much larger or smaller it is." + (!knobs.all().isEmpty() && knobs.all().stream()
            .noneMatch(Knob::here) ? " " + Counted.RECORDED : "");
    }
}
