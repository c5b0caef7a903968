package memorytax.peers;

import memorytax.measure.process.Launch;
import memorytax.measure.process.Peers.Peer;
import memorytax.measure.result.Contender;
import memorytax.peers.Runtimes.Searched;
import memorytax.peers.Toolchain.ProgramText;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Makes workers of a reader's ready to start: programs whose text stands in a chapter's exercise. Beside such a
/// program lies the post of its language, `post.py`, which brings it jobs.
///
/// @param library the texts of files in `lib/peers`; empty when one of them is not there
record WorkerPrograms(Runtimes runtimes, Function<List<String>, Optional<Map<String, String>>> library) {
    private static final String LOAD = "jobs";

    /// It must compile first of all: an interpreter would say only when it is started that it does not.
    Peer peer(String runtime, String text) {
        var known = runtimes.usual(runtime);
        if (known.isEmpty()) return missing(new Contender(LOAD, runtime, ""), runtime + " is not known here");
        var searched = known.get();
        var found = searched.found();
        var contender = new Contender(LOAD, runtime, found.map(FoundToolchain::version).orElse(""));
        try {
            if (found.isEmpty()) return missing(contender, searched.missing());
            return new Peer(contender, Optional.of(launch(searched, found.get(), text)), "");
        } catch (Toolchain.Missing e) {
            return missing(contender, e.getMessage());
        } catch (IOException | Refusal e) {
            return Peer.broken(contender, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Peer.broken(contender, "the run was interrupted");
        }
    }

    private Launch launch(Searched searched, FoundToolchain found, String text)
        throws IOException, InterruptedException {
        var toolchain = searched.toolchain();
        var extension = toolchain.language().extension();
        var files = Stream.concat(toolchain.library().stream(), Stream.of("post" + extension)).toList();
        var texts = library.apply(files).orElseThrow(() -> new Refusal("the library has no post" + extension));
        var program = new ProgramText(LOAD + extension, text, texts);
        var complaint = toolchain.complaint(found, program);
        if (!complaint.isEmpty()) throw new Refusal(complaint.lines().findFirst().orElseThrow());
        return new Launch(toolchain.command(found, program, LOAD), toolchain.environment()).signed();
    }

    private static Peer missing(Contender contender, String why) {
        return Peer.missing(contender, why + "; choose another language");
    }
}
