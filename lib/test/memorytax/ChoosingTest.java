package memorytax;

import memorytax.claim.Costs;
import memorytax.claim.Estimates;
import memorytax.claim.Machine;
import memorytax.claim.Measured;
import memorytax.claim.Results;
import memorytax.claim.Service;
import memorytax.claim.Trial;
import memorytax.peers.Toolchains;
import memorytax.scale.Archive;
import memorytax.scale.Effort;
import memorytax.scale.Outcome;
import memorytax.scale.Progress;
import memorytax.scale.Quantity;
import memorytax.scale.Scale;
import memorytax.scale.Weighings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What chapter 8 predicts of a small service comes out, as nearly as one process can show, and what is too large is
/// not begun.
class ChoosingTest {
    private static final Service SMALL = new Service(5_000, 20, 2_048, 1 << 30);
    @TempDir
    private static Path folder;
    private static Steps chapter;
    private static Weighings held;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(8, folder);
        held = run("held", new Class<?>[]{Scale.class, Service.class}, scale("held"), SMALL);
    }

    @Test
    void whatIsHeldCostsItsBytesAndNotMuchMore() {
        for (var runtime : List.of("java", "go", "python")) {
            assumeTrue(held.contenders().stream().anyMatch(c -> c.runtime().equals(runtime)), runtime + " is needed");
            double cost = Estimates.held(held, runtime, Quantity.RESIDENT, SMALL.holding()).orElseThrow().value();
            assertTrue(cost > 0.8 * 2_048 && cost < 2.5 * 2_048, runtime + ": " + cost);
        }
    }

    @Test
    void whatWasPredictedComesOut() throws Exception {
        var estimates = estimates(SMALL);
        assumeTrue(estimates.of(Costs.GO).isPresent() && estimates.of(Costs.PYTHON).isPresent(), "all are needed");
        var tried = tried(SMALL, estimates);
        var trials = Trial.of(estimates, tried);
        assertEquals(3, trials.size(), trials.toString());
        for (var trial : trials) assertTrue(Math.abs(trial.off().orElseThrow()) < 0.5, trials.toString());
        assertTrue(Measured.whole(tried, Costs.GO, 5_000).orElseThrow().value() > 20 << 20, tried.toString());
    }

    @Test
    void whatIsTooLargeIsNotBegun() throws Exception {
        var large = new Service(10_000_000, 1_000, 2_048, 1 << 30);
        var tried = tried(large, estimates(large));
        assertTrue(tried.all().stream().allMatch(w -> w.outcome() instanceof Outcome.Skipped), tried.toString());
        assertTrue(tried.toString().contains("can be had here"), tried.toString());
    }

    private static Estimates estimates(Service service) {
        var machine = new Machine(Map.of());
        return Estimates.of(service, Costs.of(new Results(folder, machine, true)), held);
    }

    private static Weighings tried(Service service, Estimates estimates) throws Exception {
        return run("tried", new Class<?>[]{Scale.class, Service.class, Estimates.class}, scale("tried"), service,
            estimates);
    }

    private static Weighings run(String step, Class<?>[] types, Object... given) throws Exception {
        var method = chapter.chapter().getDeclaredMethod(step, types);
        method.setAccessible(true);
        return (Weighings) method.invoke(chapter.instance(), given);
    }

    private static Scale scale(String step) {
        return new Scale(Effort.quick(1), Toolchains.beside(chapter.chapter()), Progress.SILENT,
            Archive.NONE, step);
    }
}
