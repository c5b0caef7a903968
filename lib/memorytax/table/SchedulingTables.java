package memorytax.table;

import memorytax.measure.result.Bytes;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Range;
import memorytax.measure.runtime.IdleCpu;
import memorytax.measure.runtime.Pinning;
import memorytax.measure.runtime.ReturnedMemory;
import memorytax.measure.runtime.Schedules;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tables of what runs tasks, what keeps it from running them, and what is left when tasks end.
public final class SchedulingTables {
    private SchedulingTables() {
    }

    /// What processes take that are left alone: a row for each.
    public static Table idle(IdleCpu idle) {
        var table = Tables.texts("CPU time of processes that were left alone, all of them at the same time. Linux "
            + "reports CPU time in steps of 10 ms. " + Counted.medians(idle), "contender", "waiting",
            "left alone for", "CPU time", "of one core");
        for (var c : idle.contenders()) for (var name : idle.reports().names()) {
            var cpu = idle.millis(c.name(), name);
            if (cpu.isEmpty()) continue;
            Tables.append(table, c.name(), name, idle.seconds(c.name(), name).map(s -> text("%.1f s", s.median()))
                .orElse(""), text("%,.0f ms", cpu.get().median()),
                idle.share(c.name(), name).map(s -> text("%.1f %%", s.median())).orElse(""));
        }
        return table;
    }

    /// How jobs were shared: a row per contender, the medians of the forks with the range of what was run elsewhere.
    public static Table shared(Schedules schedules) {
        var table = Tables.texts("Speedup: how many times as fast as one carrier alone. Run elsewhere: the share of "
            + "the work that ran on another carrier than the one it was handed to. " + Counted.medians(schedules),
            "contender", "carriers", "time", "speedup", "run elsewhere");
        for (var c : schedules.contenders()) {
            var seconds = schedules.seconds(c.name());
            var elsewhere = schedules.elsewhere(c.name());
            if (seconds.isEmpty() || elsewhere.isEmpty()) continue;
            Tables.append(table, c.name(), schedules.carriers(c.name()).map(s -> text("%,.0f", s.median())).orElse(""),
                text("%.2f s", seconds.get().median()), text("%.1f", schedules.work() / 1e3 / seconds.get().median()),
                range(elsewhere.get()));
        }
        return table;
    }

    /// What share of the work was run elsewhere: `48 % (47 to 50)`; `an unknown share` where no process reported it.
    public static String elsewhere(Schedules schedules, String contender) {
        return schedules.elsewhere(contender).map(SchedulingTables::range).orElse("an unknown share");
    }

    private static String range(Range s) {
        return s.high() - s.low() < 0.5 ? text("%.0f %%", s.median())
            : text("%.0f %% (", s.median()) + text("%.0f to ", s.low()) + text("%.0f)", s.high());
    }

    /// What keeps a carrier: a row for each thing that blocks.
    public static Table kept(Pinning pinning) {
        var table = Tables.texts("The other waits: how long a second virtual thread had to wait for the only carrier. "
            + "Kept: until the first thread went on. Free: the second thread ran while the first one was blocked. "
            + Counted.medians(pinning), "what it does", "the other waits", "the carrier is", "JFR reports");
        for (var c : pinning.contenders()) for (var name : pinning.reports().names()) {
            var waited = pinning.waited(c.name(), name);
            if (waited.isEmpty()) continue;
            Tables.append(table, name, text("%,.1f ms", waited.get().median()),
                pinning.keeps(c.name(), name).map(k -> k ? "kept" : "free").orElse("not clear"),
                pinning.pinned(c.name(), name).filter(often -> often >= 0.5).map(_ -> "pinned").orElse(""));
        }
        return table;
    }

    /// What a process takes at each of the stages at which it was weighed, and how much of what its tasks took it has
    /// given back at the last: a row per contender, and number of tasks where there are several.
    public static Table givenBack(ReturnedMemory returned) {
        var table = Tables.texts("Resident memory of the process. Given back: how much of the memory for its tasks "
            + "the process no longer has in the last of these columns. " + Counted.medians(returned), "contender");
        var stages = returned.stages();
        stages.forEach(s -> table.addColumns(StringColumn.create(s)));
        table.addColumns(StringColumn.create("given back"));
        var sizes = returned.sizes();
        for (int size : sizes) for (var c : returned.contenders()) {
            if (stages.isEmpty() || returned.taken(c.name(), size, stages.getFirst()).isEmpty()) continue;
            var row = new ArrayList<>(List.of(c.name() + (sizes.size() > 1 ? text(", %,.0f tasks", size) : "")));
            stages.forEach(s -> row.add(returned.taken(c.name(), size, s).map(m -> Bytes.of(m.median())).orElse("")));
            row.add(returned.givenBack(c.name(), size).map(s -> text("%.0f %%", s)).orElse(""));
            Tables.append(table, row.toArray(String[]::new));
        }
        return table;
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
