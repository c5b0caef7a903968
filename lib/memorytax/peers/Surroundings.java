package memorytax.peers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The environment variables, and where they say that programs and caches are.
///
/// @param variables as of [System#getenv()]
public record Surroundings(Map<String, String> variables) {
    private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    static final boolean WINDOWS = OS.startsWith("windows"), MAC = OS.startsWith("mac");
    private static final List<String> ENDINGS = WINDOWS ? List.of(".exe", ".bat", ".cmd") : List.of("");

    public Surroundings {
        // Windows writes Path and means PATH
        var copy = new TreeMap<String, String>(WINDOWS ? String.CASE_INSENSITIVE_ORDER : null);
        copy.putAll(variables);
        variables = copy;
    }

    /// Empty when it is not set, or to nothing.
    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    Path home() {
        return Path.of(variable(WINDOWS ? "USERPROFILE" : "HOME").orElse(System.getProperty("user.home")));
    }

    /// The programs called `name` on the PATH, then in `folders`, in that order.
    Stream<Path> programs(String name, Stream<Path> folders) {
        var path = Arrays.stream(variable("PATH").orElse("").split(File.pathSeparator)).filter(f -> !f.isBlank())
            .map(Path::of);
        return Stream.concat(path, folders)
            .flatMap(folder -> ENDINGS.stream().map(ending -> folder.resolve(name + ending)))
            .filter(Surroundings::runs);
    }

    /// What a variable such as GO means: a path, or a name to be looked for on the PATH.
    Optional<Path> program(String value) {
        var named = Path.of(value);
        if (named.getNameCount() == 1 && !named.isAbsolute()) return programs(value, Stream.of()).findFirst();
        return Optional.of(named.toAbsolutePath()).filter(Surroundings::runs);
    }

    /// What is in that folder, by name; nothing where there is none.
    static Stream<Path> below(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.of();
        }
    }

    private static boolean runs(Path program) {
        return Files.isRegularFile(program) && Files.isExecutable(program);
    }

    /// Where this workbook may keep what it builds for the user whose process this is.
    public static Path userCache() {
        return new Surroundings(System.getenv()).cache();
    }

    /// Where this workbook may keep what it builds. `XDG_CACHE_HOME` says so on every system.
    Path cache() {
        Path caches;
        var named = variable("XDG_CACHE_HOME").map(Path::of).filter(Path::isAbsolute);
        if (named.isPresent()) caches = named.get();
        else if (WINDOWS) caches = variable("LOCALAPPDATA").map(Path::of).orElse(home().resolve("AppData/Local"));
        else if (MAC) caches = home().resolve("Library/Caches");
        else caches = home().resolve(".cache");
        return caches.resolve("memory-tax-workbook");
    }
}
