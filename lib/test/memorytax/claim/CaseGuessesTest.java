package memorytax.claim;

import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.notebook.Notes;
import memorytax.notebook.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CaseGuessesTest {
    private static final Prediction ASKED = Prediction.yesOrNo("stays", "goes", "differs", "gone").named("which");

    /// Two processes; the last case is not told of.
    private static Reports reports(Outcome outcome) {
        var all = new ArrayList<Reports.Report>();
        for (int fork = 1; fork <= 2; fork++)
            for (var bytes : Map.of("stays", 0.05, "goes", 24.0, "differs", fork == 1 ? 0.0 : 24.0).entrySet())
                all.add(new Reports.Report(new Contender("C2", "java", "25"), 1, Map.of(), fork, bytes.getKey(),
                    Map.of("bytes_per_op", bytes.getValue(), "ns_per_op", 7.0), outcome));
        return new Reports("bytes", all);
    }

    private static CaseGuesses guesses(String row) {
        return CaseGuesses.of(ASKED.answered(row), reports(new Outcome.Weighed()), "C2", "bytes_per_op");
    }

    @Test
    void aCaseTakesBytesWhereEveryProcessSaysSo() {
        var cases = guesses("yy-n").cases();
        assertEquals(List.of(Optional.of(false), Optional.of(true), Optional.empty(), Optional.empty()),
            cases.stream().map(CaseGuesses.Case::measured).toList());
        assertEquals(List.of("0 B", "24 B", "12 B", ""), cases.stream().map(CaseGuesses.Case::figure).toList());
        assertEquals(List.of("wrong", "right", "", ""), cases.stream().map(CaseGuesses.Case::outcome).toList());
    }

    @Test
    void theScoreCountsWhatCanBeCompared() {
        assertEquals("1 of 2 right. 1 passed. 1 without an answer: not measured, or the forks do not agree.",
            guesses("yy-n").score());
        assertEquals("2 of 2 right. 2 passed.", guesses("ny--").score());
        assertEquals("You passed.", guesses("----").score());
        assertEquals("You were not asked.",
            CaseGuesses.of(ASKED, reports(new Outcome.Weighed()), "C2", "bytes_per_op").score());
        assertTrue(guesses("nyyy").right(), "what was not measured is not wrong");
        assertFalse(guesses("ny-y").right(), "a case was passed");
    }

    @Test
    void notesGiveTheSameGuessesAgain(@TempDir Path folder) {
        var notes = Notes.in(folder);
        notes.put("chapter3", Map.of("answer.which", "yy-n"));
        notes.put("chapter3", NotedGuesses.notes(guesses("yy-n")));
        notes.put("chapter1", Map.of("answer.perTask", "20 KB"));
        notes.put("chapter1", NotedGuesses.notes(Guess.of("one task", Prediction.bytes().answered("20 KB")
            .named("perTask"), Optional.of(new Measured(1436, 1436, 1436, false)))));
        var all = NotedGuesses.in(List.of(notes.of("chapter1"), notes.of("chapter3"))).all();
        assertEquals(List.of("You said 20 KB, the recorded run says 1.4 KB: 14 times too much.",
            "You said yes. The scale says no.", "You said yes. The scale agrees."),
            all.stream().map(Guess::toString).toList());
        assertEquals(List.of("one task", "stays", "goes"), all.stream().map(Guess::label).toList());
        notes.put("chapter3", Map.of("answer.which", "yy"));
        assertEquals(List.of(), NotedGuesses.in(List.of(notes.of("chapter3"))).all(), "somebody has edited it");
    }

    /// A null is what [Notes#put] takes away.
    @Test
    void nothingIsNotedOfWhatIsNotSettled() {
        var nothing = new HashMap<String, String>();
        for (var key : List.of("scale", "label", "unit", "origin")) nothing.put(key + ".which", null);
        assertEquals(nothing, NotedGuesses.notes(guesses("--yy")));
    }

    @Test
    void aRecordIsNamedAsOne() {
        var recorded = CaseGuesses.of(ASKED.answered("ny--"), reports(new Outcome.Recorded()), "C2", "bytes_per_op");
        assertFalse(recorded.here());
        assertEquals("recorded", NotedGuesses.notes(recorded).get("origin.which"));
    }
}
