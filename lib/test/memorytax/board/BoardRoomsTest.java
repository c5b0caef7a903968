package memorytax.board;

import memorytax.file.Csv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Rooms that a board has written as Parquet, put together again; and machines of all kinds in one room.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class BoardRoomsTest {
    @TempDir
    private static Path room;

    /// Ten machines, and two old ones.
    @BeforeAll
    static void build() throws Exception {
        var packs = Files.createDirectories(room.resolve("packs"));
        SimulatedPacks.write(packs, 10);
        for (int old : new int[]{9_001, 9_002})
            Files.write(packs.resolve("seat" + old + ".zip"), SimulatedPacks.of(old).zip());
        assertEquals(0, BoardRun.of(room.resolve("out"), room, packs.toString()).exit());
    }

    private static void copy(Path to) throws IOException {
        for (var file : BoardRun.files())
            Files.copy(BoardRun.room(room.resolve("out")).resolve(file), to.resolve(file));
    }

    /// What a board has written as Parquet says the same, in whatever folder it lies, beside other rooms.
    @Test
    void roomsCanBePutTogether(@TempDir Path folder) throws Exception {
        var rooms = folder.resolve("all [the] rooms, so far");
        for (var name : List.of("oslo", "rome"))
            copy(Files.createDirectories(rooms.resolve(name)));
        var both = BoardRun.of(folder.resolve("out, here"), folder, rooms.toString());
        assertEquals("", both.err());
        assertTrue(both.out().startsWith(" 24 machines on one page. Written: "), both.out());
        var spread = Csv.rows(folder.resolve("out, here/board/spread.csv"));
        for (var row : Csv.rows(room.resolve("out/board/spread.csv"))) {
            var twice = spread.stream().filter(r -> r.of(List.of("contender", "quantity")).equals(
                row.of(List.of("contender", "quantity")))).findFirst().orElseThrow();
            assertEquals(2 * row.count("machines"), twice.count("machines"));
            assertEquals(row.number("median").orElseThrow(), twice.number("median").orElseThrow(), 1e-9);
        }
        var seats = Csv.rows(folder.resolve("out, here/board/differing.csv")).stream().map(r -> r.text("seat"))
            .toList();
        assertEquals(List.of("oslo/0011", "oslo/0012", "rome/0011", "rome/0012"), seats);
        assertTrue(Files.readString(folder.resolve("out, here/board.html")).contains("oslo/11"), "as people say it");
        var one = BoardRun.of(folder.resolve("out, here"), folder, rooms.resolve("rome").toString(),
            room.resolve("packs").toString());
        assertTrue(one.out().startsWith(" 24 machines on one page. Written: "), one.out() + one.err());
    }

    /// Elsewhere nobody tells of huge pages, of a load or of what is charged, and lines end otherwise; and a machine
    /// that has measured twice has two dots.
    @Test
    void machinesOfOtherSystemsHaveTheirDots(@TempDir Path folder) throws Exception {
        SimulatedPacks.write(folder, 2);
        for (var system : List.of("Mac OS X", "Windows 11")) for (int time : new int[]{3, 4})
            Files.write(folder.resolve(system + time + ".zip"), SimulatedPacks.elsewhere(system, time).zip());
        var others = BoardRun.of(folder.resolve("out"), folder, folder.toString());
        assertEquals("", others.err());
        assertTrue(others.out().startsWith(" 6 machines on one page"), others.out());
        var groups = Csv.rows(folder.resolve("out/board/groups.csv")).stream().filter(row ->
            row.of(List.of("contender", "quantity", "key")).equals(List.of("goroutines", "resident", "os"))).toList();
        assertEquals(List.of("Linux 2", "Mac OS X 2", "Windows 11 2"), groups.stream().map(row ->
            row.text("trait") + " " + row.text("machines")).sorted().toList());
        for (var row : Csv.rows(folder.resolve("out/board/quiet.csv"))) assertEquals("quiet", row.text("machine"));
    }

    /// Whatever somebody writes where a figure should be, the others are shown, and the middle stays among them.
    @Test
    void aFigureThatIsNoneHindersNobody(@TempDir Path folder) throws Exception {
        SimulatedPacks.write(folder, 3);
        var odd = List.of("", "NaN", "Infinity", "-1", "0", "1e308", "1e999", "1,5", "2 cores",
            "'; DROP TABLE facts; --");
        for (var text : odd)
            Files.write(folder.resolve("odd" + odd.indexOf(text) + ".zip"), SimulatedPacks.with(text).zip());
        var said = BoardRun.of(folder.resolve("out"), folder, folder.toString());
        assertEquals("", said.err());
        assertTrue(said.out().contains(" machines on one page"), said.out());
        for (var row : Csv.rows(folder.resolve("out/board/spread.csv"))) {
            assertEquals(3, row.count("machines"), row.toString());
            assertTrue(row.number("most").orElseThrow() < 1e6, row.toString());
        }
        for (var row : Csv.rows(folder.resolve("out/board/guessed.csv")))
            assertTrue(row.number("most").orElseThrow() < 1e6, row.toString());
    }

    /// Who says everything three times is heard once.
    @Test
    void aMachineHasOneVoice(@TempDir Path folder) throws Exception {
        SimulatedPacks.write(folder, 2);
        var files = new TreeMap<>(SimulatedPacks.of(9_001).files());
        files.replaceAll((name, text) -> name.equals(Pack.HEAD) ? text : text + text.substring(text.indexOf('\n') + 1)
            .repeat(2));
        Files.write(folder.resolve("loud.zip"), new Pack(files).zip());
        assertEquals("", BoardRun.of(folder.resolve("out"), folder, folder.toString()).err());
        for (var table : List.of("spread", "claims")) for (var row : Csv.rows(folder.resolve("out/board/" + table
            + ".csv"))) assertEquals(3, row.count("machines"), row.toString());
        assertEquals(3, Csv.rows(folder.resolve("out/board/guessed.csv")).getFirst().count("guesses"));
    }

    @Test
    void aRoomThatIsNoneIsRefused(@TempDir Path folder) throws Exception {
        for (var name : Rooms.FILES) Files.writeString(folder.resolve(name + ".parquet"), "no Parquet");
        var refused = BoardRun.of(folder.resolve("out"), folder, folder.toString());
        assertEquals(2, refused.exit(), refused.out());
        assertTrue(refused.err().startsWith("board: DuckDB says: ") && refused.err().lines().count() == 1,
            refused.err());
    }
}
