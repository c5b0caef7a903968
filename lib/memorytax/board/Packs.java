package memorytax.board;

import memorytax.file.Csv;
import memorytax.file.OutputFolder;
import memorytax.record.GivenRun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// What is to be put side by side: packs, each once, in the order in which they were named, and whole rooms.
///
/// @param all     the packs, by where each comes from
/// @param rooms   where rooms lie that a board has written: folders, patterns and addresses, as DuckDB reads them
/// @param refused one line for each place that cannot be read; the others are shown all the same
public record Packs(Map<String, Pack> all, List<String> rooms, List<String> refused) {
    /// What a board asks of a pack. The single processes are not among it.
    private static final List<String> FILES = List.of("machine", "slopes", "verdicts", "guesses");

    /// Reads the packs, and finds the rooms.
    ///
    /// @param places zip files, folders that have some, folders of results (`out`), rooms, folders of rooms, and
    ///               addresses: `https://…/mine.zip`, `https://…/room/`, `s3://bucket/rooms/*`
    /// @throws IllegalArgumentException with one line, where there is no such file or folder
    public static Packs read(List<String> places) {
        var rooms = new ArrayList<String>();
        var found = new ArrayList<Found>();
        for (var place : places) {
            if (Rooms.isAddress(place)) rooms.add(place);
            else if (place.matches("https?://.*"))
                found.add(found(place, () -> Download.bytes(place, Pack.LARGEST + 1)));
            else if (place.matches("\\w+://.*")) found.add(new Found(place, Optional.empty(), place
                + ": only files, folders, https:// and s3:// can be read"));
            else if (!Files.exists(Path.of(place)))
                throw new IllegalArgumentException("there is no file or folder " + place);
            else if (!Files.isDirectory(Path.of(place))) found.add(found(Path.of(place)));
            else if (Rooms.at(Path.of(place)).isPresent()) rooms.add(Rooms.at(Path.of(place)).get());
            else if (chapters(Path.of(place)).isEmpty())
                found.addAll(zips(Path.of(place)).parallelStream().map(Packs::found).toList());
            else Packing.of(Path.of(place), chapters(Path.of(place)), true).ifPresent(pack ->
                found.add(new Found(place, Optional.of(pack), "")));
        }
        return new Packs(each(found), List.copyOf(rooms),
            found.stream().map(Found::why).filter(why -> !why.isEmpty()).toList());
    }

    /// Whether there is nothing to show.
    public boolean isEmpty() {
        return all.isEmpty() && rooms.isEmpty();
    }

    /// One place, and what is there.
    ///
    /// @param why it is refused; empty where it is a pack
    private record Found(String name, Optional<Pack> pack, String why) {
    }

    private static Found found(Path file) {
        return found(OutputFolder.shown(file), () -> {
            if (Files.size(file) <= Pack.LARGEST) return Files.readAllBytes(file);
            throw new IllegalArgumentException(OutputFolder.shown(file) + ": it is larger than a pack can be");
        });
    }

    private static Found found(String name, Callable<byte[]> bytes) {
        try {
            return new Found(name, Optional.of(Unpacking.read(name, bytes.call())), "");
        } catch (IllegalArgumentException e) {
            return new Found(name, Optional.empty(), e.getMessage());
        } catch (Exception e) {
            return new Found(name, Optional.empty(), name + ": it cannot be read (" + e.getMessage() + ")");
        }
    }

    /// One that was sent twice is one.
    private static Map<String, Pack> each(List<Found> found) {
        var seen = new HashSet<Pack>();
        var all = new LinkedHashMap<String, Pack>();
        for (var one : found)
            one.pack.filter(seen::add).ifPresent(pack -> all.put(one.name, pack));
        return all;
    }

    private static List<String> chapters(Path results) {
        try (Stream<Path> files = Files.list(results)) {
            return files.map(file -> file.getFileName().toString())
                .filter(name -> Pack.ENTRY.matcher(name + "/slopes.csv").matches()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> zips(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lays them down unpacked: a CSV file for each of [#FILES], with the rows of all packs. Before the columns that
    /// the file has in a pack stand the seat, `0001` and so on, and the chapter that it lay in.
    void unpack(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var name : FILES) {
            var columns = Stream.concat(Stream.of("seat", "folder"), GivenRun.columns(name).stream()).toList();
            Files.writeString(folder.resolve(name + ".csv"), Csv.text(columns, rows(name)));
        }
    }

    private List<List<String>> rows(String name) {
        var rows = new ArrayList<List<String>>();
        int number = 0;
        for (var pack : all.values()) {
            var seat = "%04d".formatted(++number);
            for (var chapter : pack.chapters())
                for (var row : GivenRun.rows(name, pack.text(chapter, name)))
                    rows.add(Stream.concat(Stream.of(seat, chapter), row.stream()).toList());
        }
        return rows;
    }
}
