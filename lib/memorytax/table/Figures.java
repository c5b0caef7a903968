package memorytax.table;

import memorytax.scale.Bytes;
import memorytax.scale.Told;
import memorytax.scale.Watched;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.Comparator;
import java.util.Locale;
import java.util.Set;

/// What processes told of one thing that they all did, beside the memory that they were seen to take for it: a row for
/// each contender.
final class Figures {
    private static final String UNKNOWN = "–";
    /// Seen as well, and too much for one row.
    private static final Set<String> BESIDE = Set.of(Watched.SECONDS, Watched.THREADS);

    private Figures() {
    }

    /// Whether there is one such thing, and processes that were watched.
    static boolean fits(Told told) {
        return told.names().contains(Watched.OUTSIDE) && told.names().size() == 2;
    }

    static Table of(Told told) {
        int forks = told.all().stream().mapToInt(Told.Word::fork).max().orElse(0);
        var table = Table.create("Told by the processes themselves; the peak was seen from outside. Medians of "
            + forks + (forks == 1 ? " fork." : " forks."), StringColumn.create("contender"));
        var figures = told.all().stream().flatMap(w -> w.figures().keySet().stream()).distinct()
            .filter(f -> !BESIDE.contains(f)).sorted(Comparator.comparing(Watched.PEAK::equals)).toList();
        figures.forEach(f -> table.addColumns(StringColumn.create(title(f))));
        for (var c : told.contenders()) {
            var cells = figures.stream().map(f -> cell(told, c.name(), f)).toList();
            if (cells.stream().allMatch(UNKNOWN::equals)) continue; // the remarks say why
            table.stringColumn(0).append(c.name());
            for (int i = 0; i < cells.size(); i++) table.stringColumn(i + 1).append(cells.get(i));
        }
        return table;
    }

    /// Short, because there are many: `bytes each`, `thousand/s`.
    private static String title(String figure) {
        return figure.equals(Watched.PEAK) ? "peak" : figure.equals("collections") ? "GCs"
            : figure.replace("_per_request", " each").replace("_per_", "/").replace('_', ' ');
    }

    private static String cell(Told told, String contender, String figure) {
        return told.names().stream().flatMap(name -> told.median(contender, name, figure).stream()).findFirst()
            .map(s -> figure.contains("bytes") ? Bytes.of(s.median()) : number(s.median())).orElse(UNKNOWN);
    }

    private static String number(double value) {
        boolean whole = Math.abs(value - Math.rint(value)) < 0.05;
        return String.format(Locale.ROOT, Math.abs(value) < 100 && !whole ? "%,.1f" : "%,.0f", value);
    }
}
