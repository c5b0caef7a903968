package memorytax.file;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The files of data/, as they lie in the library's jar.
public final class Csv {
    private Csv() {
    }

    /// Rows of `/data/<file>`, column -> value, never null; no rows when there is no such file.
    public static List<Map<String, String>> rows(String file) {
        InputStream in = Csv.class.getResourceAsStream("/data/" + file);
        return in == null ? List.of() : rows(in);
    }

    /// The same of any such file, which is read to its end.
    public static List<Map<String, String>> rows(InputStream in) {
        var settings = new CsvParserSettings();
        settings.setHeaderExtractionEnabled(true);
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setNullValue("");
        var rows = new ArrayList<Map<String, String>>();
        for (var record : new CsvParser(settings).parseAllRecords(in, StandardCharsets.UTF_8)) {
            var row = new LinkedHashMap<String, String>();
            for (var column : record.getMetaData().headers())
                row.put(column, record.getString(column) == null ? "" : record.getString(column));
            rows.add(row);
        }
        return rows;
    }
}
