package memorytax.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The Elixir of this machine. Its programs are modules for the BEAM like those of Erlang, and use the library that is
/// written in Erlang. The program names its module first: `defmodule Mine do`.
///
/// @param erlang which runs what Elixir has compiled
record ElixirToolchain(ErlangToolchain erlang) implements Toolchain {
    private static final Pattern MODULE = Pattern.compile("(?m)^\\s*defmodule\\s+([\\w.]+)");
    private static final List<String> USUAL = List.of("/usr/local/bin", "/usr/bin", "/opt/homebrew/bin");
    private static final String QUESTION = "IO.puts(:code.lib_dir(:elixir)); IO.puts(System.version())";

    @Override
    public Language language() {
        return new Language("elixir", "Elixir", ".ex", true);
    }

    @Override
    public List<String> library() {
        return erlang.library();
    }

    @Override
    public Map<String, String> environment() {
        return erlang.environment();
    }

    @Override
    public Lookup look() throws InterruptedException {
        var surroundings = erlang.surroundings();
        return Candidates.of(surroundings, "ELIXIR", surroundings.programs("elixir", USUAL.stream().map(Path::of)))
            .first("an Elixir", "no Elixir on this machine", candidate -> {
                var found = ask(candidate);
                var beam = found.isEmpty() ? Lookup.NOTHING : erlang.look();
                return beam.found().isPresent() ? Lookup.of(found.orElseThrow()) : beam;
            });
    }

    private Optional<FoundToolchain> ask(Path candidate) throws InterruptedException {
        var answer = erlang.command(List.of(candidate.toString(), "-e", QUESTION), Path.of("").toAbsolutePath(),
            ErlangToolchain.ANSWER).run();
        var lines = answer.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (!answer.ok() || lines.size() < 2 || !lines.getLast().matches("\\d+\\.\\d+.*")) return Optional.empty();
        var place = Path.of(lines.get(lines.size() - 2)).normalize(); // /usr/lib/elixir/lib/elixir
        var behind = place.resolve("../../bin/elixir").normalize();
        return Files.isExecutable(behind) ? Optional.of(new FoundToolchain(behind, lines.getLast())) : Optional.empty();
    }

    @Override
    public List<String> command(FoundToolchain elixir, ProgramText program, String load)
        throws IOException, InterruptedException {
        var beam = beam();
        var own = elixir.path().resolve("../../lib/elixir/ebin").normalize().toString();
        return ErlangToolchain.start(beam, build(elixir, beam, program), List.of("-pa", own),
            "Elixir." + module(program).orElseThrow(), load);
    }

    @Override
    public String complaint(FoundToolchain elixir, ProgramText program) throws IOException, InterruptedException {
        try {
            build(elixir, beam(), program);
            return "";
        } catch (Refused e) {
            return e.said;
        }
    }

    /// Elixir was found only because there is one.
    private FoundToolchain beam() throws IOException, InterruptedException {
        var found = erlang.look();
        return found.found().orElseThrow(() -> new IOException(found.missing()));
    }

    private static Optional<String> module(ProgramText program) {
        var found = MODULE.matcher(program.source());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private Path build(FoundToolchain elixir, FoundToolchain beam, ProgramText program)
        throws IOException, InterruptedException {
        if (module(program).isEmpty()) throw Complaint.refused(program,
            new Command.Answer(false, "there is no defmodule in it"));
        var key = List.of(program.file(), program.all().toString(), elixir.version(), beam.version());
        return erlang.cache().fill(erlang.cache().place("elixir", key, "modules"), workshop -> {
            erlang.told().accept("compiling " + program.file());
            Cache.write(workshop, program.all());
            var modules = erlang.compile(beam, program, workshop, library());
            var answer = erlang.command(List.of(elixir.path().resolveSibling("elixirc").toString(), "-pa", "modules",
                "-o", "modules", program.file()), workshop, ErlangToolchain.BUILD).run();
            if (!answer.ok()) throw Complaint.refused(program, answer);
            return modules;
        });
    }
}
