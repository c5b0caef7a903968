package memorytax.chart;

import memorytax.chart.model.ChartModel;
import memorytax.chart.model.TwoOrders.Line;
import memorytax.chart.model.TwoOrders;
import memorytax.claim.OrderGuess;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import memorytax.notebook.Prediction;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The reader's order beside that of weighings: the forks of one contender differ by 10 %.
class ReadersOrderTest {
    private static final Contender FIBERS = new Contender("fibers", "ruby", "4"),
        TOKIO = new Contender("tokio tasks", "rust", "1"), ONCE = new Contender("promises", "node", "26");
    private static final Prediction ASKED = Prediction.order("fibers", "goroutines", "processes", "promises",
        "tokio tasks", "virtual threads").named("order");

    /// Goroutines cost about what virtual threads cost; promises were weighed in one process only, processes never.
    private static Weighings weighed() {
        var all = new ArrayList<Weighing>();
        all.addAll(Sample.weighed(Sample.VIRTUAL, 1_100, new Outcome.Weighed()));
        all.addAll(Sample.weighed(Sample.GO, 1_150, new Outcome.Weighed()));
        all.addAll(Sample.weighed(TOKIO, 110, new Outcome.Weighed()));
        all.addAll(Sample.weighed(FIBERS, 11_000, new Outcome.Recorded()));
        Sample.weighed(ONCE, 500, new Outcome.Weighed()).stream().filter(w -> w.fork() == 1).forEach(all::add);
        return new Weighings("weighed", all);
    }

    private static OrderGuess guess(String typed) {
        return OrderGuess.of("the order of six", ASKED.answered(typed), weighed());
    }

    private static String rows(String typed) {
        var orders = assertInstanceOf(TwoOrders.class, Sample.model(Charts.order(guess(typed))).content());
        return String.join("; ", orders.lines().stream().map(l -> l.before() + " > "
            + (l.to().isEmpty() ? "" : l.to().getAsInt() + ": " + l.after())).toList());
    }

    @Test
    void weighingsGiveThePlacesAndWhatTheyCannotTellIsLeftOut() {
        var guess = guess("512346");
        assertEquals("tokio tasks, virtual threads ≈ goroutines, fibers", guess.measured());
        assertEquals(List.of("processes", "promises"), guess.missing());
        assertTrue(guess.here(), "all but one");
        assertEquals("4 of 6 pairs are in the right order.", guess.score());
    }

    @Test
    void eachThingLeadsFromItsPlaceToItsPlace() {
        assertEquals("1  tokio tasks > 0: 1  tokio tasks, 110 B; 2  goroutines > 1: 2  goroutines, 1.1 KB; "
            + "3  processes > ; 4  promises > ; 5  virtual threads > 2: 2  virtual threads, 1.1 KB; "
            + "6  fibers > 3: 4  fibers, 11 KB (recorded)", rows("523461"), "the reader's first above where two tie");
        assertTrue(rows("563412").contains("2  virtual threads > 1: "), "and the other way round");
    }

    @Test
    void whatStaysUnorderedStandsAsItWasMeasured() {
        assertEquals(List.of("fibers", "tokio tasks", "virtual threads", "goroutines", "processes", "promises"),
            ((TwoOrders) Sample.model(Charts.order(guess("1-"))).content()).lines().stream().map(Line::name).toList());
    }

    @Test
    void theWorstPairIsTheOneToLookAt() {
        var lines = ((TwoOrders) Sample.model(Charts.order(guess("126345"))).content()).lines();
        assertEquals(List.of("fibers", "tokio tasks"), lines.stream().filter(Line::strong).map(Line::name).toList());
    }

    @Test
    void withNothingToCompareThereIsNothingToDraw() {
        assertInstanceOf(ChartModel.Nothing.class, Sample.model(Charts.order(OrderGuess.of("", ASKED, weighed())))
            .content());
    }
}
