package memorytax.session;

import memorytax.claim.Check;
import memorytax.notebook.StepOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a tutor decides, wherever it is shown.
class TutorTest {
    @TempDir
    private Path folder;
    private final Map<String, Object> results = new HashMap<>();
    private Tutored its;
    private Tutor tutor;

    @BeforeEach
    void begin() throws Exception {
        its = Tutored.in(folder);
        tutor = tutor();
    }

    private Tutor tutor() {
        return new Tutor(its.diary(), its::edition, results::get);
    }

    @Test
    void hintsAreGivenOneByOneAndNoted() throws Exception {
        assertEquals(new Advice.Hint(1, 3, "The first hint: a task need not be a thread."), tutor.hint(its.step()));
        assertEquals(2, assertInstanceOf(Advice.Hint.class, tutor.hint(its.step())).number());
        its = Tutored.in(folder); // another sitting
        assertEquals(2, tutor().given(its.step()));
        assertEquals(3, assertInstanceOf(Advice.Hint.class, tutor().hint(its.step())).number());
        assertEquals(new Advice.Sentence("There are no more hints. The solution comes next."),
            tutor().hint(its.step()));
        assertEquals(3, tutor().given(its.step()));
    }

    @Test
    void theSolutionIsForWhoAsksTwice() {
        assertEquals(new Advice.Sentence("Do you want to try it yourself first? Ask again, and you will see our "
            + "solution."), tutor.solution(its.step()));
        var ours = assertInstanceOf(Advice.Solution.class, tutor.solution(its.step())).ours();
        assertEquals("Nobody waits", ours.title());
        assertTrue(ours.why().contains("### What it costs"), ours.why());
        assertTrue(ours.code().contains("post.deliver(task, letter -> post.answer(task, letter))"), ours.code());
    }

    @Test
    void whoHasSolvedItNeedNotAskTwice() {
        results.put("areFew", Tutored.threads(20));
        assertInstanceOf(Advice.Solution.class, tutor.solution(its.step()));
    }

    @Test
    void thereIsNothingToAskForBeforeItWasTried() {
        assertFalse(tutor.hasHint(its.step()) || tutor.hasSolution(its.step()));
        results.put("areFew", Tutored.threads(21));
        assertTrue(tutor.hasHint(its.step()) && tutor.hasSolution(its.step()));
        results.put("areFew", Tutored.threads(20));
        assertFalse(tutor.hasHint(its.step()), "it is solved");
    }

    @Test
    void aCheckIsToldTogetherWithItsMethod() {
        var known = tutor.known(its.step(), new StepOutcome.Result(Tutored.threads(101), Duration.ZERO));
        var check = (Check) assertInstanceOf(StepOutcome.Result.class, known).value();
        assertTrue(check.asItCame());
        assertEquals("Nobody waits", check.attempt().orElseThrow().title());
    }

    @Test
    void theNextExerciseIsNoneBehindTheLast() {
        assertEquals(Optional.empty(), tutor.next(its.step(), Set.of()));
    }
}
