package memorytax.table;

import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Parts;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PartTableTest {
    private static final Backpacks SIGNAL = backpacks("goroutines", Map.of("sudog", 112.0));
    private static final Backpacks QUEUE = backpacks("goroutines (own queue)", Map.of("sudog", 112.0, "unheard", 64.0));

    @Test
    void eachPartIsThereOnceAndOneThatNobodyExplainsHasNoWords() {
        var table = Tables.partNames(QUEUE).getFirst();
        assertEquals("Parts of a task in Go", table.name());
        assertEquals(List.of("sudog", "unheard"), table.stringColumn("part").asList().stream().sorted().toList());
        int sudog = table.stringColumn("part").asList().indexOf("sudog");
        assertTrue(table.stringColumn("what it is").get(sudog).contains("channel"));
        assertEquals("", table.stringColumn("what it is").get(1 - sudog));
    }

    @Test
    void partsThatAreKnownAreLeftOut() {
        assertEquals(List.of("unheard"), Tables.partNames(QUEUE, SIGNAL).getFirst().stringColumn("part").asList());
        assertEquals(List.of(), Tables.partNames(SIGNAL, QUEUE));
    }

    private static Backpacks backpacks(String contender, Map<String, Double> bytes) {
        return new Backpacks("b", List.of(new Parts(new Contender(contender, "go", "1.26.8"),
            new LinkedHashMap<>(bytes))), Set.of(), List.of());
    }
}
