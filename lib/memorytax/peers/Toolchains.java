package memorytax.peers;

import memorytax.measure.process.Launch;
import memorytax.measure.process.Peers;
import memorytax.measure.result.Contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// Go and Python on this machine. Each is looked for when it is first needed, and remembered; a Go program is built
/// once and kept under the reader's cache folder.
///
/// The environment may name others: `GO`, `PYTHON`, `PYTHON_FREE_THREADED`, each a path or a name on the PATH.
public final class Toolchains implements Peers {
    /// The library's part of a program.
    private static final List<String> GO = List.of("scale.go", "parts.go", "stacks.go"),
        PYTHON = List.of("scale.py", "silence.py");
    private final Function<String, Optional<String>> sources, library;
    private final Path cache;
    private final GoToolchain go;
    private final PythonToolchain python;
    private final LookupOnce goFound, pythonFound, freeFound;
    /// Path of a Python, name of a module -> whether it has that.
    private final Map<List<String>, LookupOnce> modules = new ConcurrentHashMap<>();

    /// @param sources the text of a program by its file name, `chapter1.go`; empty when there is none
    public Toolchains(Function<String, Optional<String>> sources) {
        this(sources, _ -> { });
    }

    /// @param told what takes a while, when it begins: `building chapter1.go`
    public Toolchains(Function<String, Optional<String>> sources, Consumer<String> told) {
        this(sources, Surroundings.userCache(), System.getenv(), told);
    }

    /// @param cache       where programs are built and kept
    /// @param environment instead of the process's own
    public Toolchains(Function<String, Optional<String>> sources, Path cache, Map<String, String> environment) {
        this(sources, cache, environment, _ -> { });
    }

    Toolchains(Function<String, Optional<String>> sources, Path cache, Map<String, String> environment,
               Consumer<String> told) {
        var surroundings = new Surroundings(environment);
        this.sources = sources;
        this.cache = cache;
        library = Sources.ofLibrary(Path.of(""))::find;
        go = new GoToolchain(surroundings, new Cache(cache), told);
        python = new PythonToolchain(surroundings, new Cache(cache));
        goFound = new LookupOnce(() -> {
            told.accept("looking for Go");
            return go.look();
        });
        pythonFound = new LookupOnce(() -> {
            told.accept("looking for Python");
            return python.look();
        });
        freeFound = new LookupOnce(python::lookFreeThreaded);
    }

    /// Takes programs from where the chapter comes from: its resources, else the working folder, or a folder
    /// `chapters` in it or above it.
    public static Toolchains beside(Class<?> chapter) {
        return beside(chapter, _ -> { });
    }

    /// The same, and says what takes a while.
    public static Toolchains beside(Class<?> chapter, Consumer<String> told) {
        return new Toolchains(Sources.ofChapter(chapter, Path.of(""))::find, told);
    }

    /// The Go that is used; empty when there is none.
    public Optional<FoundToolchain> go() {
        return goFound.get().found();
    }

    /// The Python that is used; empty when there is none of 3.8 or later.
    public Optional<FoundToolchain> python() {
        return pythonFound.get().found();
    }

    /// A Python without a global interpreter lock; empty when there is none.
    public Optional<FoundToolchain> freeThreaded() {
        return freeFound.get().found();
    }

    @Override
    public Peer go(String name, String file) {
        return go(name, file, "");
    }

    @Override
    public Peer go(String name, String file, String experiment) {
        return peer(name, "go", goFound.get(), file, GO, (found, plain, source, scale) ->
            List.of(go.build(found, plain, source, scale, experiment).toString(), name));
    }

    @Override
    public Peer preview(String name, String source, String... flags) {
        var contender = new Contender(name, "java", Runtime.version().toString());
        try {
            return new Peer(contender, Optional.of(PreviewText.launch(source, flags)), "");
        } catch (IOException | Refusal e) {
            return broken(contender, e.getMessage());
        }
    }

    @Override
    public List<Peer> python(String name, String file) {
        return python(name, file, "");
    }

    @Override
    public List<Peer> python(String name, String file, String module) {
        var peers = new ArrayList<Peer>();
        How start = (found, plain, source, scale) -> python.command(found,
            python.place(plain, source, scale), name);
        peers.add(peer(name, "python", having(pythonFound.get(), module), file, PYTHON, start));
        var free = freeFound.get();
        boolean another = !free.missing().isEmpty() || free.found().isPresent() && !free.found().equals(python());
        if (another) peers.add(peer(Contender.variant(name, "free-threaded"), "python", having(free, module), file,
            PYTHON, start));
        return List.copyOf(peers);
    }

