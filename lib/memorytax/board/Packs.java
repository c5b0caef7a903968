package memorytax.board;

import memorytax.file.OutputFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// What is to be put side by side: packs, each once, in the order in which they were named, and whole rooms.
///
/// @param seats   how many packs there are
/// @param rooms   where rooms lie that a board has written: folders, patterns and addresses, as DuckDB reads them
/// @param refused one line for each place that cannot be read; the others are shown all the same
public record Packs(int seats, List<String> rooms, List<String> refused) {
    /// So many packs are read before the next ones are.
    private static final int BATCH = 64;

    /// Where a pack is to be had.
    ///
    /// @param pack reads it; empty where nothing was measured
    private record Source(String name, Callable<Optional<Pack>> pack) {
        private Found found() {
            try {
                return new Found(pack.call(), "");
            } catch (IllegalArgumentException e) {
                return new Found(Optional.empty(), e.getMessage());
            } catch (Exception e) {
                return new Found(Optional.empty(), name + ": it cannot be read (" + e.getMessage() + ")");
            }
        }
    }

    /// What is there.
    ///
    /// @param why it is refused; empty where it is not
    private record Found(Optional<Pack> pack, String why) {
    }

    /// Reads the packs, lays them down unpacked, and finds the rooms.
    ///
    /// @param places zip files, folders that have some, folders of results (`out`), rooms, folders of rooms, and
    ///               addresses: `https://…/mine.zip`, `https://…/room/`, `s3://bucket/rooms/*`
    /// @param folder of the board: in it, [Sheets] become `packs/`
    /// @throws IllegalArgumentException with one line, where there is no such file or folder
    public static Packs unpack(List<String> places, Path folder) {
        var rooms = new ArrayList<String>();
        var sources = new ArrayList<Source>();
        for (var place : places) {
            if (Rooms.isAddress(place)) rooms.add(place);
            else if (place.matches("\\w+://.*")) sources.add(new Source(place, () -> download(place)));
            else if (!Files.exists(Path.of(place)))
                throw new IllegalArgumentException("there is no file or folder " + place);
            else if (!Files.isDirectory(Path.of(place))) sources.add(source(Path.of(place)));
            else if (Rooms.at(Path.of(place)).isPresent()) rooms.add(Rooms.at(Path.of(place)).get());
            else if (chapters(Path.of(place)).isEmpty())
                zips(Path.of(place)).forEach(zip -> sources.add(source(zip)));
            else sources.add(new Source(place, () ->
                Packing.of(Path.of(place), chapters(Path.of(place)), true)));
        }
        return unpack(sources, rooms, folder.resolve("packs"));
    }

    private static Packs unpack(List<Source> sources, List<String> rooms, Path folder) {
        var refused = new ArrayList<String>();
        try (var sheets = new Sheets(folder)) {
            for (int i = 0; i < sources.size(); i += BATCH) {
                var some = sources.subList(i, Math.min(i + BATCH, sources.size())).parallelStream();
                for (var found : some.map(Source::found).toList()) {
                    if (found.pack.isPresent()) sheets.add(found.pack.get());
                    if (!found.why.isEmpty()) refused.add(found.why);
                }
            }
            return new Packs(sheets.seats(), List.copyOf(rooms), List.copyOf(refused));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether there is nothing to show.
    public boolean isEmpty() {
        return seats == 0 && rooms.isEmpty();
    }

    private static Optional<Pack> download(String address) throws InterruptedException {
        if (!address.matches("https?://.*"))
            throw new IllegalArgumentException(address + ": only files, folders, https:// and s3:// can be read");
        return Optional.of(Unpacking.read(address, Download.bytes(address, Pack.LARGEST + 1), Pack.ASKED));
    }

    private static Source source(Path file) {
        var name = OutputFolder.shown(file);
        return new Source(name, () -> {
            if (Files.size(file) <= Pack.LARGEST)
                return Optional.of(Unpacking.read(name, Files.readAllBytes(file), Pack.ASKED));
            throw new IllegalArgumentException(name + ": it is larger than a pack can be");
        });
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
}
