package memorytax.table;

import memorytax.claim.PublishedMatrix.Kind;
import memorytax.claim.PublishedMatrix.Run;
import memorytax.claim.PublishedMatrix;
import memorytax.measure.result.Counted;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Tables that hold what others have measured beside what was measured here.
public final class FieldTables {
    private static final String NONE = "–";

    private FieldTables() {
    }

    /// A column for each number of tasks. Of each kind of task a row with what was published, and of each contender of
    /// that kind one with what was measured and one with how many times as much that is; MB of the whole process.
    public static Table matrix(PublishedMatrix matrix) {
        var table = Tables.texts("MB of the whole process with so many tasks: published by " + matrix.source() + " in "
            + matrix.year() + ", and measured. The factor is the measured value divided by the published one. "
            + Counted.medians(matrix.measured()), "contender", "version");
        for (int tasks : matrix.sizes())
            table.addColumns(StringColumn.create(tasks == 1 ? "1 task" : Tables.number(tasks)));
        for (var kind : matrix.kinds()) {
            append(table, matrix, kind.name(), kind.version() + ", " + matrix.year(),
                tasks -> Optional.ofNullable(kind.published().get(tasks)).map(FieldTables::megabytes));
            if (kind.runs().isEmpty()) append(table, matrix, kind.name(), "not measured", _ -> Optional.empty());
            for (var run : kind.runs()) append(table, matrix, kind, run);
        }
        return table;
    }

    private static void append(Table table, PublishedMatrix matrix, Kind kind, Run run) {
        var name = run.contender().name();
        append(table, matrix, name, (run.contender().runtime() + " "
            + run.contender().version()).strip() + (run.here() ? "" : ", recorded"),
            tasks -> Optional.ofNullable(run.whole().get(tasks)).map(range -> megabytes(range.median())));
        append(table, matrix, name, "factor", tasks -> run.factor(kind, tasks).stream().boxed().findFirst()
            .map(f -> String.format(Locale.ROOT, f < 9.995 ? "%.2f×" : "%,.0f×", f)));
    }

    private static void append(Table table, PublishedMatrix matrix, String contender, String version,
                               IntFunction<Optional<String>> cell) {
        Tables.append(table, Stream.concat(Stream.of(contender, version),
            matrix.sizes().stream().map(tasks -> cell.apply(tasks).orElse(NONE))).toArray(String[]::new));
    }

    private static String megabytes(double bytes) {
        double mb = bytes / (1 << 20);
        return String.format(Locale.ROOT, mb < 99.95 ? "%.1f" : "%,.0f", mb);
    }
}
