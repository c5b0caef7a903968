package memorytax.table;

import memorytax.child.kit.Pauses;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Reports;
import memorytax.measure.runtime.PauseTimes;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The table of how long collections stop everything.
public final class PauseTables {
    private static final List<String> KINDS = List.of(Pauses.NEW, Pauses.FULL, Pauses.OLD);

    private PauseTables() {
    }

    /// A row for each contender and kind of collection, a column for each number of tasks.
    public static Table of(PauseTimes pauses) {
        var reports = pauses.reports();
        var sizes = List.copyOf(reports.bySize().keySet());
        var whole = reports.contenders().stream().map(c -> c.name())
            .filter(name -> reports.bySize().values().stream().anyMatch(t -> goesOn(t, name))).toList();
        var table = Table.create("In each cell: the median stop and the longest stop, in ms" + (whole.isEmpty() ? ""
            : "; in the rows whole, the time of a full collection") + ". Columns: the number of tasks that wait. "
            + Counted.medians(reports), StringColumn.create("contender"), StringColumn.create("stops"));
        for (int tasks : sizes) table.addColumns(StringColumn.create(Tables.number(tasks)));
        for (var c : reports.contenders()) {
            for (var kind : KINDS) {
                row(table, c.name(), kind, sizes.stream().map(n -> pair(reports.with(n), c.name(), kind)).toList());
                if (kind.equals(Pauses.FULL) && whole.contains(c.name()))
                    row(table, c.name(), "whole",
                        sizes.stream().map(n -> figure(reports.with(n), c.name(), kind, PauseTimes.WHOLE)).toList());
            }
        }
        return table;
    }

    private static void row(Table table, String contender, String kind, List<String> cells) {
        if (cells.stream().allMatch(String::isEmpty)) return;
        table.stringColumn(0).append(contender);
        table.stringColumn(1).append(kind);
        IntStream.range(0, cells.size()).forEach(i ->
            table.stringColumn(i + 2).append(cells.get(i).isEmpty() ? "–" : cells.get(i)));
    }

    /// Whether a collection takes much longer than it stops anybody.
    private static boolean goesOn(Reports reports, String contender) {
        var stop = reports.median(contender, Pauses.FULL, PauseTimes.STOP);
        return reports.median(contender, Pauses.FULL, PauseTimes.WHOLE)
            .filter(cycle -> stop.isPresent() && cycle.median() > 2 * stop.get().median()).isPresent();
    }

    private static String pair(Reports reports, String contender, String kind) {
        var one = figure(reports, contender, kind, PauseTimes.STOP);
        return one.isEmpty() ? "" : one + ", "
            + reports.median(contender, kind, PauseTimes.LONGEST).map(s -> millis(s.high())).orElse("");
    }

    private static String figure(Reports reports, String contender, String kind, String figure) {
        return reports.median(contender, kind, figure).map(s -> millis(s.median())).orElse("");
    }

    private static String millis(double ms) {
        return String.format(Locale.ROOT, ms >= 9.95 ? "%,.0f" : ms >= 0.995 ? "%.1f" : "%.2f", ms);
    }
}
