package memorytax.scale;

import memorytax.fork.Errand;
import memorytax.fork.Load;

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
record JavaPeer(String name, Load load, List<String> flags, boolean warmed, List<String> homes) {
    JavaPeer(String name, Load load) {
        this(name, load, List.of(), false, List.of());
    }

    /// The collector that a JVM chooses on this machine when nobody tells it: `G1`. Asked of a fresh one, because this
    /// one was told.
    public static String collector() {
        try {
            var process = new ProcessBuilder(Jvm.JAVA, "-Xlog:gc:stdout", "-version")
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

    JavaPeer warm() {
        return new JavaPeer(name, load, flags, true, homes);
    }

    JavaPeer with(String... flags) {
        return new JavaPeer(name, load, List.of(flags), warmed, homes);
    }

    JavaPeer beside(Class<?>... types) {
        return new JavaPeer(name, load, flags, warmed, Arrays.stream(types).map(Jvm::home).distinct().toList());
    }

    Peers.Peer peer() {
        var classes = Luggage.needed(load) ? Luggage.pack(load).toString() : Jvm.home(load.getClass());
        var path = Stream.concat(Stream.of(classes), homes.stream()).collect(Collectors.joining(File.pathSeparator));
        var contender = new Contender(name, "java", Runtime.version().toString());
        return new Peers.Peer(contender, Optional.of(Jvm.launch(path, flags, Errand.pack(load), warmed)), "");
    }
}
