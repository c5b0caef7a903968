package memorytax.board;

import memorytax.file.Csv;
import memorytax.record.GivenRun;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The packs of a room, laid down unpacked: a CSV file for each of [Pack#ASKED], with the rows of all packs. Before the
/// columns that the file has in a pack stand the seat, `0001` and so on, and the chapter that it lay in. No pack is
/// kept in memory: a room may have thousands.
final class Sheets implements Closeable {
    private final Map<String, Writer> files = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    Sheets(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var name : Pack.ASKED) {
            var file = Files.newBufferedWriter(folder.resolve(name + ".csv"));
            files.put(name, file);
            file.write(text(name, List.of()));
        }
    }

    /// How many different packs there are.
    int seats() {
        return seen.size();
    }

    /// One that was sent twice is one.
    void add(Pack pack) throws IOException {
        if (!seen.add(pack.digest())) return;
        var seat = "%04d".formatted(seats());
        for (var file : files.entrySet())
            for (var chapter : pack.chapters()) {
                var rows = GivenRun.rows(file.getKey(), pack.text(chapter, file.getKey())).stream()
                    .map(row -> Stream.concat(Stream.of(seat, chapter), row.stream()).toList()).toList();
                var text = text(file.getKey(), rows);
                file.getValue().write(text, text.indexOf('\n') + 1, text.length() - text.indexOf('\n') - 1);
            }
    }

    private static String text(String name, List<List<String>> rows) {
        return Csv.text(Stream.concat(Stream.of("seat", "folder"), GivenRun.columns(name).stream()).toList(), rows);
    }

    @Override
    public void close() throws IOException {
        for (var file : files.values()) file.close();
    }
}
