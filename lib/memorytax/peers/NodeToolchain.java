package memorytax.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What runs JavaScript on this machine: Node, and Bun and Deno as its variants. None needs a build.
///
/// @param engine which of the three
record NodeToolchain(Surroundings surroundings, Cache cache, Engine engine) implements Toolchain {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int OLDEST = 18; // the first with everything that scale.mjs needs
    private static final Pattern LIBRARY = Pattern.compile("from\\s*[\"']\\./scale\\.mjs[\"']");
    private static final Pattern AT = Pattern.compile("(?m)^.*[/\\\\]([^/\\\\]+):(\\d+)$\\n(.*)\\n(.*\\^)?"),
        ERROR = Pattern.compile("(?m)^\\w*Error: (.*)$");
    private static final Language LANGUAGE = new Language("node", "Node", ".mjs", false);

    /// What JavaScript can be run by. The answer to the question is the program itself, and its version: a shim or an
    /// npm package answers with what is behind it.
    ///
    /// @param name     of the program, and of the runtime
    /// @param folders  where it usually is, from the reader's home; an absolute folder is one of the system
    /// @param question what it is asked
    /// @param start    what it is told before its program; so that LIVE and PARTS work, and nothing is fetched
    enum Engine {
        NODE("node", List.of("/usr/local/bin", "/usr/bin", "/opt/homebrew/bin", "C:\\Program Files\\nodejs"),
            List.of("-e", "console.log(process.execPath + '\\n' + process.versions.node)"), List.of("--expose-gc")),
        BUN("bun", List.of(".bun/bin", "/usr/local/bin", "/opt/homebrew/bin"),
            List.of("-e", "console.log(process.execPath + '\\n' + process.versions.bun)"), List.of("--no-install")),
        DENO("deno", List.of(".deno/bin", "/usr/local/bin", "/opt/homebrew/bin"),
            List.of("eval", "console.log(Deno.execPath() + '\\n' + Deno.version.deno)"),
            List.of("run", "--quiet", "--allow-all", "--no-lock", "--no-config", "--no-remote", "--no-npm",
                "--v8-flags=--expose-gc"));

        private final String name;
        private final List<String> folders, question, start;

        Engine(String name, List<String> folders, List<String> question, List<String> start) {
            this.name = name;
            this.folders = folders;
            this.question = question;
            this.start = start;
        }

        private String variable() {
            return name();
        }
    }

    @Override
    public Language language() {
        return LANGUAGE;
    }

    @Override
    public String runtime() {
        return engine.name;
    }

    @Override
    public String variant() {
        return engine == Engine.NODE ? "" : engine.name;
    }

    @Override
    public List<String> library() {
        return List.of("scale.mjs", "parts.mjs", "silence.mjs");
    }

    /// What a reader has set for projects of their own is not meant for this one.
    @Override
    public Map<String, String> environment() {
        return Map.of("NODE_OPTIONS", "", "DENO_NO_UPDATE_CHECK", "1");
    }

    @Override
    public Lookup look() throws InterruptedException {
        boolean usual = engine == Engine.NODE;
        return Candidates.of(surroundings, engine.variable(), candidates()).first("a " + (usual ? "Node" : engine.name),
            usual ? "no Node on this machine" : "", candidate -> ask(candidate).map(found -> {
                boolean old = usual && Integer.parseInt(found.version().replaceFirst("\\..*", "")) < OLDEST;
                return old ? Lookup.missing("Node %s (%s) is too old; it must be %d or later"
                    .formatted(found.version(), candidate, OLDEST)) : Lookup.of(found);
            }).orElse(Lookup.NOTHING));
    }

    private Stream<Path> candidates() {
        return surroundings.programs(engine.name, engine.folders.stream().map(surroundings.home()::resolve));
    }

    private Optional<FoundToolchain> ask(Path candidate) throws InterruptedException {
        var words = Stream.concat(Stream.of(candidate.toString()), engine.question.stream()).toList();
        var answer = new Command(words, surroundings.variables(), Path.of("").toAbsolutePath(), ANSWER)
            .with("NODE_OPTIONS", "").with("NO_COLOR", "1").run();
        var lines = answer.text().lines().map(String::strip).toList();
        if (!answer.ok() || lines.size() < 2 || !lines.getLast().matches("\\d+\\.\\d+.*")) return Optional.empty();
        return Optional.of(new FoundToolchain(Path.of(lines.get(lines.size() - 2)), lines.getLast()));
    }

    /// It finds scale.mjs because that lies beside it.
    @Override
    public List<String> command(FoundToolchain found, ProgramText program, String load)
        throws IOException, InterruptedException {
        var placed = cache.files("node", program.all()).resolve(program.file());
        return Stream.of(start(found), Stream.of(placed.toString(), load)).flatMap(s -> s).toList();
    }

    @Override
    public Optional<List<String>> alone(FoundToolchain found, Path program, String text) {
        return LIBRARY.matcher(text).find() ? Optional.empty()
            : Optional.of(Stream.concat(start(found), Stream.of(program.toString())).toList());
    }

    private Stream<String> start(FoundToolchain found) {
        return Stream.concat(Stream.of(found.path().toString()), engine.start.stream());
    }

    /// Node reads the program, and runs nothing of it.
    @Override
    public String complaint(FoundToolchain found, ProgramText program) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("memory-tax-");
        try {
            var draft = Files.writeString(folder.resolve(program.file()), program.source());
            var answer = new Command(List.of(found.path().toString(), "--check", draft.toString()),
                surroundings.variables(), folder, ANSWER).with("NODE_OPTIONS", "").run();
            return answer.ok() ? "" : said(program.file(), answer.text());
        } finally {
            Cache.forget(folder);
        }
    }

    /// Node says the file, its line and a mark under it first, and what is wrong at the end.
    private static String said(String file, String text) {
        var error = ERROR.matcher(text);
        var what = error.find() ? error.group(1) : text.strip();
        var at = AT.matcher(text);
        if (!at.find() || !at.group(1).equals(file)) return file + ":1: " + what;
        var mark = at.group(4) == null ? "" : "\n" + at.group(4).replaceFirst("\\^+$", "^");
        return file + ":" + at.group(2) + ": " + what + "\n" + at.group(3) + mark;
    }
}
