package memorytax.peers;

import memorytax.measure.process.Peers;
import memorytax.measure.process.Peers.Peer;
import memorytax.measure.result.Contender;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A contender for each version of a language: those that were found on this machine, and those that are listed, for
/// which a record may stand in. Each language is looked for once, when it is first asked for.
public final class Versions implements Peers.ByVersion {
    private static final Map<String, String> NAMES = Map.of("go", "Go", "java", "JDK", "python", "Python");

    /// How to look for all versions of a language.
    private interface Search {
        List<FoundToolchain> find() throws InterruptedException;
    }

    /// Makes a peer of a version that was found, or of one that was not and a reason.
    private interface Ready {
        Peer peer(String name, Lookup lookup);
    }

    private final Toolchains toolchains;
    private final VersionPlan plan;
    private final IdleThreads idle;
    private final GoVersions gos;
    private final Map<String, Search> searches;
    private final Map<String, List<FoundToolchain>> found = new HashMap<>();

    private Versions(Toolchains toolchains, VersionPlan plan, IdleThreads idle, GoVersions gos,
                     Map<String, Search> searches) {
        this.toolchains = toolchains;
        this.plan = plan;
        this.idle = idle;
        this.gos = gos;
        this.searches = searches;
    }

    static Versions of(Toolchains toolchains, VersionPlan plan, Surroundings surroundings, Cache cache,
                       Consumer<String> told) {
        var gos = new GoVersions(surroundings, new GoToolchain(surroundings, cache, told, ""), told);
        var pythons = new PythonVersions(surroundings, new PythonToolchain(surroundings, cache, false));
        return new Versions(toolchains, plan, new IdleThreads(cache, Sources.ofLibrary(Path.of(""))::find), gos,
            Map.of("go", () -> gos.find(toolchains.found("go")), "java", new JavaVersions(surroundings)::find,
                "python", () -> pythons.find(toolchains.found("python"))));
    }

    @Override
    public List<Peer> gos(String load, String file) {
        return each("go", load, VersionNumber.since(GoVersions.OLDEST),
            (name, lookup) -> toolchains.peer(name, "go", lookup, load, file));
    }

    @Override
    public List<Peer> pythons(String load, String file) {
        return each("python", load, VersionNumber.since(PythonVersions.OLDEST),
            (name, lookup) -> toolchains.peer(name, "python", lookup, load, file));
    }

    @Override
    public List<Peer> javas(String load) {
        var since = IdleThreads.LOADS.get(load);
        if (since == null) throw new IllegalArgumentException("javas() has no load \"%s\"; it has %s".formatted(load,
            IdleThreads.LOADS.keySet().stream().sorted().collect(Collectors.joining(", "))));
        return each("java", load, VersionNumber.since(since), (name, lookup) -> idle.peer(name, lookup, load));
    }

    /// Has Go fetch the listed versions of it that are not on this machine. One sentence says what came of it.
    public String fetchGo() throws InterruptedException {
        var said = gos.fetch(toolchains.found("go"), releases("go"));
        synchronized (this) {
            found.remove("go");
        }
        return said;
    }

    /// Those of this machine, oldest first; none where nothing is looked for.
    synchronized List<FoundToolchain> found(String runtime) {
        if (!plan.search()) return List.of();
        try {
            if (!found.containsKey(runtime)) found.put(runtime, searches.get(runtime).find());
            return found.get(runtime);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private Map<String, String> releases(String runtime) {
        var releases = new TreeMap<String, String>(VersionNumber.ORDER);
        releases.putAll(plan.releases().apply(runtime));
        return releases;
    }

    /// @param among the versions that can have such a load
    private List<Peer> each(String runtime, String load, Predicate<String> among, Ready ready) {
        var all = new TreeMap<String, Optional<FoundToolchain>>(VersionNumber.ORDER);
        releases(runtime).keySet().forEach(release -> all.put(release, Optional.empty()));
        found(runtime).forEach(f -> all.put(VersionNumber.release(runtime, f.version()), Optional.of(f)));
        all.keySet().removeIf(among.negate());
        var peers = new ArrayList<Peer>();
        all.forEach((release, toolchain) -> peers.add(ready.peer(Contender.variant(load, release),
            toolchain.map(Lookup::of).orElse(Lookup.missing(plan.search()
                ? NAMES.get(runtime) + " " + release + " is not on this machine"
                : "there is no recorded run of it")))));
        return List.copyOf(peers);
    }
}
