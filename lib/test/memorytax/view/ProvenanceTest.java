package memorytax.view;

import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Parts;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import memorytax.notebook.source.Cell;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import java.util.OptionalLong;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ProvenanceTest {
    private static Cell.Step step(String name, Cell.Parameter... parameters) {
        return new Cell.Step(name, name, "", "", 1, List.of(parameters), "Object");
    }

    private static Weighing weighing(String contender, int fork, Outcome outcome) {
        var reading = Optional.of(new Reading(4_000_000, OptionalLong.empty(), 1));
        return new Weighing(new Contender(contender, "go", ""), 1000, Map.of(), fork, reading,
            reading, OptionalLong.empty(), OptionalLong.empty(), outcome);
    }

    @Test
    void aChartIsAsFreshAsTheWeighingsThatItRestsOn() {
        var provenance = new Provenance(false);
        provenance.add(step("mixed", new Cell.Parameter("Scale", "scale")), new Weighings("mixed", List.of(
            weighing("callbacks", 1, new Outcome.Weighed()), weighing("callbacks", 2, new Outcome.Weighed()),
            weighing("callbacks", 3, new Outcome.Weighed()),
            weighing("goroutines", 1, new Outcome.Recorded()))));
        provenance.add(step("old"), new Weighings("old", List.of(weighing("goroutines", 5, new Outcome.Recorded()))));
        provenance.add(step("table", new Cell.Parameter("Weighings", "mixed")), "a table");
        provenance.add(step("chart", new Cell.Parameter("Table", "table")), "a chart");
        provenance.add(step("traced", new Cell.Parameter("Scale", "scale")), "a trace");
        provenance.add(step("words"), "nothing measured");
        assertEquals("measured here; goroutines recorded", provenance.tag("chart"));
        assertEquals("1 to 3 forks", provenance.forks("chart"));
        assertEquals("recorded", provenance.tag("old"));
        assertEquals("measured here", provenance.tag("traced"));
        assertEquals("", provenance.tag("words"));
        assertEquals("", provenance.tag("failed"));
    }

    @Test
    void aBackpackSaysWhoWasTakenApartElsewhere() {
        var provenance = new Provenance(false);
        var scale = new Cell.Parameter("Scale", "scale");
        provenance.add(step("mixed", scale), backpacks(Set.of("goroutines")));
        provenance.add(step("here", scale), backpacks(Set.of()));
        provenance.add(step("old", scale), backpacks(Set.of("goroutines", "callbacks")));
        assertEquals("measured here; goroutines recorded", provenance.tag("mixed"));
        assertEquals("measured here", provenance.tag("here"));
        assertEquals("recorded", provenance.tag("old"));
    }

    private static Backpacks backpacks(Set<String> recorded) {
        var bytes = new LinkedHashMap<>(Map.of("state", 96.0));
        return new Backpacks("s", List.of(new Parts(new Contender("goroutines", "go", ""), bytes),
            new Parts(new Contender("callbacks", "java", ""), bytes)), recorded, List.of());
    }
}
