package memorytax.fork;

import memorytax.peers.Toolchains;
import memorytax.scale.Archive;
import memorytax.scale.Effort;
import memorytax.scale.Progress;
import memorytax.scale.Scale;
import memorytax.scale.Watched;
import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What is given back a while later has been given back when it is quiet.
class QuietTest {
    /// Gives back one part after the other, each a tenth of a second after the one before, as G1 does.
    static Object slowly(int parts) throws InterruptedException {
        var arenas = new Arena[parts];
        for (int i = 0; i < parts; i++) {
            arenas[i] = Arena.ofShared();
            for (int segment = 0; segment < 5; segment++) arenas[i].allocate(Weight.SEGMENT);
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
        Quiet.await();
        Gate.weigh("quiet");
        return "told";
    }

    @Test
    void itIsQuietWhenAllHasBeenGivenBack() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux lets a process look at itself");
        var told = new Scale(Effort.quick(1), new Toolchains(_ -> Optional.empty()), Progress.SILENT,
            Archive.NONE, "quiet").sizes(5).java("a load", n -> slowly(n)).watch().told();
        assertEquals(List.of(), told.remarks());
        double before = told.of("a load", "before", Watched.TAKEN).orElseThrow().mean();
        double quiet = told.of("a load", "quiet", Watched.TAKEN).orElseThrow().mean();
        assertTrue(before - quiet > 0.9 * 25 * Weight.SEGMENT, told.toString());
    }
}
