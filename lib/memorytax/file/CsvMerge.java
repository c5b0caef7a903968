package memorytax.file;

import tech.tablesaw.api.Table;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A CSV file that several runs write to: each replaces the rows of the steps that it ran, and keeps the others, as
/// long as the columns are the same. The second column is the step.
public final class CsvMerge {
    private CsvMerge() {
    }

    /// Writes `table` to `file`.
    ///
    /// @param steps that ran now
    /// @param keep  whether rows of other steps may stay: they come from the same machine
    public static void write(Table table, Path file, Set<String> steps, boolean keep) throws IOException {
        var text = new StringWriter();
        table.write().csv(text);
        var lines = new ArrayList<>(text.toString().lines().toList());
        if (keep && Files.isRegularFile(file)) lines.addAll(others(Files.readAllLines(file), lines.getFirst(), steps));
        AtomicFile.write(file, String.join("\n", lines) + "\n");
    }

    private static List<String> others(List<String> old, String header, Set<String> steps) {
        if (old.isEmpty() || !old.getFirst().equals(header)) return List.of();
        return old.stream().skip(1).filter(row -> row.split(",").length > 1)
            .filter(row -> !steps.contains(row.split(",")[1])).toList();
    }
}