    /// The same Python, if it has this module; with an empty name it has.
    private Lookup having(Lookup found, String module) {
        return module.isEmpty() || found.found().isEmpty() ? found
            : modules.computeIfAbsent(List.of(found.found().get().path().toString(), module), _ -> new LookupOnce(() ->
                python.having(found.found().get(), module))).get();
    }

    @Override
    public Optional<String> version(String runtime) {
        return switch (runtime) {
            case "go" -> go().map(FoundToolchain::version);
            case "python" -> python().map(FoundToolchain::version);
            default -> Optional.empty();
        };
    }

    /// A program that does not build says nothing, here; it says so when it is to be started.
    @Override
    public Optional<List<Remark>> goSays(String file) {
        return remarks(file, (plain, source, scale) ->
            GoVerdict.of(source, plain, go.explain(go().orElseThrow(), plain, source, scale)));
    }

    @Override
    public Optional<List<Remark>> goVets(String file) {
        return remarks(file, (plain, source, scale) ->
            GoVerdict.vetted(source, plain, go.vet(go().orElseThrow(), plain, source, scale)));
    }

    /// What the compiler has against a program of this name and text, in the form of javac's words; empty when it takes
    /// it. What was built for that is used when the program is weighed.
    ///
    /// @throws IllegalStateException when there is no such language here, or nothing can be written; one sentence
    public String complaint(String file, String source) throws InterruptedException {
        boolean isGo = file.endsWith(".go");
        var lookup = isGo ? goFound.get() : pythonFound.get();
        var found = lookup.found().orElseThrow(() -> new IllegalStateException(
            lookup.missing() + ": your change cannot be compiled, so it is not saved"));
        try {
            if (!isGo) return python.complaint(found, file, source);
            go.build(found, file, source, library(GO).orElseThrow(), "");
            return "";
        } catch (GoToolchain.Refused e) {
            return GoVerdict.complaint(source, file, e.said);
        } catch (IOException e) {
            throw new IllegalStateException("the cache folder %s cannot be written to (%s): your change is not saved"
                .formatted(cache, e.getMessage()), e);
        }
    }

    private interface Ask {
        List<Remark> of(String file, String source, Map<String, String> scale) throws IOException, InterruptedException;
    }

    private Optional<List<Remark>> remarks(String file, Ask ask) {
        var source = sources.apply(file);
        var words = library(GO);
        if (go().isEmpty() || source.isEmpty() || words.isEmpty()) return Optional.empty();
        try {
            return Optional.of(ask.of(Path.of(file).getFileName().toString(), source.get(), words.get()));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private interface How {
        List<String> command(FoundToolchain found, String file, String source, Map<String, String> scale)
            throws IOException, InterruptedException;
    }

    /// Only a toolchain that is not there lets a record stand in: all other texts begin with [#BROKEN].
    private Peer peer(String name, String runtime, Lookup lookup, String file, List<String> scale, How how) {
        var contender = new Contender(name, runtime, lookup.found().map(FoundToolchain::version).orElse(""));
        if (lookup.found().isEmpty()) return missing(contender, lookup.missing());
        var source = sources.apply(file);
        if (source.isEmpty()) return broken(contender, "there is no " + file + " here");
        var words = library(scale);
        if (words.isEmpty()) return broken(contender, "the file " + scale.getFirst() + " of the library is missing");
        var plain = Path.of(file).getFileName().toString(); // a path would lead out of the cache, to the reader's file
        if (scale.contains(plain))
            return broken(contender, "the library has a file " + plain + " too; give the program another name");
        try {
            var command = how.command(lookup.found().get(), plain, source.get(), words.get());
            return new Peer(contender, Optional.of(new Launch(command, Map.of())), "");
        } catch (GoToolchain.Refused e) {
            return broken(contender, e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            return broken(contender,
                "the cache folder %s cannot be written to (%s); set XDG_CACHE_HOME to another folder"
                .formatted(cache, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return broken(contender, "the run was interrupted");
        }
    }

    /// The texts of these files by their names; empty when one of them is not there.
    private Optional<Map<String, String>> library(List<String> names) {
        Map<String, String> texts = new TreeMap<>();
        for (var name : names) library.apply(name).ifPresent(text -> texts.put(name, text));
        return texts.size() == names.size() ? Optional.of(texts) : Optional.empty();
    }

    private static Peer broken(Contender contender, String why) {
        return missing(contender, BROKEN + why);
    }

    private static Peer missing(Contender contender, String why) {
        return new Peer(contender, Optional.empty(), why);
    }
}
