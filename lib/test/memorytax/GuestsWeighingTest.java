package memorytax;

import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.process.Guest;
import memorytax.measure.process.Guests;
import memorytax.peers.Toolchains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Guests on the scale of chapter 1, by the programs that travel with it.
@Weighs
@Timeout(300)
class GuestsWeighingTest {
    @Test
    void aPromiseAndATaskOfTokioTakeSomeHundredBytes() throws Exception {
        var toolchains = Toolchains.beside(Steps.of(1).chapter());
        var guests = new Guests(List.of(Guest.NODE, Guest.TOKIO).stream()
            .filter(g -> toolchains.found(g.runtime()).isPresent()).toList());
        assumeTrue(!guests.all().isEmpty(), "Node or Rust is needed");
        var weighed = new Scale(Effort.quick(2).with(guests), toolchains, Progress.SILENT, Archive.NONE, "weighed")
            .sizes(10_000, 50_000).guests().weigh();
        for (var guest : guests.all()) {
            double bytes = weighed.slope(guest.load()).orElseThrow(() -> new AssertionError(weighed)).value();
            assertTrue(100 < bytes && bytes < 2_000, weighed.toString());
        }
    }
}
