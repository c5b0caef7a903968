package memorytax.record;

import memorytax.claim.Claims;
import memorytax.claim.Headline;
import memorytax.claim.UserVerdicts;
import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Calibration;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        assertEquals(ChapterFiles.NAMES, written(taken.keySet().toArray(), HEADLINE));
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
