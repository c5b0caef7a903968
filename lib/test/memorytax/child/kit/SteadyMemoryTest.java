package memorytax.child.kit;

import memorytax.child.Gate;
import memorytax.child.KnownWeight;
import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.result.Watched;
import memorytax.peers.Toolchains;
import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What is given back a while later has been given back when it is quiet.
class SteadyMemoryTest {
    /// Gives back one part after the other, each a tenth of a second after the one before, as G1 does.
    static Object slowly(int parts) throws InterruptedException {
        var arenas = new Arena[parts];
        for (int i = 0; i < parts; i++) {
            arenas[i] = Arena.ofShared();
            for (int segment = 0; segment < 5; segment++) arenas[i].allocate(KnownWeight.SEGMENT);
        }
        Gate.weigh("before");
        Thread.ofPlatform().start(() -> {
            try {
                for (var arena : arenas) {
                    Thread.sleep(100);
                    arena.close();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        SteadyMemory.await();
        Gate.weigh("quiet");
        return "told";
    }

    @Test
    void itIsQuietWhenAllHasBeenGivenBack() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux lets a process look at itself");
        var reports = new Scale(Effort.quick(1), new Toolchains(_ -> Optional.empty()), Progress.SILENT,
            Archive.NONE, "quiet").sizes(5).java("a load", n -> slowly(n)).watch().reports();
        assertEquals(List.of(), reports.remarks());
        double before = reports.of("a load", "before", Watched.TAKEN).orElseThrow().mean();
        double quiet = reports.of("a load", "quiet", Watched.TAKEN).orElseThrow().mean();
        assertTrue(before - quiet > 0.9 * 25 * KnownWeight.SEGMENT, reports.toString());
    }
}
