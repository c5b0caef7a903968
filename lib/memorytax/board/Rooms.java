package memorytax.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Rooms that a board has written: a room is a folder with four Parquet files. DuckDB reads them where they lie; from a
/// bucket and from a web server by its extension `httpfs`, and where that cannot be had they are downloaded.
final class Rooms {
    /// The files of a room, without `.parquet`.
    static final List<String> FILES = List.of("facts", "slopes", "verdicts", "guesses");
    private static final String PARQUET = ".parquet", S3 = "s3://";
    /// A server that speaks S3 and is not Amazon's, as DuckDB's extension is told of it.
    private static final Optional<String> ENDPOINT = Optional.ofNullable(System.getenv("DUCKDB_S3_ENDPOINT"));
    /// In bytes: of one file that is downloaded whole.
    private static final int LARGEST = 256 << 20;

    private Rooms() {
    }

    /// Whether it is the address of a room, or of several: `https://…/oslo/`, `s3://bucket/rooms/*`.
    static boolean isAddress(String place) {
        return place.startsWith(S3) || place.matches("https?://.*/");
    }

    /// The room in a folder, or all rooms in the folders of it, as a pattern; empty where there is none.
    static Optional<String> at(Path folder) {
        if (isRoom(folder)) return Optional.of(pattern(folder));
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.anyMatch(Rooms::isRoom) ? Optional.of(pattern(folder) + "/*") : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoom(Path folder) {
        return FILES.stream().allMatch(name -> Files.isRegularFile(folder.resolve(name + PARQUET)));
    }

    /// The path of a file or a folder, where nothing stands for anything else.
    static String pattern(Path path) {
        return path.toAbsolutePath().normalize().toString().replaceAll("[*?\\[]", "[$0]");
    }

    /// The same rooms, each as DuckDB can read it.
    ///
    /// @param folder for what has to be downloaded
    /// @throws IllegalArgumentException with one line that begins with the address
    static List<String> readable(List<String> rooms, Statement duck, Path folder) throws SQLException {
        if (rooms.stream().noneMatch(Rooms::isAddress)) return rooms;
        var trouble = extension(duck);
        var all = new ArrayList<String>();
        for (var room : rooms) {
            var plain = room.replaceFirst("/+$", "");
            if (!isAddress(room)) all.add(room);
            else if (trouble.isEmpty()) all.add(room.startsWith(S3) ? inBucket(plain, duck) : plain);
            else all.add(downloaded(plain, folder.resolve("fetched/" + all.size()), trouble.get()));
        }
        return all;
    }

    /// Why DuckDB's extension cannot be had; empty where it is there now.
    private static Optional<String> extension(Statement duck) {
        try (var own = duck.getConnection().createStatement()) { // DuckDB closes one that has failed
            own.execute("INSTALL httpfs");
            own.execute("LOAD httpfs");
            if (ENDPOINT.isPresent()) own.execute("SET s3_url_style = 'path'");
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of("DuckDB's extension httpfs cannot be had here");
        }
    }

    /// A folder of a bucket is a room, or has rooms. What is no pattern would be found, whether it is there or not.
    private static String inBucket(String place, Statement duck) throws SQLException {
        if (place.contains("*")) return place;
        try (var found = duck.executeQuery("FROM glob('" + place.replace("'", "''") + "/[f]acts.parquet')")) {
            return found.next() ? place : place + "/*";
        }
    }

    /// With a name of its own in the path, the bucket needs none in the host's.
    private static String address(String endpoint) {
        boolean open = "false".equalsIgnoreCase(System.getenv("DUCKDB_S3_USE_SSL"));
        return (open ? "http://" : "https://") + endpoint + "/$1/";
    }

    private static String downloaded(String place, Path folder, String trouble) {
        if (place.contains("*")) throw new IllegalArgumentException(place + ": " + trouble
            + "; without it one room can be fetched at a time, by its own address");
        var address = place.startsWith(S3) ? ENDPOINT.map(Rooms::address).orElse("https://$1.s3.amazonaws.com/")
            .transform(start -> place.replaceFirst("^s3://([^/]+)/", start)) : place;
        var room = folder.resolve(place.replaceFirst(".*/", ""));
        try {
            Files.createDirectories(room);
            for (var name : FILES) {
                var bytes = Download.bytes(address + "/" + name + PARQUET, LARGEST + 1);
                if (bytes.length > LARGEST) throw new IllegalArgumentException(address + "/" + name + PARQUET
                    + ": it has more than " + (LARGEST >> 20) + " MB; " + trouble);
                Files.write(room.resolve(name + PARQUET), bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return pattern(room);
    }
}
