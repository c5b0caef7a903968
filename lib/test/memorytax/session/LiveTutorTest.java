package memorytax.session;

import memorytax.claim.Check;
import memorytax.notebook.StepOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a live chapter's page is told of an exercise.
class LiveTutorTest {
    @TempDir
    private Path folder;
    private final Map<String, LiveTutor.Told> told = new HashMap<>();
    private Tutored its;
    private LiveTutor tutor;

    @BeforeEach
    void begin() throws Exception {
        opens();
    }

    private void opens(String... words) throws Exception {
        its = Tutored.in(folder, words);
        var events = new LiveEvents();
        events.follow((key, event, data) -> {
            if (data instanceof LiveTutor.Told its) told.put(key, its);
        });
        tutor = new LiveTutor(its.diary(), its::edition, events);
        tutor.opening(its.edition().chapter());
    }

    private LiveTutor.Told told() {
        return told.get("tutor areFew");
    }

    private void checked(Check check) {
        var happening = tutor.tutor().known(its.step(), new StepOutcome.Result(check, Duration.ZERO));
        its.diary().happened(its.step(), happening);
        tutor.happened(its.step(), happening);
    }

    @Test
    void beforeItWasTriedThereIsNothingToAskFor() {
        assertEquals(List.of("few", "Yours: few threads", "exercise", "", "", 3), List.of(told().method(),
            told().title(), told().level(), told().word(), told().says(), told().all()));
        assertFalse(told().tried());
        assertEquals("try it first: Check says how far your method is from passing",
            assertThrows(IllegalStateException.class, () -> tutor.hint("areFew")).getMessage());
        assertThrows(IllegalStateException.class, () -> tutor.solution("areFew"));
        assertEquals("“weighed” is no exercise",
            assertThrows(IllegalArgumentException.class, () -> tutor.hint("weighed")).getMessage());
    }

    @Test
    void saysByHowMuchItFallsShort() {
        checked(Tutored.threads(4_001));
        assertEquals("as it came", told().word());
        assertEquals("4,001 more threads, allowed are 20.", told().says());
    }

    @Test
    void hintsAreThereFromNowOn() throws Exception {
        checked(Tutored.threads(21));
        tutor.hint("areFew");
        tutor.hint("areFew");
        assertEquals(2, told().hints().size());
        assertTrue(told().hints().getLast().contains("<code>deliver</code>"), told().hints().getLast());
        opens(); // another sitting, on the terminal or here
        assertEquals(2, told().hints().size());
        assertTrue(told().tried());
        tutor.hint("areFew");
        assertEquals(List.of(3, ""), List.of(told().hints().size(), told().asked()));
        tutor.hint("areFew");
        assertTrue(told().asked().contains("There are no more hints."), told().asked());
    }

    @Test
    void theSolutionIsShownToWhoAsksTwiceAndStays() {
        checked(Tutored.threads(21));
        tutor.solution("areFew");
        assertTrue(told().asked().contains("Ask again") && told().solution().isEmpty(), told().asked());
        tutor.solution("areFew");
        assertEquals("", told().asked());
        assertTrue(told().solution().contains("Nobody waits") && told().solution().contains("What it costs")
            && told().solution().contains("class=\"source\""), told().solution());
        tutor.forgotten(Set.of("areFew"));
        assertTrue(told().word().isEmpty() && !told().solution().isEmpty(), "after an edit");
    }

    @Test
    void whoHasSolvedItIsNotedAndSeesTheSolutionUnderTheCheck() throws Exception {
        checked(Tutored.threads(21));
        tutor.solution("areFew");
        tutor.solution("areFew");
        checked(Tutored.threads(3));
        assertEquals(List.of("solved", "", ""), List.of(told().word(), told().says(), told().solution()));
        opens();
        assertEquals("You have solved this exercise before.", told().says());
    }

    @Test
    void withOnesOwnNumbersOfTasksItIsNotNoted() throws Exception {
        opens("--tasks", "10");
        checked(Tutored.threads(3));
        assertTrue(told().next().contains("without <code>--tasks</code>"), told().next());
    }
}
