package memorytax.terminal.chart;

import memorytax.chart.draw.Drawn;
import memorytax.measure.result.Bytes;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TerminalHeatTest {
    @Test
    void moreIsTallerAndNothingStandsAlone() {
        var grid = new Drawn.Grid("bytes", List.of("C2", "C1 only"), List.of(
            new Drawn.Line("local", new double[]{0, 24}), new Drawn.Line("lambda", new double[]{40, Double.NaN})),
            v -> Double.isNaN(v) ? "–" : Bytes.of(v));
        var drawn = TerminalHeat.draw(grid, 60).stream().map(l -> l.toString().stripTrailing());
        assertEquals("""
            bytes       C2  C1 only
            local      0 B   ▅ 24 B
            lambda  █ 40 B        –""", drawn.collect(Collectors.joining("\n")));
    }
}
