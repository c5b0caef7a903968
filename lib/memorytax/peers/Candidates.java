package memorytax.peers;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs that may be a toolchain: the one that the reader names with a variable, and no other; without that, those
/// of the PATH and of the usual places.
///
/// @param named what the variable says; empty where it says nothing
record Candidates(String variable, Optional<String> named, List<Path> all) {
    /// Asks a program what it is. A lookup without a reason means that it is none of ours.
    interface Ask {
        Lookup of(Path candidate) throws InterruptedException;
    }

    /// @param usual where the variable names none
    static Candidates of(Surroundings surroundings, String variable, Stream<Path> usual) {
        var named = surroundings.variable(variable);
        return new Candidates(variable, named,
            named.map(value -> surroundings.program(value).stream()).orElse(usual).toList());
    }

    /// The first that is one. Where none is, the first reason that one gave; else that there is none.
    ///
    /// @param kind as a reader calls it: `a Go`, `an Erlang`
    /// @param none `no Go on this machine`; empty where nobody expects it
    Lookup first(String kind, String none, Ask ask) throws InterruptedException {
        var reason = "";
        for (var candidate : all) {
            var answer = ask.of(candidate);
            if (answer.found().isPresent()) return answer;
            if (reason.isEmpty()) reason = answer.missing();
        }
        return Lookup.missing(!reason.isEmpty() ? reason : named.map(value ->
            "%s=%s is not %s that can be started; name another one, or unset %1$s".formatted(variable, value, kind))
            .orElse(none));
    }
}
