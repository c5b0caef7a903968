package memorytax.board;

import memorytax.House;
import memorytax.Said;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `./jbang board` as a leader types it. DuckDB is no library of the tests.
final class BoardRun {
    private BoardRun() {
    }

    /// @param out    for the page
    /// @param folder to work in
    static Said of(Path out, Path folder, String... words) throws Exception {
        return of(out, folder, Map.of(), words);
    }

    /// The same with these variables on top of our own.
    static Said of(Path out, Path folder, Map<String, String> environment, String... words) throws Exception {
        return Said.by(Stream.concat(Stream.of(House.root().resolve("jbang").toString(), "board", "--out",
            out.toString()), Stream.of(words)).toList(), folder, environment);
    }

    /// Where a board has written a room.
    static Path room(Path out) {
        return out.resolve("board/room");
    }

    /// So many files, as they lie there.
    static List<String> files() {
        return Rooms.FILES.stream().map(name -> name + ".parquet").toList();
    }
}
