package memorytax.table;

import memorytax.knob.Explanation;
import memorytax.knob.Figure;
import memorytax.knob.FigureReading;
import memorytax.measure.result.Interval;
import memorytax.measure.result.PerTask;
import memorytax.measure.result.Quantity;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FigureTableTest {
    private static final Figure FIGURE = Figure.of("3 KB per goroutine");

    private static FigureReading reading(String changed, double bytes, boolean calculated, int forks) {
        return new FigureReading(changed, calculated ? PerTask.divided(Quantity.TOTAL, 5_000)
            : PerTask.slope(Quantity.RESIDENT), new Interval(bytes, bytes - 10, bytes + 10, forks), true, calculated,
            FIGURE.perTask());
    }

    private static Explanation explained(int more, FigureReading... readings) {
        return new Explanation(FIGURE, Optional.empty(), List.of(readings), more, List.of(), List.of());
    }

    @Test
    void aRowSaysWhatIsChangedAndHowItIsReadAndHowFarOffTheFigureIs() {
        var table = FigureTable.of(explained(12, reading("", 3_000, false, 3), reading("GOGC=25; depth 9", 3_200, true,
            3))).orElseThrow();
        assertEquals(List.of("changed", "read as", "one task", "off by", "from"), table.columnNames());
        assertEquals(List.of("as it comes", "one more task, resident", "3,000 B ± 10", "+2 %", "measured here"),
            table.columnNames().stream().map(name -> table.getString(0, name)).toList());
        assertEquals(List.of("GOGC=25, depth 9", "whole process ÷ 5,000", "3,200 B ± 10", "-4 %", "calculated"),
            table.columnNames().stream().map(name -> table.getString(1, name)).toList());
        assertEquals("What comes within 10 % of 3 KB per goroutine, ± its 95 % interval, the simplest first. And 12 "
            + "more, which say the same in other words or differ in more things.", table.name());
    }

    @Test
    void oneOriginOfAllNeedsNoColumn() {
        var table = FigureTable.of(explained(0, reading("", 3_000, false, 1), reading("nothing", 3_100, false, 1)))
            .orElseThrow();
        assertEquals(List.of("changed", "read as", "one task", "off by"), table.columnNames());
        assertEquals("What comes within 10 % of 3 KB per goroutine, ± its 95 % interval, the simplest first. All of it "
            + "is measured here, one fork.", table.name());
    }

    @Test
    void nothingHasNoTable() {
        assertEquals(Optional.empty(), FigureTable.of(explained(0)));
    }
}
