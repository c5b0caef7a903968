package memorytax.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Where results go.
public final class OutputFolder {
    /// The file beside which `out` is made.
    public static final String CATALOG = "jbang-catalog.json";

    private OutputFolder() {
    }

    /// `named`, or else `out` beside the jbang-catalog.json found upwards from the working folder, or else in the
    /// working folder.
    ///
    /// @throws IllegalArgumentException with one line, when the name is empty
    public static Path of(Path named) {
        if (named != null && named.toString().isEmpty())
            throw new IllegalArgumentException("--out: the name of the folder is empty; name a folder");
        return named != null ? named : root().orElse(Path.of("").toAbsolutePath()).resolve("out");
    }

    /// The folder of the jbang-catalog.json that is found upwards from the working folder.
    public static Optional<Path> root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
            .filter(folder -> Files.isRegularFile(folder.resolve(CATALOG))).findFirst();
    }

    /// The folder, made if need be.
    ///
    /// @throws IllegalArgumentException with one line, when nothing can be written there
    public static Path ready(Path folder, String option) {
        try {
            Files.createDirectories(folder);
            if (Files.isWritable(folder)) return folder;
        } catch (IOException e) {
            // said below
        }
        throw new IllegalArgumentException(
            option + ": " + folder + " cannot be written to; name a folder that can");
    }

    /// As the reader would type it from here: relative where that is shorter.
    public static String shown(Path file) {
        var here = Path.of("").toAbsolutePath();
        var full = file.toAbsolutePath().normalize();
        return full.startsWith(here) ? here.relativize(full).toString() : full.toString();
    }
}
