package memorytax.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The Go of this machine: found, asked for its version, made to build a program once.
///
/// @param told       what takes a while, when it begins
/// @param experiment of Go's that programs are built with, on top of those of the environment; may be empty
record GoToolchain(Surroundings surroundings, Cache cache, Consumer<String> told, String experiment)
    implements Toolchain {
    private static final Pattern VERSION = Pattern.compile("\\bgo((\\d+\\.\\d+)[\\w.]*)");
    private static final Duration ANSWER = Duration.ofSeconds(10), BUILD = Duration.ofSeconds(120);

    private static final List<String> USUAL = List.of("/usr/local/go/bin", "/usr/lib/go/bin", "/opt/homebrew/bin",
        "/usr/local/bin", "C:\\Program Files\\Go\\bin");

    /// The same one, which builds with another experiment.
    GoToolchain with(String experiment) {
        return new GoToolchain(surroundings, cache, told, experiment);
    }

    @Override
    public Language language() {
        return new Language("go", "Go", ".go", true);
    }

    @Override
    public List<String> library() {
        return List.of("scale.go", "parts.go", "stacks.go");
    }

    @Override
    public Lookup look() throws InterruptedException {
        return Candidates.of(surroundings, "GO", candidates()).first("a Go", "no Go on this machine", candidate -> {
            var answer = command(candidate, Path.of("").toAbsolutePath(), ANSWER, "env", "GOVERSION", "GOROOT").run();
            var version = VERSION.matcher(answer.text());
            return answer.ok() && version.find()
                ? Lookup.of(new FoundToolchain(behind(candidate, answer), version.group(1))) : Lookup.NOTHING;
        });
    }

    /// A shim chooses by the folder it is called in; the Go behind it does not.
    private static Path behind(Path candidate, Command.Answer answer) {
        var root = answer.text().lines().map(String::strip).filter(line -> !line.isEmpty()).reduce((_, last) -> last);
        return root.map(r -> Path.of(r, "bin", Surroundings.WINDOWS ? "go.exe" : "go")).filter(Files::isExecutable)
            .orElse(candidate);
    }

    private Stream<Path> candidates() {
        var root = surroundings.variable("GOROOT").map(Path::of).map(p -> p.resolve("bin")).stream();
        var own = Stream.of(surroundings.home().resolve("go").resolve("bin"));
        return surroundings.programs("go", Stream.of(root, USUAL.stream().map(Path::of), own).flatMap(s -> s));
    }

    @Override
    public List<String> command(FoundToolchain go, ProgramText program, String load)
        throws IOException, InterruptedException {
        return List.of(build(go, program).toString(), load);
    }

    @Override
    public String complaint(FoundToolchain go, ProgramText program) throws IOException, InterruptedException {
        try {
            build(go, program);
            return "";
        } catch (Refused e) {
            return Complaint.of(program.source(), program.file(), e.said, true);
        }
    }

    private Path build(FoundToolchain go, ProgramText program) throws IOException, InterruptedException {
        String name = program.stem() + (Surroundings.WINDOWS ? ".exe" : "");
        return cache.fill(cache.place("go", key(go, program), name), workshop -> {
            told.accept("building " + program.file());
            var words = lay(workshop, go, program, "build", "-trimpath", "-buildvcs=false", "-o", name);
            var answer = command(go.path(), workshop, BUILD, words).with("GOEXPERIMENT", experiments()).run();
            return Toolchain.built(program, answer, workshop.resolve(name));
        });
    }

    /// All that the compiler has to say of that program when it is asked for its reasons (`-gcflags=-m`).
    String explain(FoundToolchain go, ProgramText program) throws IOException, InterruptedException {
        return Files.readString(cache.fill(cache.place("go", key(go, program), "explained.txt"), workshop -> {
            told.accept("asking Go's compiler about " + program.file());
            var words = lay(workshop, go, program,
                "build", "-trimpath", "-buildvcs=false", "-gcflags=-m", "-o", "unused");
            var answer = command(go.path(), workshop, BUILD, words).run();
            if (!answer.ok()) throw new Refused(program.file(), answer);
            return Files.writeString(workshop.resolve("explained.txt"), answer.text());
        }));
    }

    /// All that `go vet` has against that program.
    String vet(FoundToolchain go, ProgramText program) throws IOException, InterruptedException {
        return Files.readString(cache.fill(cache.place("go", key(go, program), "vetted.txt"), workshop -> {
            told.accept("asking go vet about " + program.file());
            var answer = command(go.path(), workshop, BUILD, lay(workshop, go, program, "vet")).run();
            return Files.writeString(workshop.resolve("vetted.txt"), answer.text());
        }));
    }

    private String experiments() {
        return Stream.of(surroundings.variable("GOEXPERIMENT").orElse(""), experiment).filter(e -> !e.isEmpty())
            .collect(Collectors.joining(","));
    }

    private List<String> key(FoundToolchain go, ProgramText program) {
        return List.of(program.file(), program.source(), new TreeMap<>(program.library()).toString(), go.version(),
            experiments());
    }

    /// Lays down all files of the program, and says what the toolchain is to do with them.
    private static String[] lay(Path workshop, FoundToolchain go, ProgramText program, String... order)
        throws IOException {
        var files = program.all();
        var words = Stream.concat(Stream.of(order), files.keySet().stream()).toArray(String[]::new);
        files.put("go.mod", module(go.version()));
        Cache.write(workshop, files);
        return words;
    }

    /// Names the language of this very toolchain, so that none is looked for elsewhere.
    private static String module(String version) {
        var language = VERSION.matcher("go" + version);
        return "module memorytax\n\ngo " + (language.find() ? language.group(2) : "1.19") + "\n";
    }

    /// Asks for its version as another version of Go, which it fetches where it has to: with the reader's own settings
    /// of where modules come from.
    Command switched(FoundToolchain go, String version, Duration deadline) {
        var words = List.of(go.path().toString(), "version");
        var environment = new TreeMap<>(surroundings.variables());
        List.of("GOFLAGS", "GOROOT").forEach(environment::remove);
        environment.putIfAbsent("HOME", surroundings.home().toString());
        environment.put("GOTOOLCHAIN", "go" + version);
        return new Command(words, environment, surroundings.home(), deadline);
    }

    private Command command(Path go, Path folder, Duration deadline, String... arguments) {
        var words = new ArrayList<>(List.of(go.toString()));
        words.addAll(List.of(arguments));
        var environment = new TreeMap<>(surroundings.variables());
        // what a reader has set for projects of their own is not meant for this one
        List.of("GOFLAGS", "GOROOT", "GOOS", "GOARCH").forEach(environment::remove);
        environment.putAll(Map.of("GOENV", "off", "GO111MODULE", "on", "GOWORK", "off"));
        environment.putIfAbsent("HOME", surroundings.home().toString()); // Go keeps its own cache there
        environment.putAll(Map.of("GOTOOLCHAIN", "local", "CGO_ENABLED", "0"));
        return new Command(words, environment, folder, deadline);
    }
}
