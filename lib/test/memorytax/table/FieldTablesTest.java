package memorytax.table;

import memorytax.claim.PublishedMatrix;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What hez2010 published, beside goroutines of 3 MB and 2,048 B each.
class FieldTablesTest {
    private final List<Weighing> all = new ArrayList<>();

    private void weigh(String name, int tasks, Outcome outcome) {
        for (int fork = 1; fork <= 3; fork++)
            all.add(new Weighing(new Contender(name, "go", "1.26.8"), tasks, Map.of(), fork, reading(3 << 20),
                reading((3 << 20) + 2048L * tasks + fork), OptionalLong.empty(), OptionalLong.of(1), outcome));
    }

    private static Optional<Reading> reading(long bytes) {
        return Optional.of(new Reading(bytes, OptionalLong.of(bytes + (1 << 20)), 1));
    }

    private PublishedMatrix matrix(Quantity quantity) {
        return PublishedMatrix.of("hez2010", new Weighings("field", all), quantity);
    }

    private static List<String> row(Table table, int row) {
        return table.columns().stream().map(c -> c.getString(row)).toList();
    }

    @Test
    void whatWasMeasuredStandsBelowWhatWasPublished() {
        weigh("goroutines", 1_000_000, new Outcome.Weighed());
        weigh("goroutines (timer)", 10_000, new Outcome.Recorded());
        var table = FieldTables.matrix(matrix(Quantity.TOTAL));
        assertEquals(List.of("contender", "version", "1 task", "10,000", "100,000", "1,000,000"), table.columnNames());
        assertEquals(List.of("goroutines", "Go 1.23, 2024", "3.6", "34.3", "263", "2,586"), row(table, 0));
        assertEquals(List.of("goroutines", "go 1.26.8", "–", "–", "–", "1,956"), row(table, 1));
        assertEquals(List.of("goroutines", "factor", "–", "–", "–", "0.76×"), row(table, 2));
        assertEquals(List.of("goroutines (timer)", "go 1.26.8, recorded", "–", "22.5", "–", "–"), row(table, 3));
        assertEquals(List.of("goroutines (timer)", "factor", "–", "0.66×", "–", "–"), row(table, 4));
        assertEquals(List.of("asyncio tasks", "CPython 3.13, 2024", "19.5", "33.3", "146", "1,276"), row(table, 5));
        assertEquals(List.of("asyncio tasks", "not measured", "–", "–", "–", "–"), row(table, 6));
        assertTrue(table.name().contains("published by hez2010 in 2024"), table.name());
    }

    /// A peak is measured above the empty process; the whole process has both.
    @Test
    void aPeakIsThatOfTheWholeProcess() {
        weigh("goroutines", 1_000_000, new Outcome.Weighed());
        assertEquals("1,957", row(FieldTables.matrix(matrix(Quantity.PEAK)), 1).getLast());
        assertThrows(IllegalArgumentException.class, () -> matrix(Quantity.LIVE));
    }

    @Test
    void everyKindHasItsRowsWithoutAMeasurement() {
        var table = FieldTables.matrix(matrix(Quantity.TOTAL));
        assertEquals(Stream.of("goroutines", "asyncio tasks", "virtual threads", "tokio tasks", "node promises",
            "c# tasks").flatMap(kind -> Stream.of(kind, kind)).toList(), table.stringColumn(0).asList());
        assertTrue(table.name().endsWith("Not measured in this run."), table.name());
        var none = new Weighings("field", List.of());
        assertThrows(IllegalArgumentException.class, () -> PublishedMatrix.of("nobody", none, Quantity.TOTAL));
    }

    @Test
    void aKindIsThatOfTheWholeNameAndNotOfItsBeginning() {
        weigh("goroutines and more", 10_000, new Outcome.Weighed());
        assertEquals("not measured", row(FieldTables.matrix(matrix(Quantity.TOTAL)), 1).get(1));
    }
}
