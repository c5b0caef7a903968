package memorytax.record;

import memorytax.service.Costs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Whose results count: the reader's own, where they are of this machine and tell something, else ours.
class ResultsTest {
    private static final Machine HERE = new Machine(Map.of("os", "Linux", "cores", "2", "started", "now"));
    private static final String GO = "goroutines";
    @TempDir
    private Path out;

    /// 5,000 B for each goroutine, which nobody's ever are.
    private void own(String os, int... sizes) throws IOException {
        var folder = Files.createDirectories(out.resolve("chapter1"));
        Files.writeString(folder.resolve("machine.csv"), "key,value\nos," + os + "\ncores,2\nstarted,earlier\n");
        var rows = new StringBuilder("chapter,step,contender,runtime,version,params,tasks,fork,baseline_bytes,"
            + "resident_bytes,peak_bytes,live_bytes,threads,spawn_ms,outcome\n");
        for (int tasks : sizes)
            for (int fork = 1; fork <= 2; fork++)
                rows.append("chapter1,weighed,goroutines,go,1.26,tasks=%d,%d,%d,1000000,%d,,,4,10,ok\n".formatted(
                    tasks, tasks, fork, 1_000_000 + 5_000 * tasks));
        Files.writeString(folder.resolve("weighings.csv"), rows);
    }

    private double task(boolean recorded) {
        return new Results(out, HERE, recorded).of(1, "weighed", GO).slope(GO).orElseThrow().value();
    }

    private boolean here() {
        return new Results(out, HERE, false).of(1, "weighed", GO).here(GO);
    }

    @Test
    void theReadersOwnGoBeforeOurs() throws IOException {
        own("Linux", 1_000, 2_000);
        assertEquals(5_000, task(false), 1e-6);
        assertTrue(here());
        assertTrue(task(true) < 4_000, "unless ours are wanted");
    }

    @Test
    void thoseOfAnotherMachineDoNotCount() throws IOException {
        own("Windows", 1_000, 2_000);
        assertTrue(task(false) < 4_000);
        assertFalse(here());
    }

    @Test
    void norThoseThatTellNothing() throws IOException {
        own("Linux", 1_000);
        assertFalse(here());
        assertTrue(task(false) < 4_000);
    }

    @Test
    void ourOwnRunsHaveEveryArchitecture() {
        var costs = Costs.of(new Results(out, HERE, true));
        assertEquals(5, costs.all().size(), costs.toString());
        assertTrue(costs.contenders().stream().noneMatch(c -> costs.here(c.name())));
        assertTrue(costs.of(GO).orElseThrow().task().stairs());
        assertTrue(costs.ratio(Costs.PYTHON, GO, 1_000_000, 100).orElseThrow().value() > 1);
        assertTrue(costs.ratio(Costs.PYTHON, GO, 1_000_000, 0).orElseThrow().value() < 1);
    }
}
