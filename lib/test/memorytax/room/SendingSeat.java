package memorytax.room;

import memorytax.House;
import memorytax.Said;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Who sends to a room, by the launcher.
///
/// @param out the folder of results
record SendingSeat(Path out) {
    /// As if our recorded run of chapter 1 had been made on its machine. No two of other names are the same.
    static SendingSeat measured(Path folder, String name) throws IOException {
        var chapter = Files.createDirectories(folder.resolve(name).resolve("chapter1"));
        try (Stream<Path> files = Files.list(House.root().resolve("data/recorded/chapter1"))) {
            for (var file : files.toList()) Files.copy(file, chapter.resolve(file.getFileName()));
        }
        var slopes = chapter.resolve("slopes.csv");
        Files.writeString(slopes, Files.readString(slopes) + Files.readAllLines(slopes).get(1).replace("weighed", name)
            + "\n");
        return new SendingSeat(folder.resolve(name));
    }

    /// In the folder of the workbook, as README says.
    Said send(String address, String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("sh", "-c", "cd \"$0\" && exec \"$@\"", House.root().toString(),
            Leader.JBANG, "workbook", "--send", address, "--out", out.toString()));
        command.addAll(List.of(more));
        return Said.by(command, out.getParent());
    }
}
