package memorytax.record;

import memorytax.file.CsvColumns;
import memorytax.file.CsvRow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// machine.csv: where the rows of the other files come from, a row for each fact of a [Machine]: `key` and `value`.
/// Sizes are as people write them, what is not known is empty.
public final class MachineCsv {
    /// Its name, without `.csv`.
    static final String NAME = "machine";
    private static final CsvColumns<Map.Entry<String, String>> COLUMNS =
        new CsvColumns<Map.Entry<String, String>>().with("key", Map.Entry::getKey).with("value", Map.Entry::getValue);

    private MachineCsv() {
    }

    /// The whole file.
    public static String text(Machine machine) {
        return COLUMNS.text(machine.facts().entrySet().stream());
    }

    /// The facts, by their keys.
    public static Map<String, String> read(List<CsvRow> rows) {
        var facts = new LinkedHashMap<String, String>();
        rows.forEach(row -> facts.put(row.text("key"), row.text("value")));
        return facts;
    }
}
