package memorytax.peers;

import memorytax.measure.process.Guest;
import memorytax.measure.process.Jvm;
import memorytax.measure.process.Peers.Peer;
import memorytax.measure.process.UserFile.Entrant;
import memorytax.measure.result.Contender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The contenders of the first chapter and its guests, from their files: whoever brings a task along can have it
/// weighed beside them.
///
/// @param programs   where chapter1.java lies
/// @param toolchains which find chapter1.go and chapter1.py in the same place
record ChapterOneLoads(Sources programs, Toolchains toolchains) {
    private static final int THREADS = 10_000;
    private static final String JAVA = "chapter1.java", GO = "chapter1.go", PYTHON = "chapter1.py";

    /// @param file   of the chapter
    /// @param method in it, or the name of the load that a program is asked for
    /// @param most   with no more tasks than that, as in the chapter
    private record Rival(String name, String file, String method, boolean warmed, int most) {
    }

    private static final List<Rival> ALL = Stream.concat(Stream.of(
        new Rival("virtual threads", JAVA, "virtualThreads", false, Integer.MAX_VALUE),
        new Rival("virtual threads (warmed)", JAVA, "virtualThreads", true, Integer.MAX_VALUE),
        new Rival("platform threads", JAVA, "platformThreads", false, THREADS),
        new Rival("scheduled callbacks", JAVA, "scheduledCallbacks", false, Integer.MAX_VALUE),
        new Rival("goroutines", GO, "goroutines", false, Integer.MAX_VALUE),
        new Rival("asyncio tasks", PYTHON, "asyncio tasks", false, Integer.MAX_VALUE)), Arrays.stream(Guest.values())
        .map(g -> new Rival(g.contender(), g.file(), g.load(), g.warmed(), g.most()))).toList();

    /// Those that are named, with commas between them.
    ///
    /// @param workshop an empty folder for classes
    /// @throws IllegalArgumentException with one line, for a name that none of them has
    List<Entrant> named(String names, Path workshop) throws IOException {
        var rivals = parsed(names);
        boolean java = rivals.stream().anyMatch(r -> r.file.equals(JAVA));
        var loads = java ? compiled(workshop) : List.<UserJavaFile.Method>of();
        var entrants = new ArrayList<Entrant>();
        for (var rival : rivals) {
            var peers = rival.file.equals(JAVA) ? List.of(java(rival, loads, workshop)) : elsewhere(rival);
            peers.forEach(peer -> entrants.add(new Entrant(peer, rival.most)));
        }
        return entrants;
    }

    private List<Peer> elsewhere(Rival rival) {
        var runtime = toolchains.language(rival.file).orElseThrow().runtime();
        var peers = toolchains.program(runtime, rival.method, rival.file);
        return !rival.warmed ? peers : peers.stream().map(peer -> new Peer(peer.contender(),
            peer.launch().map(Jvm::warmed), peer.missing()).as(rival.name)).toList();
    }

    /// A name may have a comma itself, so the longest that fits is meant.
    private static List<Rival> parsed(String names) {
        var all = new ArrayList<Rival>();
        for (var rest = plain(names); !rest.isEmpty(); ) {
            var text = rest;
            var rival = ALL.stream().filter(r -> text.equals(r.name) || text.startsWith(r.name + ","))
                .max(Comparator.comparingInt(r -> r.name.length()));
            if (rival.isEmpty()) throw new IllegalArgumentException(
                "chapters 1 and 11 have no contender \"%s\"; they have %s".formatted(text, ALL.stream()
                    .map(r -> '"' + r.name + '"').collect(Collectors.joining(", "))));
            if (!all.contains(rival.get())) all.add(rival.get());
            rest = text.substring(rival.get().name.length()).replaceFirst("^,\\s*", "");
        }
        return all;
    }

    /// `virtual-threads` needs no quotes in a shell.
    private static String plain(String names) {
        return names.toLowerCase(Locale.ROOT).replace('-', ' ').replaceAll("\\s*,\\s*", ", ").strip();
    }

    private List<UserJavaFile.Method> compiled(Path workshop) throws IOException {
        var source = programs.find(JAVA)
            .orElseThrow(() -> new IllegalArgumentException("there is no " + JAVA + " here"));
        return UserJavaFile.compile(Files.writeString(workshop.resolve(JAVA), source), workshop).loads();
    }

    private static Peer java(Rival rival, List<UserJavaFile.Method> loads, Path classes) {
        var load = loads.stream().filter(m -> m.name().equals(rival.method)).findFirst().orElseThrow();
        var contender = new Contender(rival.name, "java", Runtime.version().toString());
        return new Peer(contender, Optional.of(load.launch(classes, rival.warmed)), "");
    }
}
