package memorytax.file;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// CSV as all our files have it: UTF-8, commas, a header line, quotes only where a field needs them, `\n` at the end of
/// each line on every system. Blanks around a field are no part of it.
public final class Csv {
    /// In bytes: no run of ours writes as much, and its rows would not fit into the memory that a chapter has.
    private static final int LARGEST = 16 << 20;

    private Csv() {
    }

    /// Rows of `data/<file>`, as it lies in the library's jar; none when there is no such file.
    public static List<CsvRow> data(String file) {
        InputStream in = Csv.class.getResourceAsStream("/data/" + file);
        return in == null ? List.of() : rows("data/" + file, in);
    }

    /// The bytes of `data/<file>`, as it lies in the library's jar.
    ///
    /// @throws IllegalArgumentException when there is no such file
    public static byte[] dataBytes(String file) {
        try (InputStream in = Csv.class.getResourceAsStream("/data/" + file)) {
            if (in == null) throw new IllegalArgumentException("there is no data/" + file);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Rows of a file.
    ///
    /// @throws IOException              when there is no such file, or it cannot be read
    /// @throws IllegalArgumentException with one line that names the file and the row, when that is not CSV
    public static List<CsvRow> rows(Path file) throws IOException {
        if (Files.size(file) > LARGEST)
            throw new IllegalArgumentException(file + ": it is larger than " + (LARGEST >> 20) + " MB");
        return rows(file.toString(), new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    /// Rows of a text.
    ///
    /// @param file as it is named where something is wrong with it
    /// @throws IllegalArgumentException with one line that names the file and the row, when that is not CSV
    public static List<CsvRow> rows(String file, String text) {
        return rows(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<CsvRow> rows(String file, InputStream in) {
        var settings = new CsvParserSettings();
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setNullValue("");
        settings.setReadInputOnSeparateThread(false); // all of it is there already
        try {
            var all = new CsvParser(settings).parseAll(in, StandardCharsets.UTF_8);
            var places = all.isEmpty() ? Map.<String, Integer>of() : places(all.getFirst());
            var rows = new ArrayList<CsvRow>();
            for (int i = 1; i < all.size(); i++) rows.add(new CsvRow(file, i, places, Arrays.asList(all.get(i))));
            return rows;
        } catch (TextParsingException e) {
            throw new IllegalArgumentException("%s: row %d is too long, or has too many columns"
                .formatted(file, e.getRecordNumber()), e);
        }
    }

    /// A column without a name cannot be asked for.
    private static Map<String, Integer> places(String[] columns) {
        var places = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < columns.length; i++)
            if (columns[i] != null && !columns[i].isEmpty()) places.putIfAbsent(columns[i], i);
        return places;
    }

    /// A whole file.
    ///
    /// @param rows of as many fields as there are columns
    public static String text(List<String> columns, List<List<String>> rows) {
        var settings = new CsvWriterSettings();
        settings.getFormat().setLineSeparator("\n");
        settings.setNullValue("");
        settings.setSkipEmptyLines(false);
        var text = new StringWriter();
        var writer = new CsvWriter(text, settings);
        writer.writeHeaders(columns);
        rows.forEach(writer::writeRow);
        writer.close();
        return text.toString();
    }
}
