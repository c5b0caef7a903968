package memorytax.measure.process;

import memorytax.measure.result.Contender;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where contenders of other languages come from. A chapter names a file and a load in it; this finds the
/// toolchain, builds what has to be built, and says how to start it.
public interface Peers {
    /// How [Peer#missing] begins when the language is there, and the program is broken.
    String BROKEN = "cannot be built: ";

    /// The load called `name` in the program `file` of a runtime (`go`, `chapter1.go`). Where variants of that runtime
    /// were found, such as a Python without a lock, an entry for each follows the usual one.
    List<Peer> program(String runtime, String name, String file);

    /// The same for a program that needs a module which does not come with the language: `uvloop`. Without that it is
    /// missing.
    default List<Peer> program(String runtime, String name, String file, String module) {
        return program(runtime, name, file);
    }

    /// The load called `name` in the Go program `file` (`chapter1.go`).
    default Peer go(String name, String file) {
        return program("go", name, file).getFirst();
    }

    /// The same, built with one of Go's experiments; a Go that does not know it cannot build it.
    default Peer go(String name, String file, String experiment) {
        return go(name, file);
    }

    /// A worker of the reader's, from the text of its program, with the post of its language (`lib/peers/post.go`): its
    /// one load takes jobs, which have to be answered when all is weighed.
    default Peer worker(String runtime, String text) {
        return Peer.missing(new Contender("jobs", runtime, ""), "no " + runtime + " here");
    }

    /// The one load in a text of Java that is compiled with what this JDK has as a preview.
    default Peer preview(String name, String source, String... flags) {
        return Peer.broken(new Contender(name, "java", ""), "there is no compiler here");
    }

    /// The runtimes that are known here, found or not, in the order in which they are listed.
    default List<String> runtimes() {
        return List.of("go", "python");
    }

    /// The version of a runtime that was found: of `go`, `python`; empty when there is none.
    Optional<String> version(String runtime);

    /// Where the program of a runtime lies: `python3` of `python`; empty when there is none.
    default Optional<Path> toolchain(String runtime) {
        return Optional.empty();
    }

    /// What Go's compiler says of the variables in the program `file`: which of them escape. Empty when there is no Go.
    default Optional<List<Remark>> goSays(String file) {
        return Optional.empty();
    }

    /// What `go vet` has against the program `file`, line by line. Empty when there is no Go.
    default Optional<List<Remark>> goVets(String file) {
        return Optional.empty();
    }

    /// The same programs in several versions of their languages.
    default ByVersion versions() {
        return new ByVersion() {
        };
    }

    /// A contender for each version of a language that is on this machine or listed, named after it. One that is listed
    /// and not here is missing.
    interface ByVersion {
        /// The load called `load` in the Go program `file`: `goroutines (1.24)`.
        default List<Peer> gos(String load, String file) {
            return List.of();
        }

        /// The same in a Python program: `asyncio tasks (3.12)`.
        default List<Peer> pythons(String load, String file) {
            return List.of();
        }

        /// Idle `virtual threads` (warmed) or `platform threads` in each JDK that has them: `virtual threads (21)`.
        ///
        /// @throws IllegalArgumentException when `load` is neither
        default List<Peer> javas(String load) {
            return List.of();
        }
    }

    /// What a compiler says of a line.
    ///
    /// @param line from 1
    /// @param code of that line, without its indent
    /// @param says `&pair{...} escapes to heap`
    record Remark(int line, String code, String says) {
    }

    /// @param launch  empty when it cannot be started here
    /// @param missing why not, in a reader's words: `no Go on this machine`
    record Peer(Contender contender, Optional<Launch> launch, String missing) {
        /// One that cannot be started here, and why: a record may stand in for it.
        public static Peer missing(Contender contender, String why) {
            return new Peer(contender, Optional.empty(), why);
        }

        /// One whose language is there, and whose program does not build.
        public static Peer broken(Contender contender, String why) {
            return missing(contender, BROKEN + why);
        }

        /// The same with a variable of its environment, which its name has from now on.
        public Peer with(String variable, String value) {
            return new Peer(contender, launch.map(l -> l.tuned(variable, value)), missing)
                .as(Contender.variant(contender.name(), variable + "=" + value));
        }

        /// The same under another name.
        public Peer as(String name) {
            return new Peer(new Contender(name, contender.runtime(), contender.version()), launch, missing);
        }

        /// The same with variables for its program.
        public Peer told(Map<String, String> variables) {
            var told = launch;
            for (var each : variables.entrySet()) told = told.map(l -> l.with(each.getKey(), each.getValue()));
            return new Peer(contender, told, missing);
        }

        /// Whether its language is there, and the program does not build.
        public boolean isBroken() {
            return missing.startsWith(BROKEN);
        }
    }
}
