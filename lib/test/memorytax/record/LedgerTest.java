package memorytax.record;

import memorytax.claim.Claims;
import memorytax.claim.Measured;
import memorytax.claim.Verdict.Ruling;
import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LedgerTest {
    @TempDir
    private Path out;

    private void run(int chapter, Verdict... verdicts) throws IOException {
        var folder = Files.createDirectories(out.resolve("chapter" + chapter));
        Files.writeString(folder.resolve("verdicts.csv"), VerdictsCsv.text(List.of(verdicts)));
    }

    private static Verdict task(Ruling ruling, String cell) {
        return Verdict.without(Claims.of("py-task"), ruling, "It says, \"so\": yes", cell)
            .with(new Measured(1149, 1148, 1150.4, true));
    }

    private static Ledger.Line line(Ledger ledger, String id) {
        return ledger.lines().stream().filter(l -> l.verdict().claim().id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void everyClaimHasALineAndThoseOfNoRunAreNotMeasured() {
        var ledger = Ledger.of(out).parts().getFirst();
        assertEquals(Claims.all(), ledger.verdicts().all().stream().map(Verdict::claim).toList());
        assertTrue(ledger.verdicts().all().stream().allMatch(v -> v.ruling() == Ruling.NOT_MEASURED));
        assertEquals("chapter6", line(ledger, "context-leak").page());
    }

    @Test
    void aVerdictIsReadAsItWasWritten() throws IOException {
        run(1, task(Ruling.REFUTED, "weighed"));
        var read = line(Ledger.of(out), "py-task").verdict();
        assertEquals(new Verdict(Claims.of("py-task"), Ruling.REFUTED, 1149, 1148, 1150, "It says, \"so\": yes",
            "weighed", true, ""), read);
    }

    @Test
    void aLaterChapterKnowsMore() throws IOException {
        run(1, task(Ruling.REFUTED, "weighed"));
        run(2, task(Ruling.HOLDS_IF, "reached"));
        assertEquals("chapter2", line(Ledger.of(out), "py-task").page());
        run(2, Verdict.without(Claims.of("py-task"), Ruling.NOT_MEASURED, "", ""));
        assertEquals("chapter1", line(Ledger.of(out), "py-task").page());
    }

    @Test
    void whatWasMeasuredHereGoesBeforeWhatIsRecorded() throws IOException {
        var none = new Verdicts(List.of());
        var recorded = line(Ledger.withRecords(out, none), "py-task");
        assertEquals("chapter2", recorded.page());
        assertFalse(recorded.verdict().here());
        run(1, task(Ruling.UNDECIDED, "weighed"));
        var here = line(Ledger.withRecords(out, none), "py-task");
        assertEquals(Ruling.UNDECIDED, here.verdict().ruling());
        assertTrue(here.verdict().here());
        assertFalse(line(Ledger.recorded(none), "py-task").verdict().here());
    }

    /// The page over all chapters knows the reader's own runs, chapter 8 also ours: what both count has one sentence,
    /// and the same numbers.
    @Test
    void twoLedgersOfOneMachineCountTheSame() throws IOException {
        run(1, task(Ruling.REFUTED, "weighed"));
        run(2, task(Ruling.HOLDS_IF, "reached"), Verdict.without(Claims.of("go-task"), Ruling.HOLDS, "", "weighed")
            .with(new Measured(2700, 2700, 2700, false)));
        var own = Ledger.of(out).parts().getFirst().tallies();
        var all = Ledger.withRecords(out, new Verdicts(List.of())).parts().getFirst().tallies();
        int claims = Claims.all().size();
        assertEquals("Measured on this machine: of " + claims + " claims, 1 holds under a condition and "
            + (claims - 1) + " are not measured.", own.getFirst());
        assertEquals(own.getFirst(), all.getFirst());
        assertEquals("With our recorded results for languages that this machine does not have: of " + claims
            + " claims, 1 holds, 1 holds under a condition and " + (claims - 2) + " are not measured.", own.get(1));
        assertTrue(all.get(1).startsWith("With our recorded results for all that you have not measured: of "),
            all.get(1));
        assertEquals(2, all.size());
        var recorded = Ledger.recorded(new Verdicts(List.of())).parts().getFirst().tallies();
        assertEquals(1, recorded.size());
        assertTrue(recorded.getFirst().startsWith("In our recorded runs: of "), recorded.getFirst());
    }

    /// Until a chapter judges one of them, there would be nothing to say of all the vendors' figures.
    @Test
    void theVendorsFiguresAreASecondPartAsSoonAsOneIsJudged() throws IOException {
        boolean ours = new Recorded("chapter11", true).verdicts().stream()
            .anyMatch(v -> v.claim().quote().isPresent());
        assertEquals(ours ? 2 : 1, Ledger.of(out).parts().size());
        run(11, Verdict.without(Claims.of("tokio-task"), Ruling.REFUTED, "", "field")
            .with(new Measured(455, 450, 460, true)));
        var ledger = Ledger.of(out);
        assertEquals(List.of("The post's claims", "The vendors' own figures"),
            ledger.parts().stream().map(Ledger::title).toList());
        var vendors = ledger.parts().getLast();
        assertEquals(Claims.vendors(), vendors.verdicts().all().stream().map(Verdict::claim).toList());
        assertEquals(ledger.lines().size(), ledger.parts().getFirst().lines().size() + vendors.lines().size());
        int figures = Claims.vendors().size();
        assertEquals("Measured on this machine: of " + figures + " claims, 1 is refuted and " + (figures - 1)
            + " are not measured.", vendors.tallies().getFirst());
        assertEquals("chapter11", line(ledger, "tokio-task").page());
        assertTrue(ledger.toString().matches("(?s)The post's claims\n.*go-task.*\n\nThe vendors' own figures\n"
            + ".*✗ refuted +tokio-task +64 B +455 B +chapter11 field\n.*"), ledger.toString());
        assertTrue(LedgerCsv.text(ledger).contains("\nchapter11,tokio-task,"), LedgerCsv.text(ledger));
    }

    @Test
    void whatCannotBeReadIsNotThere() throws IOException {
        var folder = Files.createDirectories(out.resolve("chapter1"));
        Files.writeString(folder.resolve("verdicts.csv"),
            "claim,measured,verdict\npy-task,1.2.3,holds\nold-claim,2,holds\ngo-task,2,maybe\n");
        var ledger = Ledger.of(out);
        assertTrue(Double.isNaN(line(ledger, "py-task").verdict().measured()));
        assertEquals(Ruling.HOLDS, line(ledger, "py-task").verdict().ruling());
        assertEquals(Ruling.NOT_MEASURED, line(ledger, "go-task").verdict().ruling());
    }
}
