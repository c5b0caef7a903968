package memorytax.record;

import memorytax.House;
import memorytax.file.Csv;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A file of results in which something was changed by hand is read, or refused by file and row: each of them, with one
/// field of a recorded run replaced.
class CsvReadersPropertyTest {
    /// One field of a file is said to be something else.
    record Change(String file, int row, int column, String text) {
    }

    @Property(tries = 600)
    void aChangedFieldIsReadOrRefusedByName(@ForAll("changes") Change change) throws IOException {
        var folder = Files.createTempDirectory("memory-tax-");
        try {
            var file = folder.resolve(change.file + ".csv");
            Files.writeString(file, changed(change));
            var run = new Earlier(folder);
            for (var trouble : run.troubles()) {
                assertTrue(trouble.startsWith(file.toString()) && trouble.contains("row"), trouble);
                assertEquals(1, trouble.lines().count(), trouble);
            }
            if (run.troubles().isEmpty()) read(run);
        } finally {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    /// As a chapter does that goes on where an earlier run has stopped.
    private static void read(Earlier run) {
        for (var step : run.steps()) {
            run.weighings(step, "goroutines");
            run.reports(step, "goroutines");
            run.traces(step, "goroutines");
            run.here(step, "goroutines");
        }
        run.headline();
        run.machine();
    }

    private static String changed(Change change) {
        var lines = recorded(change.file);
        int row = 1 + change.row % (lines.size() - 1);
        var fields = new ArrayList<>(lines.get(row));
        fields.set(change.column % fields.size(), change.text);
        var rows = new ArrayList<>(lines.subList(1, lines.size()));
        rows.set(row - 1, fields);
        return Csv.text(lines.getFirst(), rows);
    }

    /// The first rows of a recorded file: what is read there is read in all.
    private static List<List<String>> recorded(String name) {
        try {
            var file = Path.of("data/recorded/chapter1", name + ".csv");
            if (!Files.exists(House.root().resolve(file))) file = Path.of("data/recorded/chapter7", name + ".csv");
            var columns = List.of(Files.readAllLines(House.root().resolve(file)).getFirst().split(","));
            var rows = new ArrayList<List<String>>(List.of(columns));
            for (var row : Csv.rows(House.root().resolve(file)).stream().limit(30).toList())
                rows.add(columns.stream().map(row::text).toList());
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Provide
    Arbitrary<Change> changes() {
        var texts = Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(12), Arbitraries.of("", "-1", "0", "NaN", "ok",
            "1e400", "99999999999999999999", "1.5", "tasks=", "tasks=-5", "tasks=x", "reason", "here", "<b>", "=1+1",
            "\033[2J"));
        return Combinators.combine(Arbitraries.of(ChapterFiles.RESULTS.stream().map(ChapterFile::name).toList()),
            Arbitraries.integers().between(0, 29), Arbitraries.integers().between(0, 40), texts).as(Change::new);
    }
}
