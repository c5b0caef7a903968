package memorytax.instrument;

import memorytax.instrument.Agreement.Row;
import memorytax.instrument.Readings.Reading;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Interval;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reports.Report;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What counts as agreement, and what one more task costs by an instrument.
class AgreementTest {
    private static final Contender GOROUTINES = new Contender("goroutines", "go", "1.26");
    private static final Reading ROLLUP = new Reading("goroutines", "smaps_rollup", Quantity.RESIDENT);
    private static final Weighings WEIGHED = new Weighings("weighed", List.of(weighing(10, 1), weighing(110, 1),
        weighing(10, 2), weighing(110, 2)));

    private static Report report(String instrument, int tasks, int fork, double bytes) {
        return new Report(GOROUTINES, tasks, Map.of(), fork, instrument, Map.of("resident_bytes", bytes),
            new Outcome.Weighed());
    }

    private static Slope scale(double value, double plusMinus) {
        return new Slope(GOROUTINES, Quantity.RESIDENT, value, value - plusMinus, value + plusMinus,
            Interval.of(0), 5, true);
    }

    /// The interval of the instrument is from 990 to 1,010 where it says 1,000.
    @ParameterizedTest
    @CsvSource({"1000, 1, agrees", "1019, 1, agrees", "981, 1, agrees", "1030, 1, differs", "970, 1, differs",
        "1030, 25, unclear", "970, 25, unclear", "1030, 19, differs"})
    void aHundredthOrTwoIsAgreement(double scale, double plusMinus, String is) {
        var row = new Row(ROLLUP, scale(scale, plusMinus), new Interval(1_000, 990, 1_010, 3), true);
        assertEquals(is, row.agrees() ? "agrees" : row.differs() ? "differs" : "unclear", "" + row.apart());
        assertEquals(is.equals("agrees") ? 1 : 0, new Agreement(List.of(row)).agreeing());
    }

    /// A process that is a whole MB larger has no dearer tasks.
    @Test
    void oneMoreTaskIsTheDifferenceOfTwoSizesForkByFork() {
        var readings = new Readings(new Reports("others", List.of(
            report("smaps_rollup", 10, 1, 1_000_100), report("smaps_rollup", 110, 1, 1_020_100),
            report("smaps_rollup", 10, 2, 5_000_000), report("smaps_rollup", 110, 2, 5_022_000),
            report("GNU time", 10, 1, 7))));
        assertEquals(List.of(ROLLUP, new Reading("goroutines", "GNU time", Quantity.RESIDENT)), readings.all());
        var cost = readings.perTask(ROLLUP).orElseThrow();
        assertEquals(210, cost.mean(), 1e-9);
        assertTrue(cost.low() < 200 && cost.high() > 220, cost.toString());
        assertTrue(readings.perTask(readings.all().getLast()).isEmpty(), "one size has no difference");
    }

    /// What is recorded of an instrument is not passed off as measured, even where the scale has weighed here.
    @Test
    void aRecordedReadingIsNotFromHere() {
        var small = report("smaps_rollup", 10, 1, 1_000_100);
        for (var outcome : List.of(new Outcome.Weighed(), new Outcome.Recorded())) {
            var large = new Report(GOROUTINES, 110, Map.of(), 1, "smaps_rollup", Map.of("resident_bytes", 1_020_100.0),
                outcome);
            var readings = new Readings(new Reports("others", List.of(small, large)));
            boolean here = outcome instanceof Outcome.Weighed;
            assertEquals(here, Agreement.of(readings, WEIGHED).rows().getFirst().here());
        }
    }

    private static Weighing weighing(int tasks, int fork) {
        return new Weighing(GOROUTINES, tasks, Map.of(), fork, read(1_000_000), read(1_000_000 + 200L * tasks),
            OptionalLong.empty(), OptionalLong.empty(), new Outcome.Weighed());
    }

    private static Optional<memorytax.measure.result.Reading> read(long resident) {
        return Optional.of(new memorytax.measure.result.Reading(resident, OptionalLong.empty(), 1));
    }

    @Test
    void aCaseAgreesWithJmhWithinHalfAByte() {
        var meter = told("C2", Map.of("stored in a field", 24.0, "stays local", 0.0, "alone", 8.0));
        var jmh = told("JMH", Map.of("stored in a field", 24.4, "stays local", 0.6));
        var cases = Agreement.cases(meter, "C2", jmh).stream().map(c -> c.name() + " " + c.agrees()).sorted().toList();
        assertEquals(List.of("stays local false", "stored in a field true"), cases);
    }

    private static Reports told(String contender, Map<String, Double> bytes) {
        return new Reports("bytes", bytes.entrySet().stream().map(each -> new Report(new Contender(contender, "java",
            "25"), 1, Map.of(), 1, each.getKey(), Map.of("bytes_per_op", each.getValue()), new Outcome.Weighed()))
            .toList());
    }
}
