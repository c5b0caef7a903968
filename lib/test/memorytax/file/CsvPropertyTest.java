package memorytax.file;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is written into a table comes back, and what is no table is refused by the name of its file.
class CsvPropertyTest {
    private static final List<String> COLUMNS = List.of("name", "what is said", "more");

    private static <T> T in(byte[] bytes, Reading<T> reading) throws IOException {
        var file = Files.createTempFile("memory-tax-", ".csv");
        try {
            return reading.of(Files.write(file, bytes));
        } finally {
            Files.delete(file);
        }
    }

    private interface Reading<T> {
        T of(Path file) throws IOException;
    }

    @Property
    void whatIsWrittenComesBack(@ForAll @Size(max = 6) List<@Size(3) List<String>> any) throws IOException {
        var rows = any.stream().map(row -> row.stream().map(CsvPropertyTest::told).toList())
            .filter(row -> row.stream().anyMatch(field -> !field.isEmpty())).toList();
        var text = Csv.text(COLUMNS, rows);
        var read = in(text.getBytes(StandardCharsets.UTF_8), Csv::rows);
        assertEquals(rows, read.stream().map(row -> COLUMNS.stream().map(row::text).toList()).toList(), text);
    }

    /// A field as we have them: of valid letters, on one line, without blanks around it.
    private static String told(String any) {
        return new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
            .replaceAll("[\\x00-\\x20]+", " ").strip();
    }

    @Property
    void anyBytesAreATableOrRefusedByName(@ForAll byte[] bytes) throws IOException {
        isReadOrRefused(bytes);
    }

    @Property
    void anyTextIsATableOrRefusedByName(@ForAll("nearlyCsv") String text) throws IOException {
        isReadOrRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void isReadOrRefused(byte[] bytes) throws IOException {
        in(bytes, file -> {
            try {
                for (var row : Csv.rows(file)) row.text("name");
            } catch (IllegalArgumentException e) {
                assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
                assertEquals(1, e.getMessage().lines().count(), e.getMessage());
            }
            return null;
        });
    }

    @Provide
    Arbitrary<String> nearlyCsv() {
        return Arbitraries.strings().withChars("ab1 ,,,\"\"\n\r\t;'\\\0\ufeff").ofMaxLength(80);
    }
}
