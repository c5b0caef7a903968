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
        assertEquals(List.of("changed", "one more task", "difference", "live", "empty"), table.columnNames());
        assertEquals(List.of("nothing", "-Xint", "Serial", "-Xss"), table.stringColumn("changed").asList());
        assertEquals(List.of("1,000 B", "2,400 B", "970 B", "1,001 B"), table.stringColumn("one more task").asList());
        assertEquals(List.of("", "+1,400 B (±5)", "-30 B (±5)", "no difference seen"),
            table.stringColumn("difference").asList());
        assertEquals(List.of("38 MB", "none seen", "-9.5 MB", "none seen"),
            table.stringColumn("empty").asList());
    }

    @Test
    void whatIsRecordedSaysSoInItsRowOrOfAllInTheCaption() {
        var weighed = new Weighed(3).with(BASE, 1_000).weighings();
        var old = new Weighed(3).version("21").recorded().with(BASE + " (JDK 21)", 1_200);
        var some = KnobTables.ranked(Knobs.of(BASE, weighed).and(old.weighings()).and(Knobs.methods(BASE, weighed)));
        assertTrue(some.stringColumn("changed").asList().contains("JDK 21 (recorded)"), some::print);
        var all = KnobTables.ranked(Knobs.of(BASE, old.with(BASE, 1_000).weighings()));
        assertEquals(List.of("nothing", "JDK 21"), all.stringColumn("changed").asList());
        assertTrue(all.name().endsWith("Recorded, not measured here."), all.name());
    }

    @Test
    void methodsHaveNoEmptyProcessAndNothingLiveOfTheirOwn() {
        var table = KnobTables.ranked(Knobs.methods(BASE, new Weighed(3).with(BASE, 1_000).weighings()));
        assertEquals(List.of("changed", "one more task", "difference"), table.columnNames());
    }

    @Test
    void withoutABaseThereIsNoRow() {
        assertTrue(KnobTables.ranked(Knobs.of("fibers", new Weighed(3).with(BASE, 1_000).weighings())).isEmpty());
    }
}
