package memorytax.export;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The browser of this machine that programs can drive: Chrome or Chromium.
public final class InstalledBrowser {
    /// One sentence, for whoever has none.
    public static final String NONE =
        "there is no Chrome or Chromium on the PATH; CHROME=… names one that lies elsewhere";
    private static final List<String> NAMES = List.of("google-chrome", "google-chrome-stable", "chromium",
        "chromium-browser", "chrome.exe");
    private static final List<String> ELSEWHERE = List.of(
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium");

    private InstalledBrowser() {
    }

    /// The program that `CHROME` names, or else the first on the `PATH`.
    ///
    /// @throws IllegalArgumentException with one line, when `CHROME` names none
    public static Optional<Path> find(Map<String, String> environment) {
        var named = environment.getOrDefault("CHROME", "");
        if (!named.isEmpty()) return Optional.of(program(named).orElseThrow(() ->
            new IllegalArgumentException("CHROME is " + named + ", which is no program")));
        return Stream.concat(
            Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator)).filter(f -> !f.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> folder + File.separator + name)),
            ELSEWHERE.stream()).flatMap(file -> program(file).stream()).findFirst();
    }

    private static Optional<Path> program(String file) {
        try {
            return Optional.of(Path.of(file)).filter(f -> Files.isRegularFile(f) && Files.isExecutable(f));
        } catch (InvalidPathException e) {
            return Optional.empty(); // a PATH may hold anything
        }
    }
}
