package memorytax.measure.result;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// From which size on one is cheaper than another.
class CrossingTest {
    private static final String NEW = "new", POOL = "pool";
    private final List<Reports.Report> words = new ArrayList<>();

    /// Of one fork, at 64 B, 256 B, 1 KB and so on.
    private void tell(String contender, int fork, double... ns) {
        for (int i = 0, size = 64; i < ns.length; i++, size *= 4)
            words.add(new Reports.Report(new Contender(contender, "java", "25"), 1, Map.of(), fork,
                Bytes.of(size).replace(".0", ""), Map.of("ns", ns[i]), new Outcome.Weighed()));
    }

    private String sentence() {
        return Crossing.sentence(new Reports("step", words), NEW, POOL, "ns");
    }

    private Optional<Crossing> crossing() {
        return Crossing.of(new Reports("step", words), NEW, POOL, "ns");
    }

    @Test
    void liesBetweenTheSizesAsOnLogarithmicAxes() {
        tell(NEW, 1, 10, 40, 160);
        tell(POOL, 1, 20, 20, 20);
        tell(NEW, 2, 10, 20, 160);
        tell(POOL, 2, 20, 20, 20);
        assertEquals("from 192 B on (128 B to 256 B, 2 forks)", crossing().orElseThrow().toString());
    }

    @Test
    void theLastOneCounts() {
        tell(NEW, 1, 40, 10, 40);
        tell(POOL, 1, 20, 20, 20);
        assertEquals(512, crossing().orElseThrow().at(), 0.01);
    }

    @Test
    void thereIsNoneWhereOneIsCheaperAtAnySize() {
        assertEquals(Optional.empty(), crossing());
        tell(NEW, 1, 30, 40);
        tell(POOL, 1, 20, 20);
        assertEquals(Optional.empty(), crossing());
        tell(NEW, 2, 10, 40);
        tell(POOL, 2, 20, 20);
        assertEquals("from 96 B on (64 B to 128 B, 2 forks)", crossing().orElseThrow().toString());
        tell(NEW, 3, 10, 10);
        tell(POOL, 3, 20, 20);
        assertEquals(Optional.empty(), crossing());
    }

    @Test
    void aSentenceSaysWhichOfThemItIs() {
        assertEquals("", sentence());
        tell(NEW, 1, 30, 40);
        tell(POOL, 1, 20, 20);
        assertEquals("In every process, \"pool\" was faster than \"new\" with objects of 64 B and more.", sentence());
        tell(NEW, 2, 10, 40);
        tell(POOL, 2, 20, 20);
        assertEquals("In every process, \"pool\" was faster than \"new\" with objects of more than 128 B.", sentence());
        tell(NEW, 3, 10, 10);
        tell(POOL, 3, 20, 20);
        assertEquals("There was no size from which on \"pool\" was faster than \"new\" in every process.", sentence());
    }

    @Test
    void aSizeIsReadAsItIsWritten() {
        assertEquals(OptionalDouble.of(16_384), Bytes.parse("16 KB"));
        assertEquals(OptionalDouble.of(1_536), Bytes.parse("1.5 KB"));
        for (var no : List.of("", "first call", "16 frames", "KB"))
            assertEquals(OptionalDouble.empty(), Bytes.parse(no));
    }
}
