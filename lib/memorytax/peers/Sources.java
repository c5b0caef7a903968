package memorytax.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds texts by name: as a resource of a class, else in the working folder and the folders above it.
///
/// @param prefix of the resource: `/` or `/peers/`
/// @param start  the working folder
/// @param below  in which folders to look, from each of those above: `chapters`
record Sources(Class<?> anchor, String prefix, Path start, List<String> below) {
    static Sources ofChapter(Class<?> chapter, Path start) {
        return new Sources(chapter, "/", start, List.of("chapters"));
    }

    static Sources ofLibrary(Path start) {
        return new Sources(Sources.class, "/peers/", start, List.of("lib/peers", "peers"));
    }

    /// Empty when there is no such text.
    Optional<String> find(String name) {
        try (var resource = anchor.getResourceAsStream(prefix + name)) {
            if (resource != null) return Optional.of(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
            for (Path file : files(name)) if (Files.isRegularFile(file)) return Optional.of(Files.readString(file));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<Path> files(String name) {
        var here = start.toAbsolutePath().normalize();
        var above = Stream.iterate(here, folder -> folder != null, Path::getParent);
        var folders = above.flatMap(folder -> below.stream().map(folder::resolve));
        return Stream.concat(Stream.of(here), folders).map(folder -> folder.resolve(name)).toList();
    }
}
