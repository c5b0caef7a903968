package memorytax;

import memorytax.measure.plan.Effort;
import memorytax.measure.result.AdditiveError;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighings;
import memorytax.table.Tables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The scale, tried with objects whose size is known.
@Weighs
@Timeout(600)
class KnownObjectsTest {
    private static final Map<String, Integer> KNOWN =
        Map.of("objects in Java", 1_028, "objects in Go", 1_032, "objects in Python", 1_032);

    private static Weighings many;

    @BeforeAll
    static void weigh() throws Exception {
        many = (Weighings) Steps.of(1).run("tried", Effort.quick(2, 10_000, 40_000));
    }

    /// What the allocator is known to take is what the scale reads, but for what a process takes for itself meanwhile.
    @Test
    void theScaleReadsWhatIsKnownButForWhatAProcessTakesForItself() throws Exception {
        var tried = (Weighings) Steps.of(1).run("tried", Effort.quick(3, 1_000, 10_000));
        assumeTrue(tried.contenders().size() == KNOWN.size(), "Go and Python are needed");
        for (var c : tried.contenders()) {
            double off = (tried.prices(c, Quantity.RESIDENT).get(10_000) - KNOWN.get(c.name())) * 9_000;
            assertTrue(Math.abs(off) < AdditiveError.most(c.runtime()), c + " is off by " + off + " B\n" + tried);
        }
        var errors = Tables.errors(tried, KNOWN);
        assertEquals("1,028 B", errors.stringColumn("known").get(0));
        var live = tried.prices(tried.contenders().getFirst(), Quantity.LIVE).get(10_000);
        assertEquals(1_028, live, 30, "live bytes of Java are exact");
    }

    /// A small size is marked with the error that it may have, and a large one is not.
    @Test
    void tooFewTasksAreMarked() throws Exception {
        var few = (Weighings) Steps.of(1).run("tried", Effort.quick(2, 200, 400));
        for (Contender c : few.contenders())
            assertTrue(Tables.remarks(few).stream().anyMatch(r -> r.startsWith(c.name() + ": too few tasks to trust")),
                Tables.remarks(few).toString());
        assertFalse(Tables.remarks(many).toString().contains("too few tasks"), Tables.remarks(many).toString());
    }

    /// An error is one: of another weight than the known one the table says by how much.
    @Test
    void aWeightThatIsNotTheKnownOneHasAnError() {
        var errors = Tables.errors(many, Map.of("objects in Java", 514)).stringColumn("error").asList();
        assertEquals(2, errors.size(), "resident and live");
        assertTrue(errors.stream().allMatch(e -> e.startsWith("+")
            && Double.parseDouble(e.replaceAll("[+ %]", "")) > 50), errors.toString());
    }
}
