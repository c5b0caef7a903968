package memorytax.record;

import memorytax.file.CsvColumns;
import memorytax.file.CsvRow;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Parts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// parts.csv: a row for each part of a contender's task.
///
/// | column | |
/// |---|---|
/// | `chapter`, `step`, `contender`, `runtime`, `version` | whose task it is |
/// | `part`, `bytes` | a kind of object, and what it takes in each task |
/// | `origin` | taken apart `here`, or `recorded`; files of older runs have no such column |
public final class PartsCsv {
    private static final CsvColumns<Row> COLUMNS = ContenderColumns.of(Row::contender)
        .with("part", Row::part)
        .with("bytes", Row::bytes)
        .with(Origin.COLUMN, Row::origin);
    static final StepFile<Backpacks, Row> FILE = new StepFile<>("parts",
        values -> ChapterFile.only(Backpacks.class, values), Backpacks::step, PartsCsv::rows, COLUMNS,
        rows -> read("", rows));

    /// A part, in bytes.
    private record Row(Contender contender, String part, double bytes, Origin origin) {
    }

    private PartsCsv() {
    }

    private static Stream<Row> rows(Backpacks value) {
        return value.all().stream().flatMap(parts -> parts.bytes().entrySet().stream().map(part -> new Row(
            parts.contender(), part.getKey(), part.getValue(), Origin.of(value.here(parts.contender().name())))));
    }

    /// The tasks taken apart in a step.
    ///
    /// @throws IllegalArgumentException with one line that names the file and the row
    public static Backpacks read(String step, List<CsvRow> rows) {
        var all = new LinkedHashMap<Contender, Parts>();
        var recorded = new HashSet<String>();
        for (var row : rows) {
            var contender = ContenderColumns.contender(row);
            all.computeIfAbsent(contender, _ -> new Parts(contender, new LinkedHashMap<>())).bytes()
                .put(row.text("part"), row.number("bytes")
                .orElseThrow(() -> row.wrong("the column bytes has no value")));
            if (!Origin.HERE.isOf(row)) recorded.add(contender.name());
        }
        return new Backpacks(step, new ArrayList<>(all.values()), recorded, List.of());
    }
}
