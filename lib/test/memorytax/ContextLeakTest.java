package memorytax;

import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import memorytax.peers.Toolchains;
import memorytax.scale.Effort;
import memorytax.scale.Told;
import memorytax.scale.Watched;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What chapter 6 says of lost tasks holds in a small run as well: who is left, who is collected, who sees it.
class ContextLeakTest {
    private static final String COLLECTED = "after three collections";
    @TempDir
    private static Path folder;
    private static Steps chapter;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(6, folder);
    }

    @Test
    void whatIsForgottenIsLeftAndWhatIsCuredIsNot() throws Exception {
        var served = (Watched) run("served", 2_000);
        assertEquals(List.of(), served.remarks().stream().filter(r -> r.contains("failed")).toList());
        for (var contender : served.contenders()) {
            double left = served.told().all().stream().filter(w -> w.contender().equals(contender)
                && w.figures().containsKey("requests")).toList().getLast().figures().get("tasks");
            assertEquals(contender.name().endsWith("forgotten") ? 2_000 : 0, left, contender.name());
        }
        assertTrue(served.contenders().stream().anyMatch(c -> c.name().equals("virtual threads, in a scope")));
    }

    @Test
    void aVirtualThreadThatIsNotTrackedIsCollectedAndOneThatIsIsNot() throws Exception {
        var lost = (Told) run("lost", 500);
        assertEquals(Optional.of(true), lost.always("virtual threads", COLLECTED, "tasks", 500), lost.toString());
        assertEquals(Optional.of(true), lost.always("virtual threads, untracked", COLLECTED, "tasks", 0));
        assumeTrue(lost.here("goroutines") && lost.here("asyncio tasks"), "Go and Python are needed");
        assertEquals("asyncio tasks", lost.without(COLLECTED, "tasks",
            List.of("virtual threads", "goroutines", "asyncio tasks")), lost.toString());
    }

    @Test
    void eachLanguageShowsTheLine() throws Exception {
        var seen = (Told) run("seen", 300);
        assertSeen(seen, "virtual threads, by jcmd", "chapter6\\.java:\\d+");
        assumeTrue(seen.here("goroutines, all") && seen.here("asyncio tasks, all"), "Go and Python are needed");
        assertSeen(seen, "goroutines, all", "chapter6\\.go:\\d+");
        assertSeen(seen, "asyncio tasks, all", "chapter6\\.py:\\d+");
        assumeTrue(seen.remarks().stream().noneMatch(r -> r.contains("goroutineleakprofile")), "of another Go");
        assertEquals(Optional.of(true), seen.always("goroutines, leaked, parent alive", "nowhere", "tasks", 0));
        assertSeen(seen, "goroutines, leaked, parent gone", "chapter6\\.go:\\d+");
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
        var ever = (Told) run("ever", 300);
        assumeTrue(ever.here("goroutines, parent cancelled") && !ever.names().isEmpty(), "Go is needed");
        assertEquals(Optional.of(true), ever.always("goroutines, parent cancelled", COLLECTED, "tasks", 300));
        assertEquals(Optional.of(true), ever.always("goroutines, parent cancelled", "at the end", "tasks", 0));
        assertEquals(Optional.of(true), ever.always("goroutines, timeout of 1 s", "at the end", "tasks", 0));
        var method = chapter.chapter().getDeclaredMethod("verdict", Told.class);
        method.setAccessible(true);
        var verdict = ((Verdicts) method.invoke(chapter.instance(), ever)).all().getFirst();
        assertEquals(Verdict.Ruling.HOLDS_IF, verdict.ruling(), verdict.toString());
    }

    private static void assertSeen(Told seen, String contender, String line) {
        var word = seen.all().stream().filter(w -> w.contender().name().equals(contender)).findFirst().orElseThrow();
        assertTrue(word.name().matches(line), seen.toString());
        assertEquals(300, word.figures().get("tasks"), seen.toString());
    }

    private static Object run(String step, int tasks) throws Exception {
        return chapter.run(step, Effort.quick(1, tasks));
    }
}
