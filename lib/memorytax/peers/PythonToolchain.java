package memorytax.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The Python of this machine, which needs no build.
///
/// @param free looks for one without a global interpreter lock instead
record PythonToolchain(Surroundings surroundings, Cache cache, boolean free) implements Toolchain {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final String FREE_THREADED = "PYTHON_FREE_THREADED";
    private static final int OLDEST = 8; // 3.8 was the first with everything that scale.py needs
    private static final Pattern SCALE = Pattern.compile("(?m)^\\s*(from|import)\\s+scale\\b");
    /// A shim or a launcher answers with the interpreter behind it: the process to be weighed.
    private static final String QUESTION = """
        import sys, platform, sysconfig
        behind = getattr(sys, '_base_executable', None) if sys.platform == 'win32' else None
        free = sysconfig.get_config_var('Py_GIL_DISABLED')
        print('\\n'.join([behind or sys.executable, platform.python_version(), str(free)]))
        """;

    /// Compiles a file and runs nothing of it; what is wrong is said as javac says it.
    private static final String COMPILE = """
        import sys
        path, name = sys.argv[1:]
        try:
            compile(open(path, encoding='utf-8', newline='').read(), name, 'exec')
        except SyntaxError as e:
            print('%s:%d: %s' % (name, e.lineno or 1, e.msg))
            if e.text and e.offset:
                line = e.text.rstrip()
                before = line[:max(0, e.offset - 1)]
                print(line)
                print(''.join(c if c == '\\t' else ' ' for c in before) + '^')
        except ValueError as e:
            print('%s:1: %s' % (name, e))
        """;

    /// What an interpreter says about itself.
    record Interpreter(Path path, String version, boolean free) {
        FoundToolchain found() {
            return new FoundToolchain(path, version + (free ? "t" : ""));
        }

        boolean young() {
            String[] parts = version.split("\\.");
            return parts.length > 1 && parts[0].equals("3") && Integer.parseInt(parts[1]) >= OLDEST;
        }
    }

    @Override
    public Language language() {
        return new Language("python", "Python", ".py", false);
    }

    @Override
    public String variant() {
        return free ? "free-threaded" : "";
    }

    @Override
    public List<String> library() {
        return List.of("scale.py", "silence.py");
    }

    @Override
    public Lookup look() throws InterruptedException {
        return free ? lookFreeThreaded() : lookUsual();
    }

    private Lookup lookUsual() throws InterruptedException {
        return Candidates.of(surroundings, "PYTHON", candidates()).first("a Python", "no Python on this machine",
            candidate -> ask(candidate).map(answer -> answer.young() ? Lookup.of(answer.found())
                : Lookup.missing("Python %s (%s) is too old; it must be 3.%d or later"
                    .formatted(answer.version(), candidate, OLDEST))).orElse(Lookup.NOTHING));
    }

    /// Not found is the ordinary case, and says nothing; a variable that names no such Python does.
    private Lookup lookFreeThreaded() throws InterruptedException {
        var named = surroundings.variable(FREE_THREADED);
        var candidates = named.isPresent() ? surroundings.program(named.get()).stream()
            : Stream.of("python3.14t", "python3.13t").flatMap(name -> surroundings.programs(name, usual()));
        for (Path candidate : candidates.toList()) {
            var answer = ask(candidate).filter(Interpreter::free);
            if (answer.isPresent()) return Lookup.of(answer.get().found());
        }
        return Lookup.missing(named.map("PYTHON_FREE_THREADED=%s is not a free-threaded Python"::formatted).orElse(""));
    }

    private Stream<Path> candidates() {
        return Stream.of("python3", "python").flatMap(name -> surroundings.programs(name, usual()));
    }

    private static Stream<Path> usual() {
        return Stream.of("/usr/local/bin", "/usr/bin", "/opt/homebrew/bin").map(Path::of);
    }

    Optional<Interpreter> ask(Path candidate) throws InterruptedException {
        var environment = new TreeMap<>(surroundings.variables());
        List.of("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP").forEach(environment::remove);
        environment.put("PYTHONIOENCODING", "utf-8");
        var words = List.of(candidate.toString(), "-c", QUESTION);
        var answer = new Command(words, environment, Path.of("").toAbsolutePath(), ANSWER).run();
        var lines = answer.text().lines().map(String::strip).toList();
        if (!answer.ok() || lines.size() < 3) return Optional.empty();
        var said = lines.subList(lines.size() - 3, lines.size()); // a shim may have something of its own to say first
        if (!said.get(1).matches("\\d+\\.\\d+.*")) return Optional.empty();
        return Optional.of(new Interpreter(Path.of(said.get(0)), said.get(1), said.get(2).equals("1")));
    }

    /// A program that is started as [#command] says can import it.
    @Override
    public Lookup having(FoundToolchain python, String module) throws InterruptedException {
        var variables = new TreeMap<>(surroundings.variables());
        variables.putAll(environment());
        var words = List.of(python.path().toString(), "-s", "-c", "import " + module);
        var answer = new Command(words, variables, Path.of("").toAbsolutePath(), ANSWER).run();
        return answer.ok() ? Lookup.of(python) : Lookup.missing("Python %s has no %s (pip install %2$s)"
            .formatted(python.version(), module));
    }

    /// It finds scale.py because that lies beside it; `-s` keeps a reader's own packages out, `-B` the compiled files,
    /// and [#environment] a reader's own variables. (`-E` would also keep out those that a chapter sets.)
    @Override
    public List<String> command(FoundToolchain python, ProgramText program, String load)
        throws IOException, InterruptedException {
        var placed = cache.files("python", program.all()).resolve(program.file());
        return List.of(python.path().toString(), "-s", "-B", "-X", "utf8", placed.toString(), load);
    }

    /// What a reader has set for Pythons of their own, `PYTHONMALLOC` and the like, set to nothing: to a Python that is
    /// the same as not set.
    @Override
    public Map<String, String> environment() {
        return surroundings.variables().keySet().stream()
            .filter(name -> name.matches("PYTHON[A-Z0-9_]+") && !name.equals(FREE_THREADED))
            .collect(Collectors.toMap(name -> name, _ -> ""));
    }

    @Override
    public Optional<List<String>> alone(FoundToolchain python, Path program, String text) {
        return SCALE.matcher(text).find() ? Optional.empty()
            : Optional.of(List.of(python.path().toString(), program.toString()));
    }

    @Override
    public String complaint(FoundToolchain python, ProgramText program) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("memory-tax-");
        try {
            var draft = Files.writeString(folder.resolve(program.file()), program.source());
            var answer = new Command(List.of(python.path().toString(), "-E", "-s", "-B", "-W", "ignore", "-X", "utf8",
                "-c", COMPILE, draft.toString(), program.file()), surroundings.variables(), folder, ANSWER).run();
            return answer.ok() ? answer.text().stripTrailing() : program.file() + ":1: " + answer.text().strip();
        } finally {
            Cache.forget(folder);
        }
    }
}
