package memorytax.terminal.chart;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Mark;
import memorytax.chart.model.Mark.Busy;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Rows.Group;
import memorytax.chart.model.Unit;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TerminalSpansTest {
    @Test
    void aCellIsAsTallAsItsShareOfTheTime() {
        var rows = new Rows(Axis.upTo("ms", Unit.MILLIS, 20), Group.one(Stream.of(
            row("one", new Busy(0, 10, 1), new Busy(10, 15, 0.5)), row("another", new Busy(15, 20, 1)))));
        var drawn = TerminalRows.draw(rows, 31).stream().map(l -> l.toString().stripTrailing()).toList();
        assertEquals("""
            ms
            one      ██████████▄▄▄▄▄
            another                 █████""", drawn.subList(0, 3).stream().collect(Collectors.joining("\n")));
    }

    private static Rows.Row row(String name, Busy... busy) {
        return new Rows.Row(name, name, new Mark.Spans(List.of(busy)), "");
    }
}
