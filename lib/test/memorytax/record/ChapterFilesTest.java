package memorytax.record;

import memorytax.claim.Claims;
import memorytax.claim.Guess;
import memorytax.claim.Headline;
import memorytax.claim.Measured;
import memorytax.claim.OrderGuess;
import memorytax.claim.UserVerdicts;
import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Calibration;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighings;
import memorytax.notebook.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Which values go to which files.
class ChapterFilesTest {
    private static final Headline HEADLINE = new Headline("", "–", "", true);
    private static final Verdicts VERDICTS =
        new Verdicts(List.of(Verdict.without(Claims.all().getFirst(), Verdict.Ruling.UNDECIDED, "", "")));

    private static List<String> written(Object... values) {
        return new ArrayList<>(ChapterFiles.texts(Path.of("nowhere"), "chapter0", List.of(values),
            new Machine(Map.of())).keySet());
    }

    @Test
    void eachFileTakesWhatIsItsOwn() {
        var weighings = new Weighings("s", List.of());
        var reports = new Reports("s", List.of());
        var headline = List.of("headline", "machine");
        var taken = Map.of(weighings, List.of("weighings", "slopes"), new Calibration(weighings, 1),
            List.of("weighings", "slopes"), new Backpacks("s", List.of(), Set.of(), List.of()), List.of("parts"),
            reports, List.of("told"), new Watched("s", List.of(), reports), List.of("told", "traces"),
            VERDICTS, List.of("verdicts"));
        taken.forEach((value, files) -> {
            var all = new ArrayList<>(files);
            all.addAll(headline);
            assertEquals(all, written(HEADLINE, value));
            assertEquals(value != VERDICTS, ChapterFiles.measured(value));
        });
        var guess = Guess.of("one task", Prediction.oneOf("a", "b").named("which"), "a", true);
        var all = new ArrayList<Object>(taken.keySet());
        all.add(List.of(guess));
        assertEquals(ChapterFiles.NAMES, written(all.toArray(), HEADLINE));
    }

    /// A chapter in which nothing was measured or judged has no files, whatever it asks.
    @Test
    void answersAreWrittenBesideResultsAndAreNoneThemselves() {
        var guesses = List.of(Guess.of("one task", Prediction.oneOf("a", "b").named("which"), "a", false),
            Guess.of("asked by nobody", Prediction.bytes(), Optional.empty()));
        assertEquals(List.of(), written(guesses));
        assertEquals(List.of("verdicts", "answers", "machine"), written(VERDICTS, guesses));
        assertFalse(ChapterFiles.measured(guesses));
        assertEquals("chapter,step,label,measured,origin\nchapter0,which,one task,a,recorded\n", ChapterFiles.texts(
            Path.of("nowhere"), "chapter0", List.of(VERDICTS, guesses), new Machine(Map.of())).get("answers"));
    }

    @Test
    void theAnswerToAQuestionForAnOrderIsThatOrder() {
        var order = OrderGuess.of("the order of two", Prediction.order("a", "b", "c").answered("a b c").named("order"),
            Map.of("b", Optional.of(new Measured(1, 1, 1, true)), "a", Optional.of(new Measured(5, 4, 6, true)),
                "c", Optional.of(new Measured(6, 5, 7, true))));
        assertEquals("chapter,step,label,measured,origin\nchapter0,order,the order of two,\"b, a ≈ c\",here\n",
            ChapterFiles.texts(Path.of("nowhere"), "chapter0", List.of(VERDICTS, order), new Machine(Map.of()))
                .get("answers"));
    }

    /// As long as there are results that a browser watched the file says so.
    @Test
    void whatWasMeasuredLiveStaysSoUntilItIsMeasuredAgain(@TempDir Path folder) throws IOException {
        write(folder, "no", "weighed");
        assertFalse(live(folder));
        write(folder, "yes", "weighed");
        assertTrue(live(folder));
        write(folder, "no", "tried");
        assertTrue(live(folder), "those of “weighed” are there still");
        write(folder, "no", "tried", "weighed");
        assertFalse(live(folder));
        Files.writeString(folder.resolve("machine.csv"), "key,value\nos,Linux\n");
        assertFalse(live(folder), "an older file");
        write(folder, "no", "tried");
        assertFalse(live(folder));
    }

    private static void write(Path folder, String live, String... steps) throws IOException {
        var all = Stream.of(steps).map(step -> new Reports(step, List.of(new Reports.Report(Written.WHO, 1, Map.of(), 1,
            "", Map.of("ms", 1.0), new Outcome.Weighed())))).toList();
        for (var text : ChapterFiles.texts(folder, "chapter0", all, new Machine(Map.of("os", "Linux", "live", live)))
            .entrySet()) Files.writeString(folder.resolve(text.getKey() + ".csv"), text.getValue());
    }

    private static boolean live(Path folder) {
        return new Machine(new Earlier(folder).machine()).live();
    }

    private static List<String> written(Object[] values, Object more) {
        var all = new ArrayList<>(List.of(values));
        all.add(more);
        return written(all.toArray());
    }

    @Test
    void nothingIsWrittenWhereNothingWasFound() {
        assertEquals(List.of(), written(HEADLINE, "text", new Machine(Map.of())));
        assertEquals(List.of(), written(new Verdicts(List.of())));
    }

    @Test
    void aReadersOwnClaimsAndTheLedgerAreNamedAfterTheirStep() {
        assertEquals(Optional.of(VerdictsCsv.text(VERDICTS.all())), ChapterFiles.own(new UserVerdicts(VERDICTS)));
        assertEquals(Optional.empty(), ChapterFiles.own(new UserVerdicts(new Verdicts(List.of()))));
        var line = new Ledger.Line(3, VERDICTS.all().getFirst());
        assertEquals("chapter3," + VerdictsCsv.text(VERDICTS.all()).lines().toList().getLast(),
            ChapterFiles.own(new Ledger(List.of(line), Ledger.Basis.OWN)).orElseThrow().lines().toList().getLast());
        assertEquals(Optional.empty(), ChapterFiles.own(VERDICTS));
    }
}
