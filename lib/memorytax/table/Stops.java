package memorytax.table;

import memorytax.fork.Pauses;
import memorytax.scale.Told;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// How long collections stop everything: a row for each contender and kind of collection, a column for each number of
/// tasks.
final class Stops {
    private static final List<String> KINDS = List.of(Pauses.NEW, Pauses.FULL, Pauses.OLD);

    private Stops() {
    }

    /// The table of them; empty where something else was told.
    static Optional<Table> of(Told told) {
        boolean stops = told.all().stream()
            .anyMatch(w -> KINDS.contains(w.name()) && w.figures().containsKey("longest_ms"));
        return stops ? Optional.of(table(told)) : Optional.empty();
    }

    private static Table table(Told told) {
        var sizes = List.copyOf(told.bySize().keySet());
        int forks = told.contenders().stream().filter(c -> told.here(c.name())).mapToInt(told::forks).max().orElse(0);
        var table = Table.create("ms of one stop, and of the longest of all, by how many tasks wait. "
            + (forks == 0 ? "Recorded, not measured here." : forks == 1 ? "Of one fork." : "Medians of " + forks
            + " forks."), StringColumn.create("contender"), StringColumn.create("stops"));
        for (int tasks : sizes) table.addColumns(StringColumn.create(Tables.number(tasks)));
        for (var c : told.contenders()) {
            for (var kind : KINDS) {
                row(table, c.name(), kind, sizes.stream().map(n -> pair(told.with(n), c.name(), kind)).toList());
                if (kind.equals(Pauses.FULL) && told.bySize().values().stream().anyMatch(t -> goesOn(t, c.name())))
                    row(table, c.name(), "whole",
                        sizes.stream().map(n -> figure(told.with(n), c.name(), kind, "cycle_ms")).toList());
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
    private static boolean goesOn(Told told, String contender) {
        var stop = told.median(contender, Pauses.FULL, "pause_ms");
        return told.median(contender, Pauses.FULL, "cycle_ms")
            .filter(cycle -> stop.isPresent() && cycle.median() > 2 * stop.get().median()).isPresent();
    }

    private static String pair(Told told, String contender, String kind) {
        var one = figure(told, contender, kind, "pause_ms");
        return one.isEmpty() ? "" : one + ", "
            + told.median(contender, kind, "longest_ms").map(s -> millis(s.high())).orElse("");
    }

    private static String figure(Told told, String contender, String kind, String figure) {
        return told.median(contender, kind, figure).map(s -> millis(s.median())).orElse("");
    }

    private static String millis(double ms) {
        return String.format(Locale.ROOT, ms >= 9.95 ? "%,.0f" : ms >= 0.995 ? "%.1f" : "%.2f", ms);
    }
}
