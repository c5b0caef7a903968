package memorytax.board;

import memorytax.file.OutputFolder;
import memorytax.record.GivenRun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// What is to be put side by side: packs, each once, in the order in which they were named, and whole rooms.
///
/// @param all     the packs, by where each comes from
/// @param rooms   where rooms lie that a board has written: folders, patterns and addresses, as DuckDB reads them
/// @param refused one line for each place that cannot be read; the others are shown all the same
public record Packs(Map<String, Pack> all, List<String> rooms, List<String> refused) {
    /// Reads the packs, and finds the rooms.
    ///
    /// @param places zip files, folders that have some, folders of results (`out`), rooms, folders of rooms, and
    ///               addresses: `https://…/mine.zip`, `https://…/room/`, `s3://bucket/rooms/*`
    /// @throws IllegalArgumentException with one line, where there is no such file or folder
    public static Packs read(List<String> places) {
        var all = new LinkedHashMap<String, Pack>();
        var rooms = new ArrayList<String>();
        var refused = new ArrayList<String>();
        for (var place : places) {
            if (Rooms.isAddress(place)) rooms.add(place);
            else if (place.matches("https?://.*"))
                add(place, () -> Download.bytes(place, Pack.LARGEST + 1), all, refused);
            else if (place.matches("\\w+://.*"))
                refused.add(place + ": only files, folders, https:// and s3:// can be read");
            else if (!Files.exists(Path.of(place)))
                throw new IllegalArgumentException("there is no file or folder " + place);
            else if (!Files.isDirectory(Path.of(place))) add(Path.of(place), all, refused);
            else if (Rooms.at(Path.of(place)).isPresent()) rooms.add(Rooms.at(Path.of(place)).get());
            else if (chapters(Path.of(place)).isEmpty()) zips(Path.of(place)).forEach(zip -> add(zip, all, refused));
            else Packing.of(Path.of(place), chapters(Path.of(place)), true).ifPresent(pack -> all.put(place, pack));
        }
        return new Packs(all, List.copyOf(rooms), List.copyOf(refused));
    }

    /// Whether there is nothing to show.
    public boolean isEmpty() {
        return all.isEmpty() && rooms.isEmpty();
    }

    private static void add(Path file, Map<String, Pack> all, List<String> refused) {
        add(OutputFolder.shown(file), () -> {
            if (Files.size(file) <= Pack.LARGEST) return Files.readAllBytes(file);
            throw new IllegalArgumentException(OutputFolder.shown(file) + ": it is larger than a pack can be");
        }, all, refused);
    }

    /// One that was sent twice is one.
    private static void add(String name, Callable<byte[]> bytes, Map<String, Pack> all, List<String> refused) {
        try {
            var pack = Unpacking.read(name, bytes.call());
            if (!all.containsValue(pack)) all.put(name, pack);
        } catch (IllegalArgumentException e) {
            refused.add(e.getMessage());
        } catch (Exception e) {
            refused.add(name + ": it cannot be read (" + e.getMessage() + ")");
        }
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

    /// Lays them down unpacked, each in a folder of its own: `packs/0001/chapter1/slopes.csv`. What lay there goes. So
    /// that each kind of file is there at least once, `packs/none` has all of them, without a row.
    void unpack(Path folder) throws IOException {
        remove(folder);
        for (var name : GivenRun.FILES)
            write(folder.resolve("none/none").resolve(name + ".csv"), GivenRun.header(name));
        int seat = 0;
        for (var pack : all.values()) {
            var own = folder.resolve("%04d".formatted(++seat));
            for (var chapter : pack.chapters())
                for (var name : GivenRun.FILES)
                    if (pack.rows(chapter, name) > 0) write(own.resolve(chapter).resolve(name + ".csv"),
                        GivenRun.whole(name, pack.text(chapter, name)));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /// Only what a board has laid down: folders of CSV files.
    private static void remove(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            var those = files.sorted((a, b) -> b.compareTo(a)).toArray(Path[]::new);
            if (Arrays.stream(those).anyMatch(file -> Files.isRegularFile(file) && !file.toString().endsWith(".csv")))
                throw new IllegalArgumentException(OutputFolder.shown(folder) + " holds other files than a board's");
            for (var file : those) Files.delete(file);
        }
    }
}
