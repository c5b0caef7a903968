package memorytax.table;

import memorytax.knob.Knobs;
import memorytax.knob.Weighed;
import org.junit.jupiter.api.Test;

import java.util.List;

import static memorytax.knob.Weighed.BASE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class KnobTablesTest {
    @Test
    void theBaseComesFirstAndBelowItEachChangeWithItsDifference() {
        var weighed = new Weighed(3).with(BASE, 1_000).with(BASE + " (Serial)", 970, 30_000_000)
            .with(BASE + " (-Xint)", 2_400).with(BASE + " (-Xss)", 1_001).weighings();
        var table = KnobTables.ranked(Knobs.of(BASE, weighed));
        assertEquals(List.of("changed", "one more task", "difference", "live", "empty process"), table.columnNames());
        assertEquals(List.of("nothing", "-Xint", "Serial", "-Xss"), table.stringColumn("changed").asList());
        assertEquals(List.of("1,000 B", "2,400 B", "970 B", "1,001 B"), table.stringColumn("one more task").asList());
        assertEquals(List.of("", "+1,400 B (±5)", "-30 B (±5)", "no difference seen (±5 B)"),
            table.stringColumn("difference").asList());
        assertEquals(List.of("38 MB", "none seen", "-9.5 MB", "none seen"),
            table.stringColumn("empty process").asList());
    }

    @Test
    void kindsAndForksStandWhereTheyDiffer() {
        var weighed = new Weighed(3).with(BASE, 1_000).weighings();
        var old = new Weighed(3).version("21").recorded().with(BASE + " (JDK 21)", 1_200).weighings();
        var table = KnobTables.ranked(Knobs.of(BASE, weighed).and(old).and(Knobs.methods(BASE, weighed)));
        assertEquals(List.of("changed", "kind", "one more task", "difference", "live", "empty process", "forks"),
            table.columnNames());
        assertTrue(table.stringColumn("forks").asList().contains("recorded"));
    }

    @Test
    void withoutABaseThereIsNoRow() {
        assertTrue(KnobTables.ranked(Knobs.of("fibers", new Weighed(3).with(BASE, 1_000).weighings())).isEmpty());
    }
}
