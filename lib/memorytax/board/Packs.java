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
import java.util.stream.Stream;

/// The packs that are to be put side by side, each once, in the order in which they were named.
///
/// @param all     by where each comes from
/// @param refused one line for each that cannot be read; the others are shown all the same
public record Packs(Map<String, Pack> all, List<String> refused) {
    /// Reads them.
    ///
    /// @param places zip files, folders that have some, and folders of results such as `out`
    /// @throws IllegalArgumentException with one line, where there is no such file or folder
    public static Packs read(List<Path> places) {
        var all = new LinkedHashMap<String, Pack>();
        var refused = new ArrayList<String>();
        for (var place : places) {
            if (!Files.exists(place)) throw new IllegalArgumentException("there is no file or folder " + place);
            if (!Files.isDirectory(place)) add(place, all, refused);
            else {
                Packing.of(place, chapters(place), true).ifPresent(pack -> all.put(OutputFolder.shown(place), pack));
                for (var zip : zips(place)) add(zip, all, refused);
            }
        }
        return new Packs(all, List.copyOf(refused));
    }

    /// One that was sent twice is one.
    private static void add(Path file, Map<String, Pack> all, List<String> refused) {
        var name = OutputFolder.shown(file);
        try {
            if (Files.size(file) > Pack.LARGEST) refused.add(name + ": it is larger than a pack can be");
            else {
                var pack = Unpacking.read(name, Files.readAllBytes(file));
                if (!all.containsValue(pack)) all.put(name, pack);
            }
        } catch (IllegalArgumentException e) {
            refused.add(e.getMessage());
        } catch (IOException e) {
            refused.add(name + ": it cannot be read");
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
