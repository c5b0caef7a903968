package memorytax.claim;

import memorytax.House;
import memorytax.claim.Verdict.Ruling;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A reader's own claims, held against two contenders of 1,000 and 3,000 bytes a task.
class UserClaimsTest {
    @TempDir
    private Path folder;

    private static Weighing weighing(String contender, int each, int tasks, int fork, Map<String, String> params) {
        return new Weighing(new Contender(contender, "go", "1"), tasks, params, fork,
            Optional.of(new Reading(1_000_000, OptionalLong.empty(), 1)),
            Optional.of(new Reading(1_000_000L + (long) each * tasks + fork, OptionalLong.empty(), 1)),
            OptionalLong.of((long) each * tasks / 2), OptionalLong.empty(), new Outcome.Weighed());
    }

    private static Weighings weighed(int chapter, String step) {
        if (chapter != 1 || !step.equals("weighed")) return new Weighings(step, List.of());
        return new Weighings(step, IntStream.of(1, 2, 3).boxed().flatMap(fork -> Stream.of(1_000, 10_000)
            .flatMap(n -> Stream.of(weighing("light", 1_000, n, fork, Map.of()),
                weighing("heavy", 3_000, n, fork, Map.of()),
                weighing("heavy", 9_000, n, fork, Map.of("depth", "100"))))).toList());
    }

    private Path file(String header, String row) throws IOException {
        return Files.writeString(folder.resolve("mine.csv"), header + "\n" + row + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        statement,low,high,contender                | S,500 B,2 KB,light      | holds        | 1000
        statement,low,high,contender                | S,0,900,light           | refuted      | 1000
        statement,about,contender                   | S,2.8 KB,heavy          | holds        | 3000
        statement,about,contender,quantity          | S,500,light,live        | holds        | 500
        statement,about,contender,,                 | S,1 KB,light,,          | holds        | 1000
        statement,about,contender,than              | S,3x,heavy,light        | holds        | 3
        statement,about,contender,params            | S,9000,heavy,depth=100  | holds        | 9000
        statement,about,contender,tasks             | S,11 MB,light,10000     | holds        | 11000002
        statement,low,high,contender,than,tasks     | S,2,4,heavy,light,10000 | holds        | 2.82
        statement,about,contender                   | S,2 KB,nobody           | not measured | NaN
        statement,about,contender,chapter           | S,2 KB,light,3          | not measured | NaN
        statement,about,contender,tasks             | S,2 KB,light,77         | not measured | NaN
        """)
    void eachIsJudgedByWhatWasWeighed(String header, String row, String ruling, double value) throws IOException {
        var verdict = UserClaims.read(file(header, row)).judged(UserClaimsTest::weighed).verdicts().all().getFirst();
        assertEquals(ruling, verdict.ruling().toString());
        if (!Double.isNaN(value)) assertEquals(value, verdict.measured(), 0.01 * value);
        assertEquals("chapter1#weighed".replace("1", verdict.claim().chapter() + ""), verdict.cell());
        if (verdict.ruling() == Ruling.NOT_MEASURED)
            assertTrue(verdict.condition().startsWith("The step \"weighed\" of chapter "), verdict.condition());
    }

    @Test
    void whatIsMissingIsNamedWithWhatThereIs() throws IOException {
        var verdict = UserClaims.read(file("statement,about,contender", "S,2 KB,nobody"))
            .judged(UserClaimsTest::weighed)
            .verdicts().all().getFirst();
        assertEquals("The step \"weighed\" of chapter 1 has no contender \"nobody\"; it has light; heavy.",
            verdict.condition());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        statement,abuot,contender          | S,1,light         | there is no column "abuot"; the columns are statement
        statement,about,contender          | S,,light          | a claim needs either low and high, or about
        statement,about,contender          | S,two KB,light    | about "two KB" is not a size like 800 B or 2 KB
        statement,about,contender          | ,2 KB,light       | a claim needs a statement and a contender
        statement,low,high,contender       | S,3 KB,2 KB,light | low is above high
        statement,about,contender,than     | S,2 KB,light,x    | about "2 KB" is not a number like 2.5
        statement,about,contender,chapter  | S,2 KB,light,0    | chapter "0" is not a whole number from 1 to 99
        statement,about,contender,quantity | S,2 KB,light,much | quantity "much" is not allowed; allowed: resident, live
        statement,about,contender,params   | S,2 KB,light,deep | params "deep" are not of the form depth=100
        """)
    void whatIsWrongIsNamedWithItsRow(String header, String row, String says) throws IOException {
        var file = file(header, row);
        var wrong = assertThrows(IllegalArgumentException.class, () -> UserClaims.read(file));
        assertTrue(wrong.getMessage().startsWith(file + ", row 1: " + says), wrong.getMessage());
    }

    @Test
    void aFileWithoutRowsOrWithoutAnythingIsOneLine() throws IOException {
        var empty = file("statement,about,contender", "");
        assertEquals(empty + ": there is no claim below the line with the columns",
            assertThrows(IllegalArgumentException.class, () -> UserClaims.read(empty)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> UserClaims.read(folder.resolve("none.csv")));
        assertThrows(IllegalArgumentException.class, () -> UserClaims.read(folder));
    }

    /// data/CLAIMS.md shows a file that can be read, and its table has every column.
    @Test
    void thePageThatReadersCopyFromIsTrue() throws IOException {
        var page = House.read("data/CLAIMS.md");
        var example = Pattern.compile("(?ms)^```csv\\n(.*?)^```$").matcher(page);
        assertTrue(example.find());
        assertEquals(3, UserClaims.read(Files.writeString(folder.resolve("example.csv"), example.group(1))).rows()
            .size());
        var wrong = file("nonsense", "S");
        var columns = assertThrows(IllegalArgumentException.class, () -> UserClaims.read(wrong)).getMessage()
            .replaceFirst(".*the columns are ", "").split(", ");
        assertTrue(columns.length > 8, List.of(columns).toString());
        var rows = page.lines().filter(l -> l.startsWith("| `")).map(l -> l.split("\\|")[1]).toList();
        for (var column : columns)
            assertTrue(rows.stream().anyMatch(row -> row.contains("`" + column + "`")), column);
    }
}
