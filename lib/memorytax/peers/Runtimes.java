package memorytax.peers;

import memorytax.peers.NodeToolchain.Engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The toolchains of all runtimes, and what came of looking for each.
///
/// @param modules path of a toolchain, name of a module -> whether it has that
record Runtimes(List<Searched> all, Map<List<String>, LookupOnce> modules) {
    /// A variant stands behind the usual toolchain of its runtime.
    ///
    /// @param told what takes a while, when it begins
    static Runtimes of(Surroundings surroundings, Cache cache, Consumer<String> told) {
        return of(told,
            new GoToolchain(surroundings, cache, told, ""),
            new PythonToolchain(surroundings, cache, false),
            new PythonToolchain(surroundings, cache, true),
            new NodeToolchain(surroundings, cache, Engine.NODE),
            new NodeToolchain(surroundings, cache, Engine.BUN),
            new NodeToolchain(surroundings, cache, Engine.DENO),
            new RustToolchain(surroundings, cache, told),
            new KotlinToolchain(surroundings, cache, told),
            new ErlangToolchain(surroundings, cache, told),
            new ElixirToolchain(new ErlangToolchain(surroundings, cache, told)),
            new RubyToolchain(surroundings, cache));
    }

    private static Runtimes of(Consumer<String> told, Toolchain... all) {
        return new Runtimes(List.of(all).stream().map(toolchain -> Searched.of(toolchain, told)).toList(),
            new ConcurrentHashMap<>());
    }

    /// A toolchain that is looked for once, when it is first needed.
    record Searched(Toolchain toolchain, LookupOnce once) {
        private static Searched of(Toolchain toolchain, Consumer<String> told) {
            return new Searched(toolchain, new LookupOnce(() -> {
                if (toolchain.variant().isEmpty()) told.accept("looking for " + toolchain.language().name());
                return toolchain.look();
            }));
        }

        /// The same place on this machine, for a toolchain that is used in another way.
        Searched as(Toolchain other) {
            return new Searched(other, once);
        }

        /// The same toolchain in another place, or in none.
        Searched as(Lookup version) {
            return new Searched(toolchain, new LookupOnce(() -> version));
        }

        Optional<FoundToolchain> found() {
            return once.get().found();
        }

        /// Why there is none; empty when there is one, or when nobody expects it.
        String missing() {
            return once.get().missing();
        }

        private boolean isFor(String runtime) {
            return toolchain.language().runtime().equals(runtime);
        }
    }

    /// The same, if it has this module; with an empty name it has.
    Searched having(Searched each, String module) {
        return each.found().filter(_ -> !module.isEmpty()).map(found -> each.as(modules.computeIfAbsent(
            List.of(found.path().toString(), module),
            _ -> new LookupOnce(() -> each.toolchain().having(found, module))).get())).orElse(each);
    }

    List<Language> languages() {
        return all.stream().map(each -> each.toolchain.language()).distinct().toList();
    }

    /// The usual one of a runtime, then its variants.
    List<Searched> of(String runtime) {
        return all.stream().filter(each -> each.isFor(runtime)).toList();
    }

    Optional<Searched> usual(String runtime) {
        return of(runtime).stream().findFirst();
    }
}
