package memorytax.knob;

import memorytax.file.Csv;
import memorytax.file.CsvRow;
import memorytax.measure.result.Contender;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// When the versions of languages came out that chapter 10 compares: data/releases.csv, whose columns nobody else
/// knows.
public final class Releases {
    private Releases() {
    }

    /// @param runtime `go`, `java` or `python`
    /// @param version as people say it: `3.12`, `1.24`, `21`
    /// @param patch   the newest that was known when this was written, if Go can fetch it: `1.24.13`; else empty
    /// @param source  the official page that has the date
    public record Release(String runtime, String version, LocalDate released, String patch, String source) {
    }

    /// All of them, as they stand in the file.
    ///
    /// @throws IllegalArgumentException with one line that names the row, when that is not a release
    public static List<Release> all() {
        return read(Csv.data("releases.csv"));
    }

    static List<Release> read(List<CsvRow> rows) {
        return rows.stream().map(Releases::read).toList();
    }

    private static Release read(CsvRow row) {
        for (var column : List.of("runtime", "version", "source"))
            if (row.text(column).isEmpty()) throw row.wrong("the column " + column + " has no value");
        try {
            return new Release(row.text("runtime"), row.text("version"), LocalDate.parse(row.text("released")),
                row.text("patch"), row.text("source"));
        } catch (DateTimeParseException e) {
            throw row.wrong("released \"%s\" is not a date; it has to be like 2024-10-07".formatted(
                row.text("released")));
        }
    }

    /// The versions of a runtime that are compared wherever there is at least a record, and the patch of each.
    public static Map<String, String> patches(String runtime) {
        var patches = new LinkedHashMap<String, String>();
        all().stream().filter(r -> r.runtime.equals(runtime)).forEach(r -> patches.put(r.version, r.patch));
        return patches;
    }

    /// Which release a contender is of, by its name, `goroutines (1.24)`; empty for one that is not listed.
    public static Optional<Release> of(Contender contender) {
        return all().stream().filter(r -> r.runtime.equals(contender.runtime())
            && r.version.equals(Contender.trait(contender.name()))).findFirst();
    }
}
