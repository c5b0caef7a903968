package memorytax.measure.plan;

import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Watched;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Which of several watched processes stands for them.
class WatchTest {
    private static final Contender ONE = new Contender("one", "java", "25");

    /// @param sampled the most that was seen when it was looked at
    /// @param peak    the most that there was, between two looks as well
    private static Watch.Seen seen(long sampled, double peak) {
        var outcome = new Outcome.Weighed();
        return new Watch.Seen(trace(sampled, outcome), List.of(word("served", Map.of("requests", 3.0), outcome),
            word(Watched.OUTSIDE, Map.of(Watched.PEAK, peak), outcome)));
    }

    private static Watch.Seen failed(long sampled) {
        var outcome = new Outcome.Failed("is gone");
        return new Watch.Seen(trace(sampled, outcome), List.of(word("", Map.of(), outcome)));
    }

    private static Trace trace(long sampled, Outcome outcome) {
        return new Trace(ONE, 10, Map.of(), List.of(new Trace.Sample(1, sampled, 1)), List.of(), List.of(), outcome);
    }

    private static Reports.Report word(String name, Map<String, Double> figures, Outcome outcome) {
        return new Reports.Report(ONE, 10, Map.of(), 1, name, figures, outcome);
    }

    @Test
    void theOneInTheMiddleHasTheMedianPeakHoweverItWasSampled() {
        var least = seen(900, 1_000);
        var middle = seen(700, 2_000);
        var most = seen(800, 3_000);
        assertEquals(middle, Watch.Seen.middle(List.of(least, most, middle)));
    }

    @Test
    void oneThatFailedDoesNotStandForThoseThatDidNot() {
        var whole = seen(5, 5);
        assertEquals(whole, Watch.Seen.middle(List.of(failed(1), whole, failed(9))));
        assertEquals(failed(1), Watch.Seen.middle(List.of(failed(9), failed(1))));
    }
}
