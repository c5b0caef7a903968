package memorytax.terminal.chart;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Mark.Busy;
import memorytax.chart.model.Mark;
import memorytax.chart.model.Rows.Group;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TerminalRowsTest {
    @Test
    void aCellOfSpansIsAsTallAsItsShareOfTheTime() {
        var rows = new Rows(Axis.upTo("ms", Unit.MILLIS, 20), Group.one(Stream.of(
            row("one", new Mark.Spans(List.of(new Busy(0, 10, 1), new Busy(10, 15, 0.5)))),
            row("another", new Mark.Spans(List.of(new Busy(15, 20, 1)))))));
        assertEquals("""
            ms
            one      ██████████▄▄▄▄▄
            another                 █████
                     ┬─────────┬────────┬
                   0 ms      10 ms    20 ms""", drawn(rows, 31));
    }

    @Test
    void dotsHaveTheirIntervalsAndTheLimitStandsWhereNothingIsInItsWay() {
        var rows = new Rows(Axis.upTo("", Unit.COUNT, 20), Group.one(Stream.of(
            row("one", new Mark.Dots(Optional.of(new Spread(15, 13, 17)), Optional.of(new Spread(5, 4, 6)))),
            row("two", new Mark.Dots(Optional.of(new Spread(5, 5, 5)), Optional.empty())))),
            new Rows.Key("paid", "live"), OptionalDouble.of(10));
        assertEquals("""
            one  ····━○━─────━━●━━
            two  ·····●    │
                 ┬─────────┬────────┬
                 0        10       20
            ● paid   ○ live""", drawn(rows, 27));
    }

    @Test
    void aBoxReachesFromTheShortestToTheLongest() {
        var rows = new Rows(Axis.upTo("", Unit.COUNT, 20), List.of(new Group("stops", List.of(
            row("one", new Mark.Box(List.of(4.0, 8.0, 10.0, 12.0, 18.0)))))));
        assertEquals("""
            stops
            one  ····────━━●━─────○
                 ┬─────────┬────────┬
                 0        10       20
            ● median   ○ longest""", drawn(rows, 27));
    }

    /// Of a bar what is in its interval is dense, and what is beyond it a line. A little one is not nothing, a long one
    /// is cut, and of one that is not certain only dots are there.
    @Test
    void aChangeGoesToEitherSideOfTheZeroLine() {
        var rows = new Rows(new Axis("", Unit.COUNT, false, -10, 20, List.of()), Group.one(Stream.of(
            change("long", new Spread(900, 890, 910), true, true),
            change("more", new Spread(10, 7, 13), false, true),
            change("less", new Spread(-8, -8, -8), true, true),
            change("little", new Spread(-0.3, -0.35, -0.25), false, true),
            change("who knows", new Spread(5, -4, 14), false, false))), new Rows.Key("", ""), OptionalDouble.of(0));
        assertEquals("""
            long                │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▶
            more                │█████▓▓▓▓───
            less         ░▒▒▒▒▒▒│
            little             ▕│
            who knows       ────│·····────────
                       ─────────┬─────────────────┬
                                0                20""", drawn(rows, 41));
    }

    private static Row change(String name, Spread difference, boolean pale, boolean seen) {
        return row(name, new Mark.Change(difference, Optional.empty(), pale, seen));
    }

    private static Row row(String name, Mark mark) {
        return new Row(name, name, mark, "");
    }

    private static String drawn(Rows rows, int width) {
        return TerminalRows.draw(rows, width, false).stream().map(l -> l.toString().stripTrailing())
            .collect(Collectors.joining("\n"));
    }
}
