package memorytax.peers;

import memorytax.measure.process.Jvm;
import memorytax.measure.process.Peers.Peer;
import memorytax.measure.process.UserFile.Entrant;
import memorytax.measure.process.UserFile;
import memorytax.measure.result.Contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A file that a reader wants to have weighed: its loads are found, and made ready to start. A Java file has static
/// methods that take the number of tasks, a program in a language that [Toolchains] knows names its loads to `serve`,
/// and any other program speaks the scale's protocol itself.
///
/// @param file     that there is
/// @param workshop an empty folder
public record UserFileReader(Path file, Path workshop) {
    /// In bytes.
    private static final int LARGEST = 16 << 20;
    private static final String LOAD =
        "a load is a static method that takes one int and returns the object that holds its tasks";

    /// Finds what can be weighed in a file, and what is to stand beside it.
    ///
    /// @param wanted  names of its loads; none: all of them
    /// @param against contenders of the first chapter, with commas between them; empty: none
    /// @param chapter a class that has the first chapter's files beside it
    /// @throws Refusal                  when there is nothing to weigh
    /// @throws IllegalArgumentException for a name that is not there; one line, with those that are
    public static UserFile read(Path file, List<String> wanted, String against, Class<?> chapter) {
        if (Files.isDirectory(file)) throw new Refusal(file + " is a folder; name a file");
        if (!Files.exists(file)) throw new Refusal(file + ": there is no such file");
        if (!Files.isReadable(file)) throw new Refusal(file + ": it cannot be read");
        try {
            var workshop = Files.createTempDirectory("memory-tax-");
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> Cache.forget(workshop)));
            var others = others(against, chapter, Files.createDirectory(workshop.resolve("others")));
            var own = new UserFileReader(file, Files.createDirectory(workshop.resolve("own")));
            var mine = own.chosen(own.loads(), wanted).stream().map(peer -> new Entrant(apart(peer, others))).toList();
            return new UserFile(file, own.text(), mine, others);
        } catch (CharacterCodingException e) {
            throw new Refusal(file + ": it is not text in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("the run was interrupted", e);
        }
    }

    private static List<Entrant> others(String names, Class<?> chapter, Path workshop) throws IOException {
        try {
            var beside = Sources.ofChapter(chapter, Path.of(""));
            return new ChapterOneLoads(beside, Toolchains.beside(chapter)).named(names, workshop);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--against: " + e.getMessage(), e);
        }
    }

    /// Two of the same name could not be told apart.
    private static Peer apart(Peer peer, List<Entrant> others) {
        var own = peer.contender();
        if (others.stream().noneMatch(o -> o.name().equals(own.name()))) return peer;
        return new Peer(new Contender("my " + own.name(), own.runtime(), own.version()), peer.launch(), "");
    }

    private List<Peer> chosen(Map<String, List<Peer>> loads, List<String> wanted) {
        for (var name : wanted)
            if (!loads.containsKey(name)) throw new IllegalArgumentException("--load: %s has no load \"%s\"; it has %s"
                .formatted(file.getFileName(), name,
                    loads.keySet().stream().map(n -> '"' + n + '"').collect(Collectors.joining(", "))));
        return loads.entrySet().stream().filter(l -> wanted.isEmpty() || wanted.contains(l.getKey()))
            .flatMap(l -> l.getValue().stream()).toList();
    }

    /// What to start for each load, by its name; on two runtimes where Python is there with a lock and without.
    private Map<String, List<Peer>> loads() throws IOException, InterruptedException {
        var name = file.getFileName().toString();
        var toolchains = new Toolchains(_ -> Optional.of(text()));
        if (name.endsWith(".java")) return java();
        var language = toolchains.language(name);
        var alone = toolchains.alone(file.toAbsolutePath(), text());
        if (alone.isPresent()) return UserProgram.of(file, alone.get()).loads();
        if (language.isPresent()) {
            var peers = toolchains.program(language.get().runtime(), "", name);
            boolean here = peers.getFirst().launch().isPresent() || peers.getFirst().isBroken();
            if (here || !Files.isExecutable(file))
                return UserProgram.of(file, peers.toArray(Peer[]::new)).loads();
        }
        if (Files.isExecutable(file)) return UserProgram.of(file, List.of(absolute())).loads();
        var known = toolchains.languages().stream().map(Language::extension).collect(Collectors.joining(", "));
        throw new Refusal(name + " is neither a .java, " + known.replaceFirst(", (?=[^,]*$)", " or ")
            + " file nor a program that can be started");
    }

    private Map<String, List<Peer>> java() throws IOException, InterruptedException {
        var compiled = UserJavaFile.compile(file, workshop);
        var loads = new LinkedHashMap<String, List<Peer>>();
        for (var load : compiled.loads()) {
            var name = loads.containsKey(load.name()) ? load.type() + "." + load.name() : load.name();
            var contender = new Contender(name, "java", Runtime.version().toString());
            loads.put(name, List.of(new Peer(contender, Optional.of(load.launch(workshop, false)), "")));
        }
        if (!loads.isEmpty()) return loads;
        try {
            var main = compiled.program().orElseThrow(() -> new Refusal(file.getFileName() + ": no load in it"));
            return UserProgram.of(file, Jvm.program(workshop, main).command()).loads();
        } catch (Refusal e) {
            throw new Refusal(e.getMessage() + "; in Java, " + LOAD);
        }
    }

    private String absolute() {
        return file.toAbsolutePath().toString();
    }

    /// Empty for what is no text.
    private String text() {
        try {
            if (Files.size(file) > LARGEST)
                throw new Refusal(file.getFileName() + ": it is larger than " + (LARGEST >> 20) + " MB");
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
