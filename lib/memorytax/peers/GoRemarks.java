package memorytax.peers;

import memorytax.measure.process.Peers.Remark;
import memorytax.peers.Toolchain.ProgramText;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// What Go's compiler and `go vet` have to say of a program. A program that does not build says nothing, here; it says
/// so when it is to be started.
///
/// @param found   empty when there is no Go here
/// @param program empty when there is no such program
record GoRemarks(GoToolchain go, Optional<FoundToolchain> found, Optional<ProgramText> program) {
    private interface Ask {
        List<Remark> of(FoundToolchain found, ProgramText program) throws IOException, InterruptedException;
    }

    /// Which variables escape.
    Optional<List<Remark>> says() {
        return ask((found, program) -> GoVerdict.of(program.source(), program.file(), go.explain(found, program)));
    }

    /// What `go vet` has against it.
    Optional<List<Remark>> vets() {
        return ask((found, program) -> GoVerdict.vetted(program.source(), program.file(), go.vet(found, program)));
    }

    private Optional<List<Remark>> ask(Ask ask) {
        if (found.isEmpty() || program.isEmpty()) return Optional.empty();
        try {
            return Optional.of(ask.of(found.get(), program.get()));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
