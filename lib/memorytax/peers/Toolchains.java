package memorytax.peers;

import memorytax.measure.process.Launch;
import memorytax.measure.process.Peers;
import memorytax.measure.result.Contender;
import memorytax.peers.Runtimes.Searched;
import memorytax.peers.Toolchain.ProgramText;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// The runtimes of other languages on this machine, one [Toolchain] for each. Each is looked for when it is first
/// needed, and remembered; what has to be built is built once and kept under the reader's cache folder.
///
/// The environment may name others: `GO`, `PYTHON`, `PYTHON_FREE_THREADED`, `NODE`, `BUN`, `DENO`, `CARGO`, `ERL`,
/// `ELIXIR` and `RUBY`, each a path or a name on the PATH. For [Versions], `JAVA_HOMES` names further JDKs, as a PATH
/// names folders.
public final class Toolchains implements Peers {
    private final Function<String, Optional<String>> sources, library;
    private final Path cache;
    private final Runtimes runtimes;
    private final Versions versions;

    /// @param sources the text of a program by its file name, `chapter1.go`; empty when there is none
    public Toolchains(Function<String, Optional<String>> sources) {
        this(sources, _ -> { }, VersionPlan.FOUND);
    }

    /// @param told what takes a while, when it begins: `building chapter1.go`
    /// @param plan which versions a chapter has that compares them
    public Toolchains(Function<String, Optional<String>> sources, Consumer<String> told, VersionPlan plan) {
        this(sources, Surroundings.userCache(), System.getenv(), told, plan);
    }

    /// @param cache       where programs are built and kept
    /// @param environment instead of the process's own
    public Toolchains(Function<String, Optional<String>> sources, Path cache, Map<String, String> environment) {
        this(sources, cache, environment, _ -> { }, VersionPlan.FOUND);
    }

    Toolchains(Function<String, Optional<String>> sources, Path cache, Map<String, String> environment,
               Consumer<String> told, VersionPlan plan) {
        var surroundings = new Surroundings(environment);
        this.sources = sources;
        this.cache = cache;
        library = Sources.ofLibrary(Path.of(""))::find;
        runtimes = Runtimes.of(surroundings, new Cache(cache), told);
        versions = Versions.of(this, plan, surroundings, new Cache(cache), told);
    }

    /// Takes programs from where the chapter comes from: its resources, else the working folder, or a folder
    /// `chapters` in it or above it.
    public static Toolchains beside(Class<?> chapter) {
        return beside(chapter, _ -> { }, VersionPlan.FOUND);
    }

    /// The same, and says what takes a while; `plan` says which versions a chapter has that compares them.
    public static Toolchains beside(Class<?> chapter, Consumer<String> told, VersionPlan plan) {
        return new Toolchains(Sources.ofChapter(chapter, Path.of(""))::find, told, plan);
    }

    /// All languages that are known here, whether or not they are on this machine.
    public List<Language> languages() {
        return runtimes.languages();
    }

    /// That of a program, by how its name ends; empty when that is not known.
    public Optional<Language> language(String file) {
        return languages().stream().filter(language -> file.endsWith(language.extension())).findFirst();
    }

    /// The toolchain that is used for a runtime: `go`; empty when there is none.
    public Optional<FoundToolchain> found(String runtime) {
        return runtimes.usual(runtime).flatMap(Searched::found);
    }

    /// Fetches Kotlin's compiler and its library of coroutines, before they are looked for. One sentence says what came
    /// of it.
    public String fetchKotlin() throws InterruptedException {
        return runtimes.usual("kotlin").map(Searched::toolchain).map(KotlinToolchain.class::cast).orElseThrow().fetch();
    }

    @Override
    public Peer go(String name, String file, String experiment) {
        var go = runtimes.usual("go").orElseThrow();
        return peer(name, name, go.as(((GoToolchain) go.toolchain()).with(experiment)), file);
    }

    @Override
    public List<Peer> program(String runtime, String name, String file) {
        return program(runtime, name, file, "");
    }

    @Override
    public List<Peer> program(String runtime, String name, String file, String module) {
        var peers = new ArrayList<Peer>();
        var seen = new HashSet<FoundToolchain>();
        for (var each : runtimes.of(runtime)) {
            var variant = each.toolchain().variant();
            boolean another = !each.missing().isEmpty() || each.found().filter(seen::add).isPresent();
            if (another) peers.add(peer(variant.isEmpty() ? name : Contender.variant(name, variant), name,
                runtimes.having(each, module), file));
        }
        return List.copyOf(peers);
    }

    @Override
    public Peer preview(String name, String source, String... flags) {
        var contender = new Contender(name, "java", Runtime.version().toString());
        try {
            return new Peer(contender, Optional.of(PreviewText.launch(source, flags)), "");
        } catch (IOException | Refusal e) {
            return Peer.broken(contender, e.getMessage());
        }
    }

