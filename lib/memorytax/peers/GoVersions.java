package memorytax.peers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The Gos of this machine that can build scale.go, one for each version: the usual one, those of golang.org/dl, and
/// those that Go itself has fetched. Folders say which version is in them.
///
/// @param told what takes a while, when it begins
record GoVersions(Surroundings surroundings, GoToolchain go, Consumer<String> told) {
    /// The first with type parameters, which scale.go has.
    static final String OLDEST = "1.18";
    /// The first that can fetch another: <https://go.dev/doc/toolchain>.
    private static final String FETCHES = "1.21";
    private static final Duration FETCH = Duration.ofMinutes(10);
    private static final Pattern FOLDER = Pattern.compile(
        "(?:go|toolchain@v0\\.0\\.1-go)?(\\d+\\.\\d+(?:\\.\\d+)?)(\\.\\w+-\\w+)?");

    /// What Go says before it comes to the reason.
    private static final Pattern NOISE = Pattern.compile(
        "^go: (download go[\\w.]+( for \\S+)?: )?|golang\\.org/toolchain@\\S+: |Get \"[^\"]*\": ");

    /// @param usual the one that chapters use anyway, where there is one
    List<FoundToolchain> find(Optional<FoundToolchain> usual) {
        var home = surroundings.home();
        var folders = Stream.of(home.resolve("sdk"), home.resolve(".goenv/versions"),
            modules().resolve("golang.org"));
        var found = folders.flatMap(Surroundings::below).flatMap(folder -> {
            var name = FOLDER.matcher(folder.getFileName().toString());
            return name.matches() && (name.group(2) == null || name.group(2).equals(platform()))
                ? Stream.of("bin/go", "bin/go.exe").map(folder::resolve).filter(Files::isExecutable).limit(1)
                    .map(p -> new FoundToolchain(p, name.group(1))) : Stream.of();
        });
        return VersionNumber.newest("go", Stream.concat(usual.stream(), found)
            .filter(f -> VersionNumber.since(OLDEST).test(f.version())));
    }

    /// Where Go keeps what it has fetched.
    private Path modules() {
        var path = surroundings.variable("GOPATH").map(p -> Path.of(p.split(File.pathSeparator)[0]))
            .orElse(surroundings.home().resolve("go"));
        return surroundings.variable("GOMODCACHE").map(Path::of).orElse(path.resolve("pkg/mod"));
    }

    /// `.linux-amd64`: a folder of modules may be shared with machines of another kind.
    private static String platform() {
        var arch = System.getProperty("os.arch");
        return "." + (Surroundings.WINDOWS ? "windows" : Surroundings.MAC ? "darwin" : "linux") + "-"
            + switch (arch) {
                case "x86_64" -> "amd64";
                case "aarch64" -> "arm64";
                default -> arch;
            };
    }

    /// Has Go fetch those that are not here, through its own mechanism and from where the reader lets it fetch modules.
    /// After the first that cannot be had, no other is tried.
    ///
    /// @param releases and the patch of each that is fetched
    /// @return what came of it, as one sentence
    String fetch(Optional<FoundToolchain> usual, Map<String, String> releases) throws InterruptedException {
        if (usual.isEmpty()) return "There is no Go on this machine that could fetch other versions of Go.";
        if (!VersionNumber.since(FETCHES).test(usual.get().version()))
            return "Go " + usual.get().version() + " cannot fetch other versions of Go; Go " + FETCHES
                + " and later can.";
        var here = find(usual).stream().map(f -> VersionNumber.release("go", f.version())).toList();
        var fetched = new ArrayList<String>();
        for (var release : releases.entrySet()) {
            var patch = release.getValue();
            if (here.contains(release.getKey()) || patch.isEmpty()) continue;
            told.accept("fetching Go " + patch);
            var answer = go.switched(usual.get(), patch, FETCH).run();
            if (!answer.ok() || !answer.text().contains("go version go" + patch))
                return "Go " + patch + " cannot be fetched (" + NOISE.matcher(answer.lastLine()).replaceAll("") + ")."
                    + (fetched.isEmpty() ? "" : " Fetched: Go " + String.join(", ", fetched) + ".");
            fetched.add(patch);
        }
        return fetched.isEmpty() ? "All versions of Go that this chapter compares are here."
            : "Fetched: Go " + String.join(", ", fetched) + ", into " + modules().resolve("golang.org") + ".";
    }
}
