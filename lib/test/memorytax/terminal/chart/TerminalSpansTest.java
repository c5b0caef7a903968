package memorytax.terminal.chart;

import memorytax.chart.draw.Drawn;
import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TerminalSpansTest {
    @Test
    void aCellIsAsTallAsItsShareOfTheTime() {
        var spans = new Drawn.Spans("ms", 20, List.of(
            new Drawn.Span("one", Color.BLUE, List.of(new Drawn.Busy(0, 10, 1), new Drawn.Busy(10, 15, 0.5))),
            new Drawn.Span("another", Color.BLUE, List.of(new Drawn.Busy(15, 20, 1)))), v -> (int) v + " ms");
        var drawn = TerminalSpans.draw(spans, 31).stream().map(l -> l.toString().stripTrailing()).toList();
        assertEquals("""
            ms
            one      ██████████▄▄▄▄▄
            another                 █████""", drawn.subList(0, 3).stream().collect(Collectors.joining("\n")));
    }
}