    @Override
    public Peer worker(String runtime, String text) {
        return new WorkerPrograms(runtimes, this::library).peer(runtime, text);
    }

    @Override
    public List<String> runtimes() {
        return languages().stream().map(Language::runtime).toList();
    }

    @Override
    public Optional<String> version(String runtime) {
        return found(runtime).map(FoundToolchain::version);
    }

    @Override
    public Optional<Path> toolchain(String runtime) {
        return found(runtime).map(FoundToolchain::path);
    }

    @Override
    public Versions versions() {
        return versions;
    }

    /// The load of a program in the version of its language that was found, or was not.
    Peer peer(String name, String runtime, Lookup version, String load, String file) {
        return peer(name, load, runtimes.usual(runtime).orElseThrow().as(version), file);
    }

    /// How to start a program that speaks the protocol by itself; empty for one that needs the library, or whose
    /// toolchain is not here.
    Optional<List<String>> alone(Path program, String text) {
        return language(program.toString()).flatMap(language -> runtimes.usual(language.runtime()))
            .flatMap(each -> each.found().flatMap(found -> each.toolchain().alone(found, program, text)));
    }

    @Override
    public Optional<List<Remark>> goSays(String file) {
        return goRemarks(file).says();
    }

    @Override
    public Optional<List<Remark>> goVets(String file) {
        return goRemarks(file).vets();
    }

    private GoRemarks goRemarks(String file) {
        var go = (GoToolchain) runtimes.usual("go").orElseThrow().toolchain();
        return new GoRemarks(go, found("go"), sources.apply(file).flatMap(source ->
            library(go.library()).map(words -> new ProgramText(plain(file), source, words))));
    }

    /// What the compiler has against a program of this name and text, in the form of javac's words; empty when it takes
    /// it. What was built for that is used when the program is weighed.
    ///
    /// @throws IllegalStateException when there is no such language here, or nothing can be written; one sentence
    public String complaint(String file, String source) throws InterruptedException {
        var searched = language(file).flatMap(language -> runtimes.usual(language.runtime())).orElseThrow(() ->
            new IllegalStateException(file + " is in no language that is known here"));
        var found = searched.found().orElseThrow(() -> new IllegalStateException(
            searched.missing() + ": your change cannot be compiled, so it is not saved"));
        try {
            var library = library(searched.toolchain().library()).orElseThrow();
            return searched.toolchain().complaint(found, new ProgramText(file, source, library));
        } catch (Toolchain.Missing e) {
            throw new IllegalStateException(e.getMessage() + ": your change cannot be compiled, so it is not saved", e);
        } catch (IOException e) {
            throw new IllegalStateException("the cache folder %s cannot be written to (%s): your change is not saved"
                .formatted(cache, e.getMessage()), e);
        }
    }

    /// A path would lead out of the cache, to the reader's file.
    private static String plain(String file) {
        return Path.of(file).getFileName().toString();
    }

    /// Only a toolchain that is not there lets a record stand in: all other texts begin with [#BROKEN].
    ///
    /// @param load its name in the program; that of the contender may have a variant's behind it
    private Peer peer(String name, String load, Searched searched, String file) {
        var toolchain = searched.toolchain();
        var found = searched.found();
        var version = found.map(FoundToolchain::version).orElse("");
        var contender = new Contender(name, toolchain.runtime(), version);
        if (found.isEmpty()) return Peer.missing(contender, searched.missing());
        var source = sources.apply(file);
        if (source.isEmpty()) return Peer.broken(contender, "there is no " + file + " here");
        var library = toolchain.library();
        var words = library(library);
        if (words.isEmpty())
            return Peer.broken(contender, "the file " + library.getFirst() + " of the library is missing");
        if (library.contains(plain(file)))
            return Peer.broken(contender,
                "the library has a file " + plain(file) + " too; give the program another name");
        try {
            var program = new ProgramText(plain(file), source.get(), words.get());
            var command = toolchain.command(found.get(), program, load);
            return new Peer(contender, Optional.of(new Launch(command, toolchain.environment())), "");
        } catch (Toolchain.Missing e) {
            return Peer.missing(contender, e.getMessage());
        } catch (Toolchain.Refused e) {
            return Peer.broken(contender, e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            return Peer.broken(contender,
                "the cache folder %s cannot be written to (%s); set XDG_CACHE_HOME to another folder"
                .formatted(cache, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Peer.broken(contender, "the run was interrupted");
        }
    }

    /// The texts of these files by their names; empty when one of them is not there.
    private Optional<Map<String, String>> library(List<String> names) {
        Map<String, String> texts = new TreeMap<>();
        for (var name : names) library.apply(name).ifPresent(text -> texts.put(name, text));
        return texts.size() == names.size() ? Optional.of(texts) : Optional.empty();
    }
}
