package memorytax.record;

import memorytax.file.Csv;
import memorytax.file.CsvRow;
import memorytax.measure.result.Contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Files of a chapter's folder, written as a run writes them, under whatever the reader's machine takes for a decimal
/// point.
final class Written {
    /// All that a field may have in it.
    static final String ODD = "one, \"two\" − ü\nand 日本";
    static final Contender WHO = new Contender(ODD, "java", "25.0.3+9");

    private Written() {
    }

    static String text(ChapterFile file, Object... values) {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            return file.text("chapter0", List.of(values), Optional.empty()).orElseThrow();
        } finally {
            Locale.setDefault(before);
        }
    }

    static List<CsvRow> rows(Path folder, ChapterFile file, Object... values) {
        return rows(folder, file.name(), text(file, values));
    }

    static List<CsvRow> rows(Path folder, String name, String text) {
        try {
            return Csv.rows(Files.writeString(folder.resolve(name + ".csv"), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
