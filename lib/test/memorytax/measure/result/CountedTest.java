package memorytax.measure.result;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CountedTest {
    private static Reports reports(int forks, Outcome outcome) {
        var words = new ArrayList<Reports.Report>();
        for (int fork = 1; fork <= forks; fork++) words.add(new Reports.Report(new Contender("a", "go", "1"), 1,
            Map.of(), fork, "x", Map.of("ms", 1.0), outcome));
        return new Reports("step", words);
    }

    @Test
    void oneIsNoPlural() {
        assertEquals(List.of("0 tasks", "1 task", "2 tasks", "10,000 tasks"), IntStream.of(0, 1, 2, 10_000)
            .mapToObj(n -> Counted.of(n, "task")).toList());
        assertEquals(List.of("1 process", "3 processes"), IntStream.of(1, 3)
            .mapToObj(n -> Counted.of(n, "process", "processes")).toList());
        assertEquals("no forks", Counted.forks(IntStream.empty()));
        assertEquals("1 fork", Counted.forks(IntStream.of(1, 1)));
        assertEquals("1 to 5 forks", Counted.forks(IntStream.of(5, 1, 3)));
    }

    @Test
    void aCaptionSaysHowOftenAndWhereItWasMeasured() {
        assertEquals("Medians of 3 forks.", Counted.medians(reports(3, new Outcome.Weighed())));
        assertEquals("Means of 3 forks.", Counted.means(reports(3, new Outcome.Weighed())));
        assertEquals("One fork: it shows no spread.", Counted.medians(reports(1, new Outcome.Weighed())));
        assertEquals("Recorded, not measured here.", Counted.medians(reports(3, new Outcome.Recorded())));
        assertEquals("Not measured in this run.", Counted.medians(reports(0, new Outcome.Weighed())));
        assertEquals("", Counted.recorded(reports(0, new Outcome.Recorded())));
        assertEquals("", Counted.recorded(reports(1, new Outcome.Weighed())));
        assertEquals(" Recorded, not measured here.", Counted.recorded(reports(1, new Outcome.Recorded())));
    }
}
