package memorytax.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The Erlang of this machine, and its runtime, the BEAM: found, asked for its version, made to compile a program once.
///
/// @param told what takes a while, when it begins
record ErlangToolchain(Surroundings surroundings, Cache cache, Consumer<String> told) implements Toolchain {
    static final Duration ANSWER = Duration.ofSeconds(20), BUILD = Duration.ofSeconds(120);
    /// What a reader has set for other projects is not meant for ours, and who runs out of memory writes no dump.
    static final Map<String, String> ENVIRONMENT = Map.of("ERL_FLAGS", "", "ERL_AFLAGS", "", "ERL_ZFLAGS", "",
        "ERL_LIBS", "", "ERL_COMPILER_OPTIONS", "", "ERL_CRASH_DUMP_SECONDS", "0");
    private static final List<String> USUAL = List.of("/usr/local/bin", "/usr/bin", "/opt/homebrew/bin",
        "C:\\Program Files\\Erlang OTP\\bin");
    /// The version of a release is in a file; where that is missing, half of it has to do.
    private static final String QUESTION = """
        Root = code:root_dir(), Release = erlang:system_info(otp_release),
        Version = case file:read_file([Root, "/releases/", Release, "/OTP_VERSION"]) of
            {ok, Text} -> Text;
            _ -> Release
        end,
        io:format("~ts~n~ts~n", [Root, string:trim(Version)]), halt().
        """;
    /// Older BEAMs have room for 262,144 processes unless they are told; this is what newer ones have.
    private static final List<String> ROOM = List.of("+P", "1048576");

    @Override
    public Language language() {
        return new Language("erlang", "Erlang", ".erl", true);
    }

    @Override
    public List<String> library() {
        return List.of("scale.erl", "gate.erl");
    }

    @Override
    public Map<String, String> environment() {
        return ENVIRONMENT;
    }

    @Override
    public Lookup look() throws InterruptedException {
        return Candidates.of(surroundings, "ERL", surroundings.programs("erl", USUAL.stream().map(Path::of)))
            .first("an Erlang", "no Erlang on this machine",
                candidate -> ask(candidate).map(Lookup::of).orElse(Lookup.NOTHING));
    }

    /// It answers with the place of its files: a shim or a link is not what is started later.
    private Optional<FoundToolchain> ask(Path candidate) throws InterruptedException {
        var answer = command(List.of(candidate.toString(), "-noinput", "-boot", "no_dot_erlang", "-eval",
            QUESTION.replace("\n", " ")), Path.of("").toAbsolutePath(), ANSWER).run();
        var lines = answer.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (!answer.ok() || lines.size() < 2 || !lines.getLast().matches("\\d+(\\.\\d+)*")) return Optional.empty();
        var behind = Path.of(lines.get(lines.size() - 2), "bin", "erl");
        return Optional.of(new FoundToolchain(Files.isExecutable(behind) ? behind : candidate, lines.getLast()));
    }

    /// `erl` is a script that becomes the BEAM, so the process that it names is the one that is weighed.
    @Override
    public List<String> command(FoundToolchain erlang, ProgramText program, String load)
        throws IOException, InterruptedException {
        return start(erlang, build(erlang, program), List.of(), program.stem(), load);
    }

    /// @param beside further folders with modules
    static List<String> start(FoundToolchain erlang, Path modules, List<String> beside, String main, String load) {
        return Stream.of(List.of(erlang.path().toString()), ROOM, List.of("-noinput", "-boot", "no_dot_erlang",
            "-pa", modules.toString()), beside, List.of("-s", main, "main", "-extra", load))
            .flatMap(List::stream).toList();
    }

    @Override
    public String complaint(FoundToolchain erlang, ProgramText program) throws IOException, InterruptedException {
        try {
            build(erlang, program);
            return "";
        } catch (Refused e) {
            return e.said;
        }
    }

    private Path build(FoundToolchain erlang, ProgramText program) throws IOException, InterruptedException {
        var key = List.of(program.file(), program.all().toString(), erlang.version());
        return cache.fill(cache.place("erlang", key, "modules"), workshop -> {
            told.accept("compiling " + program.file());
            Cache.write(workshop, program.all());
            return compile(erlang, program, workshop, program.all().keySet().stream().toList());
        });
    }

    /// @param files the names of texts in `workshop`
    /// @return the folder with the modules
    /// @throws Refused when it does not compile
    Path compile(FoundToolchain erlang, ProgramText program, Path workshop, List<String> files)
        throws IOException, InterruptedException {
        var modules = Files.createDirectory(workshop.resolve("modules"));
        var words = Stream.concat(Stream.of(erlang.path().resolveSibling("erlc").toString(), "-o", "modules"),
            files.stream()).toList();
        var answer = command(words, workshop, BUILD).run();
        if (answer.ok()) return modules;
        throw Complaint.refused(program, answer);
    }

    Command command(List<String> words, Path folder, Duration deadline) {
        var environment = new TreeMap<>(surroundings.variables());
        environment.putAll(ENVIRONMENT);
        environment.putIfAbsent("HOME", surroundings.home().toString());
        return new Command(words, environment, folder, deadline);
    }
}
