package memorytax.peers;

import memorytax.measure.process.Jvm;
import memorytax.measure.process.Launch;
import memorytax.measure.process.Peers.Peer;
import memorytax.measure.result.Contender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/// Idle.java, which speaks the protocol in any JDK from 11 on: compiled once by the running JDK, and started by
/// another.
///
/// @param library the text of a file of the library
record IdleThreads(Cache cache, Function<String, Optional<String>> library) {
    private static final String FILE = "Idle.java";
    /// The loads of Idle.java, and the first release of Java that has each.
    static final Map<String, String> LOADS = Map.of("virtual threads", "21", "platform threads", "11");
    private static final String RELEASE = "11";

    Peer peer(String name, Lookup lookup, String load) {
        var contender = new Contender(name, "java", lookup.found().map(FoundToolchain::version).orElse(""));
        if (lookup.found().isEmpty()) return Peer.missing(contender, lookup.missing());
        try {
            var source = library.apply(FILE).orElseThrow(() -> new Refusal("the library has no " + FILE));
            return new Peer(contender, Optional.of(launch(lookup.found().get(), load, source)), "");
        } catch (Refusal e) {
            return Peer.broken(contender, e.getMessage());
        } catch (IOException e) {
            return Peer.broken(contender, "the cache folder %s cannot be written to (%s)"
                .formatted(cache.folder(), e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Peer.broken(contender, "the run was interrupted");
        }
    }

    /// Virtual threads are warmed as a chapter's are: frames that are parked while they are interpreted are larger.
    /// A platform thread has its stack whatever is compiled, and sixty thousand of them take half a minute.
    private Launch launch(FoundToolchain java, String load, String source) throws IOException, InterruptedException {
        var classes = cache.fill(cache.place("java", List.of(source, Runtime.version().toString()), "classes"),
            workshop -> compile(source, workshop));
        boolean warmed = load.equals("virtual threads");
        var words = new ArrayList<>(List.of(java.path().toString()));
        if (warmed) words.add(Jvm.IN_STEP);
        words.addAll(List.of("-cp", classes.toString(), "Idle", load));
        if (warmed) words.add(Jvm.WARMTH);
        return new Launch(List.copyOf(words), Map.of(), warmed ? Jvm.IN_STEP : "");
    }

    private static Path compile(String source, Path workshop) throws IOException {
        var file = Files.writeString(workshop.resolve(FILE), source);
        var classes = Files.createDirectory(workshop.resolve("classes"));
        var said = new DiagnosticCollector<JavaFileObject>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) throw new Refusal("the Java that runs this has no compiler");
        try (var files = compiler.getStandardFileManager(said, null, null)) {
            var options = List.of("--release", RELEASE, "-proc:none", "-d", classes.toString());
            if (compiler.getTask(null, files, said, options, null, files.getJavaFileObjects(file)).call())
                return classes;
        }
        throw new Refusal(said.getDiagnostics().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
            .map(d -> FILE + ":" + d.getLineNumber() + ": " + d.getMessage(null)).collect(Collectors.joining("; ")));
    }
}
