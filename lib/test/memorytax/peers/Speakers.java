package memorytax.peers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Programs in every language that has the scale's protocol: those of [Programs], and those of the chapters.
record Speakers(Toolchains toolchains) {
    /// Where a load that behaves is: the program, and its name.
    private static final Map<String, List<String>> LOADS = new TreeMap<>(Map.of(
        "go", List.of("chapter1", "goroutines"),
        "python", List.of("chapter1", "asyncio tasks"),
        "node", List.of("chapter11", "node promises"),
        "rust", List.of("chapter11", "tokio tasks")));

    /// They share the cache of the chapters: tokio is compiled once on a machine.
    static Speakers here() {
        var chapters = Sources.ofChapter(Speakers.class, Path.of(""));
        return new Speakers(new Toolchains(file -> Optional.ofNullable(Programs.TEXTS.get(file))
            .or(() -> chapters.find(file))));
    }

    static Set<String> languages() {
        return LOADS.keySet();
    }

    String extension(String language) {
        return toolchains.languages().stream().filter(l -> l.runtime().equals(language)).findFirst().orElseThrow()
            .extension();
    }

    Conversation start(String language, String load, String program) throws Exception {
        assumeTrue(toolchains.version(language).isPresent(), () -> "no " + language + " here");
        var peer = toolchains.program(language, load, program + extension(language)).getFirst();
        return new Conversation(peer.launch().orElseThrow(() -> new AssertionError(peer.missing())));
    }

    Conversation chapter(String language) throws Exception {
        return start(language, LOADS.get(language).getLast(), LOADS.get(language).getFirst());
    }
}
