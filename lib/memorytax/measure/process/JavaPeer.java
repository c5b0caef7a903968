package memorytax.measure.process;

import memorytax.child.Load;
import memorytax.child.LoadReference;
import memorytax.measure.result.Contender;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A load of the chapter, as a JVM of its own.
///
/// @param homes jars or folders that it needs beside the chapter's own
public record JavaPeer(String name, Load load, List<String> flags, boolean warmed, List<String> homes) {
    /// A load under its name, cold and without flags.
    public JavaPeer(String name, Load load) {
        this(name, load, List.of(), false, List.of());
    }

    /// The collector that a JVM chooses on this machine when nobody tells it: `G1`. Asked of a fresh one, because this
    /// one was told.
    public static String collector() {
        try {
            var process = new ProcessBuilder(Jvm.JAVA, Jvm.NO_REPORT, "-Xlog:gc:stdout", "-version")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).thenAccept(p -> {
                if (p.isAlive()) p.destroyForcibly(); // which also closes what we may still be reading
            });
            try (var lines = process.inputReader()) {
                return lines.lines().filter(l -> l.contains("Using "))
                    .map(l -> l.replaceAll(".*Using (The )?|\\(.*| Garbage Collector", "").strip())
                    .findFirst().orElse("");
            }
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    /// The same, warmed.
    public JavaPeer warm() {
        return new JavaPeer(name, load, flags, true, homes);
    }

    /// The same with further flags for the JVM.
    public JavaPeer with(String... flags) {
        return new JavaPeer(name, load, List.of(flags), warmed, homes);
    }

    /// The same with further classes that it needs.
    public JavaPeer beside(Class<?>... types) {
        return new JavaPeer(name, load, flags, warmed, Arrays.stream(types).map(Jvm::home).distinct().toList());
    }

    /// Ready to start.
    public Peers.Peer peer() {
        var classes = ReplClasses.needed(load) ? ReplClasses.pack(load).toString() : Jvm.home(load.getClass());
        var path = Stream.concat(Stream.of(classes), homes.stream()).collect(Collectors.joining(File.pathSeparator));
        var contender = new Contender(name, "java", Runtime.version().toString());
        return new Peers.Peer(contender, Optional.of(Jvm.launch(path, flags, LoadReference.pack(load), warmed)), "");
    }
}
