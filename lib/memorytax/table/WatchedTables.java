package memorytax.table;

import memorytax.measure.result.Bytes;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Range;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was seen of processes that worked, and what they told: a row for each contender and its parameters.
final class WatchedTables {
    private WatchedTables() {
    }

    static Table of(Watched watched) {
        var reports = watched.reports();
        var figures = reports.all().stream().filter(w -> !w.name().equals(Watched.OUTSIDE))
            .flatMap(w -> w.figures().keySet().stream()).distinct().toList();
        var table = Table.create(Counted.medians(reports) + Times.differ(reports));
        var keys = reports.all().stream().flatMap(w -> w.params().keySet().stream()).distinct().toList();
        for (var name : List.of("contender", keys.size() == 1 ? Titles.of(keys.getFirst()) : "with", "peak", "time"))
            table.addColumns(StringColumn.create(name));
        figures.forEach(f -> table.addColumns(StringColumn.create(title(f))));
        table.addColumns(StringColumn.create("threads")); // last: a narrow terminal leaves it out
        for (var c : reports.contenders()) reports.variants().forEach((with, part) -> {
            var peak = part.median(c.name(), Watched.OUTSIDE, Watched.PEAK);
            if (peak.isEmpty()) return;
            var row = new ArrayList<>(List.of(c.name(), with(with, keys.size()), Bytes.of(peak.get().median()),
                part.median(c.name(), Watched.OUTSIDE, Watched.SECONDS).map(WatchedTables::seconds).orElse("")));
            for (var figure : figures) row.add(cell(part, c.name(), figure));
            row.add(part.median(c.name(), Watched.OUTSIDE, Watched.THREADS).map(WatchedTables::number).orElse(""));
            for (int i = 0; i < row.size(); i++) table.stringColumn(i).append(row.get(i));
        });
        var with = table.stringColumn(1);
        if (with.countUnique() > 1) return table;
        if (!with.isEmpty() && !with.get(0).isEmpty()) table.setName(table.name() + " All rows: " + with.name() + " "
            + with.get(0) + ".");
        return table.removeColumns(with);
    }

    /// Of a single parameter its value alone, which the column is named after; 0 is none.
    private static String with(String words, int keys) {
        if (keys != 1) return Titles.words(words);
        var value = words.substring(words.indexOf('=') + 1);
        return value.equals("0") ? "–" : value.matches("\\d+")
            ? String.format(Locale.ROOT, "%,d", Long.parseLong(value)) : value;
    }

    /// Short, because there are many: `bytes each`, `k/s`.
    private static String title(String figure) {
        return figure.equals("collections") ? "GCs"
            : Titles.of(figure.replace("_per_request", " each").replace("_per_", "/"));
    }

    private static String cell(Reports reports, String contender, String figure) {
        return reports.names().stream().filter(n -> !n.equals(Watched.OUTSIDE))
            .flatMap(name -> reports.median(contender, name, figure).stream()).findFirst()
            .map(s -> figure.startsWith("bytes") ? Bytes.of(s.median()) : number(s)).orElse("–");
    }

    private static String seconds(Range s) {
        return String.format(Locale.ROOT, "%.2f s", s.median());
    }

    private static String number(Range s) {
        return Tables.number(s.median());
    }
}
