package memorytax.file;

import memorytax.Abroad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

@Abroad
class CsvTest {
    private static final List<String> COLUMNS = List.of("name", "value");
    @TempDir
    private Path folder;

    private List<CsvRow> rows(String text) throws IOException {
        return Csv.rows(Files.writeString(folder.resolve("t.csv"), text));
    }

    private String wrong(String text) {
        var line = assertThrows(IllegalArgumentException.class, () -> rows(text)).getMessage();
        assertEquals(1, line.lines().count(), line);
        return line.replace(folder.resolve("t.csv").toString(), "t.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a, b", "\"quoted\"", "a \"word\" in it", "say \"no\", then go", "two\nlines",
        "\"", "#1", "=1+1", "ü − 日本 😀", "tab\there", "back\\slash"})
    void whatIsWrittenIsReadAgain(String text) throws IOException {
        var written = List.of(List.of(text, "1"), List.of("", text), List.of("last", ""));
        assertEquals(written, rows(Csv.text(COLUMNS, written)).stream().map(row -> row.of(COLUMNS)).toList());
    }

    @Test
    void quotesStandOnlyWhereAFieldNeedsThem() {
        assertEquals("name,value\na \"b\" c,\"a, \"\"b\"\"\"\n\"\"\"b\"\"\",\n",
            Csv.text(COLUMNS, List.of(List.of("a \"b\" c", "a, \"b\""), List.of("\"b\"", ""))));
        assertEquals("name,value\n", Csv.text(COLUMNS, List.of()));
    }

    @Test
    void columnsAreFoundByTheirNames() throws IOException {
        var rows = rows("\ufeffvalue,,name,name\r\n 1 ,x,first,second\r\n\r\n2\r\n");
        assertEquals(Set.of("value", "name"), rows.getFirst().columns());
        assertEquals(List.of("first", "1"), rows.getFirst().of(COLUMNS));
        assertEquals(List.of("", "2"), rows.getLast().of(COLUMNS), "fewer cells than columns");
        assertEquals("", rows.getFirst().text("later"), "files of older runs have fewer columns");
    }

    @Test
    void numbersAreReadOrNamed() throws IOException {
        var row = rows("a,b,c,d\n1,x,,1\n12,1.5E3,,99999999999\n").getLast();
        assertEquals(OptionalLong.of(12), row.whole("a"));
        assertEquals(OptionalDouble.of(1_500), row.number("b"));
        assertEquals(OptionalLong.empty(), row.whole("c"));
        assertEquals(12, row.count("a"));
        for (var wrong : List.of("b \"1.5E3\" is not a whole number", "the column c has no value",
                "d \"99999999999\" is too large"))
            assertEquals(row.file() + ", row 2: " + wrong, assertThrows(IllegalArgumentException.class, () ->
                row.count(wrong.replace("the column ", "").substring(0, 1))).getMessage());
        var text = rows("a\nmuch\n").getFirst();
        assertEquals(text.file() + ", row 1: a \"much\" is not a number",
            assertThrows(IllegalArgumentException.class, () -> text.number("a")).getMessage());
    }

    @Test
    void whatIsDamagedOrTooLargeIsOneLine() throws IOException {
        assertEquals("t.csv: row 2 is too long, or has too many columns",
            wrong("name,value\na,1\nb,\"2\n" + "c,3\n".repeat(2_000)));
        assertEquals("t.csv: row 1 is too long, or has too many columns",
            wrong("name,value\n" + ",".repeat(1_000) + "\n"));
        assertEquals("t.csv: it is larger than 16 MB", wrong("name,value\n" + "x,1\n".repeat(5 << 20)));
        assertEquals(List.of(), rows(""));
        assertEquals(List.of(), rows("name,value\n"));
        assertThrows(NoSuchFileException.class, () -> Csv.rows(folder.resolve("none.csv")));
        assertThrows(IOException.class, () -> Csv.rows(folder));
        assertEquals(List.of(), Csv.data("none.csv"));
    }

    @Test
    void aColumnSaysWhatItHasOfAValue() {
        var part = new CsvColumns<Integer>().with("half", n -> n / 2.0).with("none", _ -> Double.NaN);
        var columns = new CsvColumns<String>().with("text", text -> text)
            .with("first", text -> text.chars().asLongStream().findFirst())
            .with("long", text -> Optional.of(text).filter(t -> t.length() > 1)).and(part, String::length);
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("text,first,long,half,none\na,97,,0.5,\n,,,0.0,\n", columns.text(Stream.of("a", "")));
        } finally {
            Locale.setDefault(before);
        }
    }
}
