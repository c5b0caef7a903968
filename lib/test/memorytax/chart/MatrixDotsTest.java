package memorytax.chart;

import memorytax.chart.model.Mark.Dots;
import memorytax.chart.model.Rows;
import memorytax.claim.PublishedMatrix;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Goroutines of 2,000 B each, beside what was published.
class MatrixDotsTest {
    private static Rows rows(int... tasks) {
        var all = new ArrayList<Weighing>(Sample.weighed(Sample.GO, 2_000, new Outcome.Weighed()));
        var matrix = PublishedMatrix.of("hez2010", new Weighings("field", all), Quantity.TOTAL);
        return (Rows) Sample.model(Charts.matrix(matrix, tasks)).content();
    }

    @Test
    void aRowHasBothAndTheMostThatWasPublishedComesFirst() {
        var only = rows(100_000);
        assertEquals(List.of(""), only.groups().stream().map(Rows.Group::heading).toList());
        assertEquals(List.of("goroutines", "virtual threads", "asyncio tasks", "node promises", "c# tasks",
            "tokio tasks"), only.rows().stream().map(Rows.Row::name).toList());
        var go = (Dots) only.rows().getFirst().mark();
        assertEquals(262.67578125 * (1 << 20), go.hollow().orElseThrow().value());
        assertEquals((5 << 20) + 2_000 * 100_000, go.filled().orElseThrow().value(), 2e7);
        assertTrue(only.rows().getFirst().text().endsWith("MB, 0.7×"), only.rows().getFirst().text());
        var virtual = (Dots) only.rows().get(1).mark();
        assertTrue(virtual.filled().isEmpty());
        assertEquals("197 MB, not measured", only.rows().get(1).text());
    }

    @Test
    void everyNumberOfTasksIsAGroup() {
        assertEquals(List.of("1 task", "10,000 tasks", "100,000 tasks", "1,000,000 tasks"),
            rows().groups().stream().map(Rows.Group::heading).toList());
        assertTrue(Charts.matrix(PublishedMatrix.of("hez2010", new Weighings("field", List.of()), Quantity.TOTAL), 5)
            .getTitle().contains("published by hez2010 in 2024"));
    }
}
