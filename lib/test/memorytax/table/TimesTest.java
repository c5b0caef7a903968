package memorytax.table;

import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TimesTest {
    /// One process after the other, each with its nanoseconds; the bytes are always the same.
    private static Reports reports(double... ns) {
        var all = new ArrayList<Reports.Report>();
        for (int i = 0; i < ns.length; i++) all.add(new Reports.Report(new Contender("C2", "java", "25"), 1, Map.of(),
            i + 1, "a pair", Map.of("bytes_per_op", 24.0, "ns_per_op", ns[i]), new Outcome.Weighed()));
        return new Reports("s", all);
    }

    private static String cell(Reports reports, String column) {
        return Tables.reports(reports).stringColumn(column).get(0);
    }

    @Test
    void aTimeThatDiffersFromForkToForkIsARange() {
        var reports = reports(10.1, 1.6, 4);
        assertEquals("1.6–10.1", cell(reports, "ns per op"));
        assertEquals("24", cell(reports, "bytes per op"));
        assertTrue(Tables.reports(reports).name().endsWith("Means of 3 forks. Of a time, the shortest and the longest "
            + "fork."), Tables.reports(reports).name());
    }

    @Test
    void forksThatAgreeAreOneNumber() {
        var reports = reports(10, 10.2);
        assertEquals("10.1", cell(reports, "ns per op"));
        assertEquals("0.3", cell(reports(0.25, 0.3), "ns per op"), "what would be written alike");
        assertFalse(Tables.reports(reports).name().contains("shortest"), Tables.reports(reports).name());
    }

    @Test
    void oneForkSaysThatItShowsNoSpread() {
        assertEquals("10.1", cell(reports(10.1), "ns per op"));
        assertTrue(Tables.reports(reports(10.1)).name().endsWith(" One fork: it shows no spread."));
    }

    /// They have many columns: the median stands there, and the caption says how far that may be off.
    @Test
    void ofWatchedProcessesTheCaptionSaysIt() {
        var all = new ArrayList<>(reports(1_520, 900, 1_000).all());
        for (int fork = 1; fork <= 3; fork++) all.add(new Reports.Report(new Contender("C2", "java", "25"), 1, Map.of(),
            fork, Watched.OUTSIDE, Map.of(Watched.PEAK, 1e6), new Outcome.Weighed()));
        var table = Tables.watched(new Watched("s", List.of(), new Reports("s", all)));
        assertEquals("1,000", table.stringColumn("ns/op").get(0));
        assertEquals("Medians of 3 forks. The forks' times differ by up to 1.7×.", table.name());
    }

    @Test
    void timesAndRatesAreKnownByTheirUnits() {
        for (var figure : List.of("ns", "first_ns", "ns_per_request", "pause_ms", "k_per_s"))
            assertTrue(Times.is(figure), figure);
        for (var figure : List.of("bytes_per_op", "tasks", "collections", "columns"))
            assertFalse(Times.is(figure), figure);
    }
}
