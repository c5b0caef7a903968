package memorytax.board;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/// Rooms that lie on a web server and in a bucket, both on this machine: with DuckDB's extension, where that can be
/// had, and without it.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class BoardAddressTest {
    private static final String NO_EXTENSION = "DuckDB's extension httpfs cannot be had here";
    @TempDir
    private static Path folder;
    private static Bucket bucket;

    @BeforeAll
    static void fill() throws Exception {
        var packs = Files.createDirectories(folder.resolve("packs"));
        SimulatedPacks.write(packs, 3);
        assertEquals(0, BoardRun.of(folder, folder, packs.toString()).exit());
        for (var name : List.of("oslo", "rome")) {
            var room = Files.createDirectories(folder.resolve("bucket/rooms").resolve(name));
            for (var file : BoardRun.files()) Files.copy(BoardRun.room(folder).resolve(file), room.resolve(file));
        }
        bucket = new Bucket(folder.resolve("bucket"));
    }

    @AfterAll
    static void close() {
        bucket.close();
    }

    /// DuckDB looks for its extensions below the home of whoever runs it; JBang stays where it is.
    private static Map<String, String> environment(boolean withoutExtension) {
        var all = new TreeMap<>(Map.of("DUCKDB_S3_ENDPOINT", bucket.host(), "DUCKDB_S3_USE_SSL", "false",
            "AWS_REGION", "us-east-1"));
        if (withoutExtension) {
            var home = System.getProperty("user.home");
            all.put("JBANG_DIR", Optional.ofNullable(System.getenv("JBANG_DIR")).orElse(home + "/.jbang"));
            all.put("XDG_CACHE_HOME", Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse(home + "/.cache"));
            all.put("HOME", "/dev/null"); // nothing can be put there
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://HOST/bucket/rooms/oslo/", "s3://bucket/rooms/oslo", "s3://bucket/rooms/oslo/"})
    void aRoomIsRead(String place, @TempDir Path out) throws Exception {
        for (boolean without : new boolean[]{false, true}) {
            var said = BoardRun.of(out, folder, environment(without), place.replace("HOST", bucket.host()));
            assertEquals("", said.err());
            assertTrue(said.out().startsWith(" 3 machines on one page. Written: "), said.out());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://bucket/rooms/*", "s3://bucket/rooms"})
    void allRoomsOfABucketAreRead(String place, @TempDir Path out) throws Exception {
        var said = BoardRun.of(out, folder, environment(false), place);
        assumeFalse(said.err().contains(NO_EXTENSION) || said.err().contains("the server answers 404"), said.err());
        assertEquals("", said.err());
        assertTrue(said.out().startsWith(" 6 machines on one page. Written: "), said.out());
    }

    @Test
    void aPatternNeedsTheExtension(@TempDir Path out) throws Exception {
        var said = BoardRun.of(out, folder, environment(true), "s3://bucket/rooms/*");
        assertEquals(2, said.exit());
        assertTrue(said.err().startsWith("board: s3://bucket/rooms/*: " + NO_EXTENSION + "; without it one room can "
            + "be fetched at a time, by its own address"), said.err());
    }

    @Test
    void whatIsNotThereIsSaid(@TempDir Path out) throws Exception {
        var place = "http://" + bucket.host() + "/bucket/rooms/paris/";
        for (boolean without : new boolean[]{false, true}) {
            var said = BoardRun.of(out, folder, environment(without), place);
            assertEquals(2, said.exit(), said.out());
            assertEquals(1, said.err().lines().count(), said.err());
            assertTrue(said.err().contains("/rooms/paris/") && said.err().contains("404"), said.err());
        }
    }
}
