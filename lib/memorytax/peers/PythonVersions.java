package memorytax.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The CPythons of this machine, one for each version from 3.8 on. A folder that is named after the whole version is
/// believed; all others are asked, side by side.
record PythonVersions(Surroundings surroundings, PythonToolchain python) {
    static final String OLDEST = "3.8";
    /// `3.12.1` of pyenv, asdf and mise, `cpython-3.12.1-linux-x86_64-gnu` of uv; none of `3.13.0t`, which has no lock.
    private static final Pattern FOLDER = Pattern.compile("(?:cpython-)?(3\\.\\d+\\.\\d+)(?:-[\\w-]+)?");
    private static final int YOUNGEST = 29; // minor versions that are asked for by name

    /// @param usual the one that chapters use anyway, where there is one
    List<FoundToolchain> find(Optional<FoundToolchain> usual) throws InterruptedException {
        var told = managed().toList();
        var known = new HashSet<Path>();
        told.forEach(t -> known.add(real(t.path())));
        var asked = ask(named().filter(p -> known.add(real(p))).toList());
        return VersionNumber.newest("python", Stream.of(usual.stream(), told.stream(), asked.stream()).flatMap(s -> s)
            .filter(f -> !f.version().endsWith("t")).filter(f -> VersionNumber.since(OLDEST).test(f.version())));
    }

    /// Those in folders of programs that keep several.
    private Stream<FoundToolchain> managed() {
        var home = surroundings.home();
        var data = surroundings.variable("XDG_DATA_HOME").map(Path::of).orElse(home.resolve(".local/share"));
        var pyenv = surroundings.variable("PYENV_ROOT").map(Path::of).orElse(home.resolve(".pyenv"));
        var uv = Stream.of(surroundings.variable("UV_PYTHON_INSTALL_DIR").map(Path::of).stream(),
            Stream.of(data.resolve("uv/python")),
            surroundings.variable("APPDATA").map(Path::of).map(p -> p.resolve("uv/python")).stream());
        var others = Stream.of(pyenv.resolve("versions"), pyenv.resolve("pyenv-win/versions"),
            home.resolve(".asdf/installs/python"), data.resolve("mise/installs/python"));
        return Stream.concat(uv.flatMap(s -> s), others).flatMap(Surroundings::below).flatMap(folder -> {
            var version = FOLDER.matcher(folder.getFileName().toString());
            return version.matches() ? program(folder).map(p -> new FoundToolchain(p, version.group(1))).stream()
                : Stream.of();
        });
    }

    private static Optional<Path> program(Path folder) {
        return Stream.of("bin/python3", "bin/python", "python.exe").map(folder::resolve).filter(Files::isExecutable)
            .findFirst();
    }

    /// Those that are called after their version: on the PATH, and where installers of macOS and Windows put them.
    private Stream<Path> named() {
        var usual = Stream.of("/usr/local/bin", "/usr/bin", "/opt/homebrew/bin").map(Path::of).toList();
        var byName = IntStream.rangeClosed(8, YOUNGEST).boxed().flatMap(minor ->
            surroundings.programs("python3." + minor, usual.stream()));
        var windows = Stream.of("LOCALAPPDATA", "ProgramFiles").flatMap(v -> surroundings.variable(v).stream())
            .map(Path::of).flatMap(folder -> Stream.of(folder, folder.resolve("Programs/Python")));
        var installed = Stream.concat(Stream.of(Path.of("/Library/Frameworks/Python.framework/Versions")), windows)
            .flatMap(Surroundings::below).filter(f -> f.getFileName().toString().matches("3\\.\\d+|Python3\\d+"))
            .flatMap(f -> program(f).stream());
        // what is among shims chooses another one for each folder
        return Stream.concat(byName, installed).filter(p -> !p.getParent().endsWith("shims"));
    }

    private List<FoundToolchain> ask(List<Path> programs) throws InterruptedException {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = programs.stream().map(p -> all.submit(() -> python.ask(p))).toList();
            var found = new ArrayList<FoundToolchain>();
            for (var answer : answers) answer.get().map(PythonToolchain.Interpreter::found).ifPresent(found::add);
            return found;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One program may have several names.
    private static Path real(Path program) {
        try {
            return program.toRealPath();
        } catch (IOException e) {
            return program;
        }
    }
}
