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
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A room of twelve machines on one page. DuckDB is no library of the tests: the command is run as a leader runs it,
/// and what it says is calculated once more here.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class BoardTest {
    private static final int SEATS = 12;
    private static final int[] OLD = {9_001, 9_002};
    @TempDir
    private static Path room;
    private static Said said;

    @BeforeAll
    static void build() throws Exception {
        var packs = Files.createDirectories(room.resolve("packs"));
        SimulatedPacks.write(packs, SEATS - 2);
        Files.write(packs.resolve("seat7-again.zip"), SimulatedPacks.of(7).zip());
        for (int old : OLD) Files.write(packs.resolve("seat" + old + ".zip"), SimulatedPacks.of(old).zip());
        said = BoardRun.of(room.resolve("out"), room, packs.toString());
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
        double[] values = IntStream.concat(IntStream.range(1, SEATS - 1), IntStream.of(OLD)).mapToDouble(i -> {
            try {
                return Csv.rows("", SimulatedPacks.of(i).text("chapter1", "slopes")).stream()
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

    /// A task of Python 3.9 costs 1.71 times as much as one of 3.11 in chapter 10, and both machines say that they have
    /// it.
    @Test
    void whoIsFarFromTheOthersIsNamedWithWhatWouldExplainIt() throws IOException {
        var far = rows("outliers");
        assertEquals(List.of("room/0011", "room/0012"), far.stream().map(row -> row.text("seat")).sorted().toList());
        for (var row : far) {
            assertEquals(List.of("asyncio tasks", "resident", "Python 3.9", "true"),
                row.of(List.of("contender", "quantity", "knob", "seen")));
            assertEquals(1.71, row.number("times").orElseThrow(), 0.1);
            assertEquals(1.71, row.number("knob_times").orElseThrow(), 0.1);
        }
    }

    @Test
    void whatAMachineHasAndWhatItCostsStandTogether() throws IOException {
        var first = rows("groups").getFirst();
        assertEquals(List.of("asyncio tasks", "resident", "python", "3.9.25", "2"),
            first.of(List.of("contender", "quantity", "key", "trait", "machines")));
        var page = Files.readString(room.resolve("out/board.html"));
        assertTrue(page.contains("asyncio tasks, Python 3.9.25"), "a row of the picture");
    }

    @Test
    void verdictsAreCountedOverMachines() throws IOException {
        var recorded = Csv.rows(House.root().resolve("data/recorded/chapter1/verdicts.csv"));
        var claims = rows("claims");
        for (var row : recorded) {
            var counted = claims.stream().filter(c -> c.text("claim").equals(row.text("claim"))).findFirst();
            int others = row.text("claim").equals(SimulatedPacks.REFUTED) ? OLD.length : 0;
            if (row.text("verdict").equals("not-measured")) assertTrue(counted.isEmpty(), row.toString());
            else assertEquals(SEATS - others, counted.orElseThrow().count(row.text("verdict").replace('-', '_')));
        }
    }

    @Test
    void whoSaysSomethingElseIsNamedWithWhatIsDifferent() throws IOException {
        var differing = rows("differing");
        assertEquals(List.of("room/0011", "room/0012"), differing.stream().map(row -> row.text("seat")).toList());
        for (var row : differing) {
            assertEquals(List.of(SimulatedPacks.REFUTED, "refuted", "holds"),
                row.of(List.of("claim", "verdict", "usual")));
            assertTrue(row.text("differs").contains("Go 1.22.12, "), row.text("differs"));
        }
        assertEquals(List.of(SimulatedPacks.REFUTED, "2", "Go 1.22.12", "2", "10", "0"), rows("suspects").getFirst()
            .of(List.of("claim", "others", "fact", "others_with", "rest", "rest_with")));
    }

    /// The weight is 4 MB and the allocator's page: a tenth of a percent.
    @Test
    void aQuietMachineIsCalledQuiet() throws IOException {
        var trust = rows("trust");
        assertEquals(List.of("quiet", "12"), trust.getFirst().of(List.of("machine", "machines")));
        for (var row : rows("quiet")) {
            assertEquals(0.05, row.number("load").orElseThrow());
            assertEquals(0.1, row.number("known_percent").orElseThrow(), 0.05);
        }
    }

    @Test
    void whatWasGuessedStandsBesideWhatWasMeasured() throws IOException {
        var row = rows("guessed").getFirst();
        assertEquals(List.of("perTask", "12", "1"), row.of(List.of("step", "guesses", "close")));
        assertEquals(6.5 * 1024, row.number("median").orElseThrow(), 1e-9); // of 1 to 10, 9001 and 9002 KB
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
        var zip = SimulatedPacks.of(3).zip();
        server.createContext("/", exchange -> {
            boolean there = exchange.getRequestURI().getPath().equals("/seat3.zip");
            exchange.sendResponseHeaders(there ? 200 : 404, there ? zip.length : -1);
            if (there) exchange.getResponseBody().write(zip);
            exchange.close();
        });
        server.start();
        try {
            var at = "http://127.0.0.1:" + server.getAddress().getPort();
            var fetched = BoardRun.of(folder, room, at + "/seat3.zip", at + "/seat4.zip", "ftp://host/seat5.zip");
            assertEquals(1, fetched.exit(), fetched.err());
            assertTrue(fetched.out().contains(at + "/seat4.zip: the server answers 404"), fetched.out());
            assertTrue(fetched.out().contains("ftp://host/seat5.zip: only files, folders, https:// and s3:// can be "
                + "read"), fetched.out());
            assertTrue(fetched.out().contains(" 1 machine on one page"), fetched.out());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatIsRefusedIsSaidAndTheOthersAreShown(@TempDir Path folder) throws Exception {
        SimulatedPacks.write(folder, 2);
        Files.writeString(folder.resolve("bad.zip"), "no zip");
        var mixed = BoardRun.of(folder.resolve("out"), room, folder.toString());
        assertEquals(1, mixed.exit(), mixed.err());
        assertTrue(mixed.out().contains("bad.zip: it is no zip file"), mixed.out());
        assertTrue(mixed.out().contains(" 2 machines on one page"), mixed.out());
        var none = BoardRun.of(folder.resolve("out"), room, "/nowhere/at/all");
        assertEquals("board: there is no file or folder /nowhere/at/all (--help shows all options)\n", none.err());
        assertEquals(2, none.exit());
        var nothing = BoardRun.of(folder.resolve("out"), room);
        assertTrue(nothing.err().startsWith("board: name the packs, or a folder that has them: ./jbang board FOLDER"),
            nothing.err());
        assertEquals(2, nothing.exit());
    }
}
