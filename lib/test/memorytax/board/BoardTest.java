package memorytax.board;

import com.sun.net.httpserver.HttpServer;
import memorytax.House;
import memorytax.Said;
import memorytax.file.Csv;
import memorytax.file.CsvRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A room of twelve machines on one page. DuckDB is no library of the tests: the command is run as a leader runs it,
/// and what it says is calculated once more here.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class BoardTest {
    private static final int SEATS = 12;
    @TempDir
    private static Path room;
    private static Said said;

    private static Said board(Path out, String... words) throws Exception {
        var command = Stream.concat(Stream.of(House.root().resolve("jbang").toString(), "board", "--out",
            out.toString()), Stream.of(words)).toList();
        return Said.by(command, room);
    }

    @BeforeAll
    static void build() throws Exception {
        var packs = Files.createDirectories(room.resolve("packs"));
        SimulatedPacks.write(packs, SEATS - 1);
        Files.write(packs.resolve("seat7-again.zip"), SimulatedPacks.of(7, 1).zip());
        Files.write(packs.resolve("seat9999.zip"), SimulatedPacks.of(9999, 1.5).zip());
        said = board(room.resolve("out"), packs.toString());
    }

    private static List<CsvRow> rows(String table) throws IOException {
        return Csv.rows(room.resolve("out/board").resolve(table + ".csv"));
    }

    @Test
    void aPackThatWasSentTwiceIsOneMachine() {
        assertEquals("", said.err());
        assertEquals(0, said.exit(), said.out());
        assertTrue(said.out().startsWith(" 12 machines on one page. Written: "), said.out());
    }

    /// The middle of twelve is between the sixth and the seventh.
    @Test
    void theMiddleIsThatOfTheMachines() throws IOException {
        double[] values = IntStream.concat(IntStream.range(1, SEATS), IntStream.of(9999)).mapToDouble(i -> {
            try {
                return Csv.rows("", SimulatedPacks.of(i, i == 9999 ? 1.5 : 1).text("chapter1", "slopes")).stream()
                    .filter(row -> row.of(List.of("step", "contender", "quantity")).equals(
                        List.of("weighed", "asyncio tasks", "resident"))).findFirst().orElseThrow()
                    .number("value").orElseThrow();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }).sorted().toArray();
        var row = rows("spread").stream().filter(r -> r.text("contender").equals("asyncio tasks")).findFirst()
            .orElseThrow();
        assertEquals(12, row.count("machines"));
        assertEquals((values[5] + values[6]) / 2, row.number("median").orElseThrow(), 1e-6);
        assertEquals(values[0], row.number("least").orElseThrow(), 1e-6);
        assertEquals(values[11], row.number("most").orElseThrow(), 1e-6);
    }

    @Test
    void whoIsFarFromTheOthersIsNamed() throws IOException {
        var far = new TreeSet<String>();
        for (var row : rows("outliers")) far.add(row.text("contender") + " " + row.text("seat"));
        assertTrue(far.contains("asyncio tasks 0012"), far.toString());
        assertEquals(1, far.size(), far.toString());
    }

    @Test
    void verdictsAreCountedOverMachines() throws IOException {
        var recorded = Csv.rows(House.root().resolve("data/recorded/chapter1/verdicts.csv"));
        var claims = rows("claims");
        for (var row : recorded) {
            var counted = claims.stream().filter(c -> c.text("claim").equals(row.text("claim"))).findFirst();
            if (row.text("verdict").equals("not-measured")) assertTrue(counted.isEmpty(), row.toString());
            else assertEquals(SEATS, counted.orElseThrow().count(row.text("verdict").replace('-', '_')));
        }
        assertEquals(List.of(), rows("differing"));
    }

    @Test
    void whatWasGuessedStandsBesideWhatWasMeasured() throws IOException {
        var row = rows("guessed").getFirst();
        assertEquals(List.of("perTask", "12", "1"), row.of(List.of("step", "guesses", "close")));
        assertEquals(6.5 * 1024, row.number("median").orElseThrow(), 1e-9);
    }

    @Test
    void thePageIsOneFileAndNamesNobody() throws IOException {
        var page = Files.readString(room.resolve("out/board.html"));
        assertTrue(page.contains("One task on 12 machines") && page.contains("default-src 'none'"), "its policy");
        assertFalse(page.contains("seat7") || page.contains(room.toString()), "a pack's file may have a name in it");
        for (var name : Board.QUERIES) {
            assertTrue(Files.size(room.resolve("out/board/" + name + ".parquet")) > 100, name);
            assertEquals(Board.sql(name), Files.readString(room.resolve("out/board/" + name + ".sql")));
        }
    }

    /// By a server on this machine.
    @Test
    void aPackCanBeFetched(@TempDir Path folder) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var zip = SimulatedPacks.of(3, 1).zip();
        server.createContext("/", exchange -> {
            boolean there = exchange.getRequestURI().getPath().equals("/seat3.zip");
            exchange.sendResponseHeaders(there ? 200 : 404, there ? zip.length : -1);
            if (there) exchange.getResponseBody().write(zip);
            exchange.close();
        });
        server.start();
        try {
            var at = "http://127.0.0.1:" + server.getAddress().getPort();
            var fetched = board(folder, at + "/seat3.zip", at + "/seat4.zip", "s3://bucket/seat5.zip");
            assertEquals(1, fetched.exit(), fetched.err());
            assertTrue(fetched.out().contains(at + "/seat4.zip: the server answers 404"), fetched.out());
            assertTrue(fetched.out().contains("s3://bucket/seat5.zip: only files, folders, and https:// can be read"),
                fetched.out());
            assertTrue(fetched.out().contains(" 1 machine on one page"), fetched.out());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatIsRefusedIsSaidAndTheOthersAreShown(@TempDir Path folder) throws Exception {
        SimulatedPacks.write(folder, 2);
        Files.writeString(folder.resolve("bad.zip"), "no zip");
        var mixed = board(folder.resolve("out"), folder.toString());
        assertEquals(1, mixed.exit(), mixed.err());
        assertTrue(mixed.out().contains("bad.zip: it is no zip file"), mixed.out());
        assertTrue(mixed.out().contains(" 2 machines on one page"), mixed.out());
        var none = board(folder.resolve("out"), "/nowhere/at/all");
        assertEquals("board: there is no file or folder /nowhere/at/all (--help shows all options)\n", none.err());
        assertEquals(2, none.exit());
        var nothing = board(folder.resolve("out"));
        assertTrue(nothing.err().startsWith("board: name the packs, or a folder that has them: ./jbang board FOLDER"),
            nothing.err());
        assertEquals(2, nothing.exit());
    }
}
