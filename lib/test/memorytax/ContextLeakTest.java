package memorytax;

import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import memorytax.measure.plan.Effort;
import memorytax.measure.result.Reports;
import memorytax.peers.Toolchains;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What chapter 6 says of lost tasks holds in a small run as well: who is collected, what `go vet` sees, and what ends
/// a goroutine. What is counted while it waits is in [ContextLeakRaceTest].
class ContextLeakTest {
    private static final String COLLECTED = "after three collections";
    private static Steps chapter;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(6);
    }

    @Test
    void aVirtualThreadThatIsNotTrackedIsCollectedAndOneThatIsIsNot() throws Exception {
        var lost = (Reports) run("lost", 500);
        assertEquals(Optional.of(true), lost.always("virtual threads", COLLECTED, "tasks", 500), lost.toString());
        assertEquals(Optional.of(true), lost.always("virtual threads (untracked)", COLLECTED, "tasks", 0));
        assumeTrue(lost.here("goroutines") && lost.here("asyncio tasks"), "Go and Python are needed");
        assertEquals("asyncio tasks", lost.without(COLLECTED, "tasks",
            List.of("virtual threads", "goroutines", "asyncio tasks")), lost.toString());
    }

    @Test
    void whatIsKeptInAFieldIsNotFoundByVet() throws Exception {
        var vet = Toolchains.beside(chapter.chapter()).goVets("chapter6.go");
        assumeTrue(vet.isPresent(), "Go is needed");
        assertTrue(vet.get().stream().anyMatch(r -> r.code().equals("ctx, _ := context.WithCancel(parent)")));
        assertTrue(vet.get().stream().noneMatch(r -> r.code().contains("ctx, cancel :=")), vet.toString());
    }

    @Test
    void aParentsEndIsTheEnd() throws Exception {
        var ever = (Reports) run("ever", 300);
        assumeTrue(ever.here("goroutines (parent cancelled)") && !ever.names().isEmpty(), "Go is needed");
        assertEquals(Optional.of(true), ever.always("goroutines (parent cancelled)", COLLECTED, "tasks", 300));
        assertEquals(Optional.of(true), ever.always("goroutines (parent cancelled)", "at the end", "tasks", 0));
        assertEquals(Optional.of(true), ever.always("goroutines (timeout of 1 s)", "at the end", "tasks", 0));
        var method = chapter.chapter().getDeclaredMethod("verdict", Reports.class);
        method.setAccessible(true);
        var verdict = ((Verdicts) method.invoke(chapter.instance(), ever)).all().getFirst();
        assertEquals(Verdict.Ruling.HOLDS_IF, verdict.ruling(), verdict.toString());
    }

    private static Object run(String step, int tasks) throws Exception {
        return chapter.run(step, Effort.quick(1, tasks));
    }
}
