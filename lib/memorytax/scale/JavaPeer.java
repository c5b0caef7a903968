package memorytax.scale;

import memorytax.fork.Child;
import memorytax.fork.Errand;
import memorytax.fork.Load;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A load of the chapter, as a JVM of its own: the java that runs us, the chapter's classes and `fork`, and nothing
/// else on its class path.
record JavaPeer(String name, Load load, List<String> flags, boolean warmed) {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /// Enough rounds for C2 to have compiled what a task runs when it starts and parks.
    private static final String WARMTH = "warm=40x1000";

    /// The collector that a JVM chooses on this machine when nobody tells it: `G1`. Asked of a fresh one, because this
    /// one was told.
    public static String collector() {
        try {
            var process = new ProcessBuilder(JAVA, "-Xlog:gc:stdout", "-version")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).thenAccept(Process::destroyForcibly);
            try (var lines = process.inputReader()) {
                return lines.lines().filter(l -> l.contains("Using ")).map(l -> l.replaceAll(".*Using (The )?|\\(.*| Garbage Collector", "").strip()).findFirst().orElse("");
            }
        } catch (IOException e) {
            return "";
        }
    }

    JavaPeer warm() {
        return new JavaPeer(name, load, flags, true);
    }

    JavaPeer with(String... flags) {
        return new JavaPeer(name, load, List.of(flags), warmed);
    }

    Peers.Peer peer() {
        var words = new ArrayList<String>();
        words.add(JAVA);
        if (warmed) words.add("-Xbatch"); // the JIT finishes what it begins, however busy the machine
        words.addAll(flags);
        words.addAll(List.of("-Djava.awt.headless=true", "-cp", classPath(), Child.class.getName()));
        words.addAll(List.of(Errand.pack(load)));
        if (warmed) words.add(WARMTH);
        return new Peers.Peer(new Contender(name, "java", Runtime.version().toString()), Optional.of(new Launch(words, Map.of())), "");
    }

    private String classPath() {
        return home(Child.class) + File.pathSeparator + (Luggage.needed(load) ? Luggage.pack(load).toString() : home(load.getClass()));
    }

    private static String home(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) throw new IllegalArgumentException(type.getName() + " has no file that another JVM could load it from");
        return Path.of(URI.create(source.getLocation().toString())).toString();
    }
}
