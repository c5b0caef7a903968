package memorytax.peers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The Rust of this machine: Cargo is found, asked for its version, and made to build a program with tokio once. What
/// tokio consists of is fetched when the first program is built, in the versions of `lib/peers/Cargo.lock`; after that
/// nothing is fetched any more.
///
/// @param told what takes a while, when it begins
record RustToolchain(Surroundings surroundings, Cache cache, Consumer<String> told) implements Toolchain {
    private static final Pattern VERSION = Pattern.compile("(?m)^cargo (\\d+\\.\\d+\\.\\d+\\S*)");
    private static final Duration ANSWER = Duration.ofSeconds(10), BUILD = Duration.ofSeconds(600);
    private static final String MANIFEST = "Cargo.toml", ENDING = Surroundings.WINDOWS ? ".exe" : "";
    /// How Cargo says that a library is not on this machine, and that it cannot get it.
    private static final Pattern NOT_HERE = Pattern.compile("(?i)--offline|failed to (download|get|fetch|load source)");

    @Override
    public Language language() {
        return new Language("rust", "Rust", ".rs", true);
    }

    @Override
    public List<String> library() {
        return List.of("scale.rs", "parts.rs", MANIFEST, "Cargo.lock");
    }

    @Override
    public Lookup look() throws InterruptedException {
        var usual = Stream.of(".cargo/bin", "/usr/local/bin", "/usr/bin", "/opt/homebrew/bin")
            .map(surroundings.home()::resolve);
        return Candidates.of(surroundings, "CARGO", surroundings.programs("cargo", usual)).first("a Cargo",
            "no Rust on this machine", candidate -> {
                var answer = command(candidate, Path.of("").toAbsolutePath(), ANSWER, "--version").run();
                var version = VERSION.matcher(answer.text());
                return answer.ok() && version.find() ? Lookup.of(new FoundToolchain(candidate, version.group(1)))
                    : Lookup.NOTHING;
            });
    }

    @Override
    public List<String> command(FoundToolchain rust, ProgramText program, String load)
        throws IOException, InterruptedException {
        return List.of(build(rust, program).toString(), load);
    }

    @Override
    public String complaint(FoundToolchain rust, ProgramText program) throws IOException, InterruptedException {
        try {
            build(rust, program);
            return "";
        } catch (Refused e) {
            return Complaint.of(program.source(), program.file(), errors(e.said), false);
        }
    }

    /// Cargo sums up at the end.
    private static String errors(String said) {
        return said.lines().filter(line -> !line.startsWith("error: could not compile"))
            .collect(Collectors.joining("\n"));
    }

    private Path build(FoundToolchain rust, ProgramText program) throws IOException, InterruptedException {
        var key = List.of(program.file(), program.source(), new TreeMap<>(program.library()).toString(),
            rust.version());
        return cache.fill(cache.place("rust", key, program.stem() + ENDING), workshop -> {
            told.accept("building " + program.file());
            var binary = workshop.getFileName().toString(); // no other build at this moment has one of that name
            var files = program.all();
            files.put(MANIFEST, files.get(MANIFEST).replace("\"program.rs\"", '"' + program.file() + '"')
                .replace("\"program\"", '"' + binary + '"'));
            Cache.write(workshop, files);
            var libraries = libraries(rust, program);
            var answer = cargo(rust, workshop, libraries, "--offline");
            if (!answer.ok() && NOT_HERE.matcher(answer.text()).find()) {
                told.accept("fetching tokio for " + program.file());
                answer = cargo(rust, workshop, libraries);
                if (!answer.ok() && NOT_HERE.matcher(answer.text()).find())
                    throw new Missing("tokio is not on this machine, and cannot be fetched: " + answer.firstLine());
            }
            var made = Toolchain.built(program, answer, libraries.resolve("release").resolve(binary + ENDING));
            var built = Files.move(made, workshop.resolve("built"));
            forget(libraries.resolve("release").resolve("deps"), binary);
            return built;
        });
    }

    /// The libraries are compiled once for all programs.
    private Path libraries(FoundToolchain rust, ProgramText program) {
        var key = List.of(program.library().get(MANIFEST), program.library().get("Cargo.lock"), rust.version());
        return cache.place("rust", key, "libraries");
    }

    private static void forget(Path folder, String binary) throws IOException {
        try (var left = Files.newDirectoryStream(folder, binary + "*")) {
            for (var file : left) Files.deleteIfExists(file);
        }
    }

    private Command.Answer cargo(FoundToolchain rust, Path workshop, Path libraries, String... more)
        throws InterruptedException {
        var words = Stream.concat(Stream.of("build", "--release", "--quiet", "--locked", "--message-format", "short"),
            Stream.of(more)).toArray(String[]::new);
        return command(rust.path(), workshop, BUILD, words).with("CARGO_TARGET_DIR", libraries.toString())
            .with("SCALE_RUST", rust.version()).run();
    }

    private Command command(Path cargo, Path folder, Duration deadline, String... arguments) {
        var words = new ArrayList<>(List.of(cargo.toString()));
        words.addAll(List.of(arguments));
        var environment = new TreeMap<>(surroundings.variables());
        // what a reader has set for projects of their own is not meant for this one
        environment.keySet().removeIf(name -> name.matches("RUSTC_.*|CARGO_(ENCODED_|BUILD_|PROFILE_|TARGET_).*"));
        environment.put("RUSTFLAGS", "-A warnings");
        environment.putIfAbsent("HOME", surroundings.home().toString()); // Cargo keeps its libraries there
        environment.merge("PATH", String.valueOf(cargo.getParent()), // rustc lies beside it
            (path, own) -> own + File.pathSeparator + path);
        return new Command(words, environment, folder, deadline);
    }
}
