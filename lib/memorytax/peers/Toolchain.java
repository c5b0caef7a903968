package memorytax.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one runtime needs on this machine: how it is found, and how a program for it is made ready to start.
/// [Runtimes] lists all of them. A further build of the same runtime, such as Python without a lock, is a toolchain of
/// its own that names its [#variant].
///
/// It does nothing before it is asked; [Runtimes] has it look once, and remembers what it found.
interface Toolchain {
    /// What its programs are written in.
    Language language();

    /// As [memorytax.measure.result.Contender#runtime] has it. A variant may have another one than its language.
    default String runtime() {
        return language().runtime();
    }

    /// What tells this build from the usual one, and stands behind the contender's name: `free-threaded`. Empty for the
    /// usual one.
    default String variant() {
        return "";
    }

    /// The library's part of a program: names of files in `lib/peers`, that with `serve` first.
    List<String> library();

    /// Variables of a program's process, on top of the reader's own.
    default Map<String, String> environment() {
        return Map.of();
    }

    /// Looks for it. A variant that is not there is the ordinary case, and gives no reason.
    Lookup look() throws InterruptedException;

    /// The same, if it has a module that does not come with it: `uvloop`.
    default Lookup having(FoundToolchain found, String module) throws InterruptedException {
        return Lookup.of(found);
    }

    /// What to start, so that the load of that name can be weighed. What has to be built is built once.
    ///
    /// @throws Refused     when the program does not compile
    /// @throws Missing     when a library is not here, and cannot be fetched
    /// @throws IOException when the cache cannot be written to
    List<String> command(FoundToolchain found, ProgramText program, String load)
        throws IOException, InterruptedException;

    /// What the compiler has against a program, in the form of javac's words: `mine.go:12: undefined: x`, that line,
    /// and a mark under it. Empty when it takes the program.
    String complaint(FoundToolchain found, ProgramText program) throws IOException, InterruptedException;

    /// What a compiler has made, if it has: an odd one says that all is well, and made nothing.
    ///
    /// @throws Refused with the compiler's words
    static Path built(ProgramText program, Command.Answer answer, Path made) throws Refused {
        if (!answer.ok() || !Files.exists(made)) throw new Refused(program.file(), answer);
        return made;
    }

    /// How to start a program that speaks the protocol by itself, without the library; empty for one that needs it.
    ///
    /// @param text of `program`
    default Optional<List<String>> alone(FoundToolchain found, Path program, String text) {
        return Optional.empty();
    }

    /// A program, as a toolchain gets it.
    ///
    /// @param file    its name, without a folder
    /// @param library texts of the library's part, by name
    record ProgramText(String file, String source, Map<String, String> library) {
        public ProgramText {
            library = Map.copyOf(library);
        }

        /// `mine` of `mine.go`
        String stem() {
            return file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
        }

        /// All texts, by name.
        Map<String, String> all() {
            var all = new TreeMap<>(library);
            all.put(file, source);
            return all;
        }
    }

    /// The compiler does not take the program; the message is its first line.
    @SuppressWarnings("serial")
    final class Refused extends IOException {
        /// All that it says.
        final String said;

        Refused(String file, Command.Answer answer) {
            super(file + ": " + answer.firstLine());
            said = answer.text();
        }
    }

    /// Something that the toolchain needs cannot be had here, so a record stands in; the message is one line.
    @SuppressWarnings("serial")
    final class Missing extends IOException {
        Missing(String why) {
            super(why);
        }
    }
}
