package memorytax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the checkout lies that is under test: upwards from the working folder, or where the launcher said.
public final class House {
    private House() {
    }

    /// The folder of jbang-catalog.json.
    public static Path root() {
        var named = System.getenv("MEMORY_TAX_ROOT");
        var start = Path.of(named == null ? "" : named).toAbsolutePath();
        for (var folder = start; folder != null; folder = folder.getParent())
            if (Files.exists(folder.resolve("jbang-catalog.json")) && Files.isDirectory(folder.resolve("lib")))
                return folder;
        throw new IllegalStateException("the tests run inside a checkout; " + start + " is in none");
    }

    /// The chapters, in order.
    public static List<Path> chapters() {
        try (Stream<Path> files = Files.list(root().resolve("chapters"))) {
            return files.filter(f -> f.getFileName().toString().matches("chapter\\d+\\.java"))
                .sorted(Comparator.comparing((Path f) -> f.toString().length()).thenComparing(f -> f)).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Where a program lies on the PATH; empty when it is not here.
    public static Optional<Path> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
    }

    /// A file of the checkout, as text.
    public static String read(String path) {
        try {
            return Files.readString(root().resolve(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
