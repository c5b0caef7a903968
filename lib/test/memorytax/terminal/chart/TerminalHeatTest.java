package memorytax.terminal.chart;

import memorytax.chart.model.Grid;
import memorytax.chart.model.Unit;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TerminalHeatTest {
    @Test
    void moreIsTallerAndNothingStandsAlone() {
        var grid = new Grid("bytes", Unit.BYTES, List.of("C2", "C1 only"), List.of(
            new Grid.Line("local", List.of(0.0, 24.0)), new Grid.Line("lambda", List.of(40.0, Double.NaN))));
        var drawn = TerminalHeat.draw(grid, 60).stream().map(l -> l.toString().stripTrailing());
        assertEquals("""
            bytes       C2  C1 only
            local      0 B   ▅ 24 B
            lambda  █ 40 B        –""", drawn.collect(Collectors.joining("\n")));
    }
}
