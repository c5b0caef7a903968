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

/// The Ruby of this machine, which needs no build.
record RubyToolchain(Surroundings surroundings, Cache cache) implements Toolchain {
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int OLDEST = 3; // 3.0 was the first whose fibers say where they wait
    private static final Pattern SCALE = Pattern.compile("(?m)^\\s*require_relative\\s*\\(?[\"'](\\./)?scale[\"']");
    private static final List<String> USUAL = List.of("/usr/local/bin", "/usr/bin", "/opt/homebrew/opt/ruby/bin");
    /// A shim answers with the interpreter behind it. Another engine has other fibers.
    private static final String QUESTION = "puts RbConfig.ruby, RUBY_VERSION, RUBY_ENGINE";

    @Override
    public Language language() {
        return new Language("ruby", "Ruby", ".rb", false);
    }

    @Override
    public List<String> library() {
        return List.of("scale.rb");
    }

    /// What a reader has set for projects of their own is not meant for this one.
    @Override
    public Map<String, String> environment() {
        return Map.of("RUBYOPT", "", "RUBYLIB", "");
    }

    @Override
    public Lookup look() throws InterruptedException {
        return Candidates.of(surroundings, "RUBY", surroundings.programs("ruby", USUAL.stream().map(Path::of)))
            .first("a Ruby", "no Ruby on this machine", candidate -> ask(candidate).map(found ->
                Integer.parseInt(found.version().replaceFirst("\\..*", "")) >= OLDEST ? Lookup.of(found)
                    : Lookup.missing("Ruby %s (%s) is too old; it must be %d.0 or later"
                        .formatted(found.version(), candidate, OLDEST))).orElse(Lookup.NOTHING));
    }

    private Optional<FoundToolchain> ask(Path candidate) throws InterruptedException {
        var answer = run(Path.of("").toAbsolutePath(), candidate, "-e", QUESTION);
        var lines = answer.text().lines().map(String::strip).toList();
        if (!answer.ok() || lines.size() < 3) return Optional.empty();
        var said = lines.subList(lines.size() - 3, lines.size()); // a shim may have something of its own to say first
        if (!said.get(1).matches("\\d+\\.\\d+.*") || !said.get(2).equals("ruby")) return Optional.empty();
        return Optional.of(new FoundToolchain(Path.of(said.get(0)), said.get(1)));
    }

    /// It finds scale.rb because that lies beside it.
    @Override
    public List<String> command(FoundToolchain ruby, ProgramText program, String load)
        throws IOException, InterruptedException {
        var placed = cache.files("ruby", program.all()).resolve(program.file());
        return List.of(ruby.path().toString(), "-E", "UTF-8", placed.toString(), load);
    }

    @Override
    public Optional<List<String>> alone(FoundToolchain ruby, Path program, String text) {
        return SCALE.matcher(text).find() ? Optional.empty()
            : Optional.of(List.of(ruby.path().toString(), program.toString()));
    }

    /// Ruby reads the program, and runs nothing of it.
    @Override
    public String complaint(FoundToolchain ruby, ProgramText program) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("memory-tax-");
        try {
            Files.writeString(folder.resolve(program.file()), program.source());
            var answer = run(folder, ruby.path(), "-W0", "-c", program.file());
            return answer.ok() ? "" : Complaint.first(program, answer);
        } finally {
            Cache.forget(folder);
        }
    }

    private Command.Answer run(Path folder, Path ruby, String... words) throws InterruptedException {
        var all = Stream.concat(Stream.of(ruby.toString()), Stream.of(words)).toList();
        return new Command(all, surroundings.variables(), folder, ANSWER).with("RUBYOPT", "").with("RUBYLIB", "").run();
    }
}
