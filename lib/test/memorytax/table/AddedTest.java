package memorytax.table;

import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a parameter adds to one task.
class AddedTest {
    private final List<Weighing> all = new ArrayList<>();

    /// Two forks of two sizes, each task of so many bytes.
    private void weigh(String contender, int kb, int each) {
        for (int fork = 1; fork <= 2; fork++)
            for (int tasks : new int[]{100, 200})
                all.add(new Weighing(new Contender(contender, "go", "1"), tasks, Map.of("kb", String.valueOf(kb)), fork,
                    Optional.of(reading(1 << 20)), Optional.of(reading((1 << 20) + (long) tasks * each)),
                    OptionalLong.empty(), OptionalLong.empty(), new Outcome.Weighed()));
    }

    private static Reading reading(long bytes) {
        return new Reading(bytes, OptionalLong.empty(), 1);
    }

    @Test
    void eachIsHeldAgainstItselfWithTheSmallestValueAndAVariantAgainstItsKind() {
        weigh("goroutines", 0, 2_000);
        weigh("goroutines", 4, 8_000);
        weigh("goroutines (escaping)", 4, 6_000);
        var table = Tables.added(new Weighings("parked", all), "kb", _ -> Quantity.RESIDENT);
        assertEquals(List.of("contender", "4 KB"), table.columnNames());
        assertEquals("What one task costs more than a task with 0 KB, ± its 95 % interval.", table.name());
        assertEquals(List.of("6,000 B ± 0", "4,000 B ± 0"), table.stringColumn("4 KB").asList());
    }

    @Test
    void whereNothingWasWeighedThereIsNoRow() {
        assertTrue(Tables.added(new Weighings("parked", List.of()), "kb", _ -> Quantity.LIVE).isEmpty());
    }
}
