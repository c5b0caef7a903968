package memorytax.record;

import memorytax.file.AtomicFile;
import memorytax.file.Csv;
import memorytax.file.CsvColumns;
import memorytax.file.CsvRow;
import memorytax.notebook.StepOutcome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// steps.csv: how long each step took that had a result.
///
/// | column | |
/// |---|---|
/// | `chapter`, `step` | which it was, in the order in which they first ran |
/// | `seconds` | with one decimal |
public final class StepsCsv {
    /// Its name, without `.csv`.
    static final String NAME = "steps";
    private static final CsvColumns<Row> COLUMNS = new CsvColumns<Row>().with("chapter", Row::chapter)
        .with(StepFile.STEP, Row::step)
        .with("seconds", row -> String.format(Locale.ROOT, "%.1f", row.took.toMillis() / 1000.0));

    private StepsCsv() {
    }

    private record Row(String chapter, String step, Duration took) {
    }

    /// Writes how long the steps took. Those that were not run now keep their rows.
    ///
    /// @param folder of the chapter, `out/chapter1`; it is there
    /// @throws UncheckedIOException when nothing can be written
    public static void write(Path folder, String chapter, Map<String, StepOutcome> happened) {
        var file = folder.resolve(NAME + ".csv");
        var steps = before(file, chapter);
        happened.forEach((step, outcome) -> {
            if (outcome instanceof StepOutcome.Result(var _, Duration took)) steps.put(step, took);
        });
        if (steps.isEmpty()) return;
        try {
            AtomicFile.write(file,
                COLUMNS.text(steps.entrySet().stream().map(s -> new Row(chapter, s.getKey(), s.getValue()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What cannot be read was not there.
    private static Map<String, Duration> before(Path file, String chapter) {
        try {
            return read(Csv.rows(file).stream().filter(row -> row.text("chapter").equals(chapter)).toList());
        } catch (IOException | IllegalArgumentException e) {
            return new LinkedHashMap<>();
        }
    }

    /// The time of each step, in the file's order.
    ///
    /// @throws IllegalArgumentException with one line that names the file and the row
    public static Map<String, Duration> read(List<CsvRow> rows) {
        var steps = new LinkedHashMap<String, Duration>();
        for (var row : rows) steps.put(StepFile.of(row), Duration.ofMillis(Math.round(1000
            * row.number("seconds").orElseThrow(() -> row.wrong("the column seconds has no value")))));
        return steps;
    }
}
