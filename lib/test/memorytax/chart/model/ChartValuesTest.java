package memorytax.chart.model;

import memorytax.chart.model.Mark.Box;
import memorytax.chart.model.Mark.Busy;
import memorytax.chart.model.Mark.Dots;
import memorytax.chart.model.Mark.Spans;
import memorytax.chart.model.Plot.Line;
import memorytax.chart.model.Plot.Point;
import memorytax.chart.model.Plot.Style;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ChartValuesTest {
    private static final Axis COUNT = Axis.upTo("tasks", Unit.COUNT, 100), SIZE = Axis.upTo("", Unit.BYTES, 4_096);

    private static List<ChartValues> of(ChartModel.Content content) {
        return ChartValues.of(new ChartModel(Caption.of("A chart."), content));
    }

    @Test
    void aPointHasItsIntervalWhereThereIsOne() {
        var line = new Line("goroutines", "goroutines", Style.POINTS, false, List.of(new Point(10, 2_048),
            new Point(20, new Spread(Double.NaN, 0, 0), ""), new Point(100, new Spread(2_048, 1_024, 4_096), "last")));
        assertEquals(List.of(new ChartValues("goroutines (recorded)",
            "2.0 KB at 10; 2.0 KB (1.0 KB to 4.0 KB) at 100 (last)")), of(new Plot(COUNT, SIZE, List.of(line))));
    }

    @Test
    void ofManyPointsThoseThatStandOutAreSaid() {
        var points = IntStream.rangeClosed(1, 60).mapToObj(x -> new Point(x, x == 30 ? 4_096 : 1_024 - x)).toList();
        var line = new Line("a", "a", Style.COURSE, true, points);
        assertEquals("first 1.0 KB at 1; least 964 B at 60; most 4.0 KB at 30; last 964 B at 60; 60 points in all",
            of(new Plot(COUNT, SIZE, List.of(line))).getFirst().values());
    }

    @Test
    void aRowSaysWhatItsDotsAre() {
        var row = new Rows.Row("tasks", "tasks", new Dots(Optional.of(new Spread(2_048, 1_024, 4_096)),
            Optional.of(Spread.of(512))), "2.0 KB, 512 B live");
        var rows = new Rows(SIZE, List.of(new Rows.Group("new", List.of(row))), new Rows.Key("resident", "live"),
            OptionalDouble.empty());
        assertEquals(List.of(new ChartValues("new, tasks",
            "2.0 KB, 512 B live; resident 2.0 KB (1.0 KB to 4.0 KB), live 512 B")), of(rows));
    }

    @Test
    void boxesAndSpansAreSaidInAFewNumbers() {
        var rows = new Rows(COUNT, Rows.Group.one(List.of(
            new Rows.Row("box", "a", new Box(List.of(1.0, 2.0, 3.0, 4.0, 5.0)), "3"),
            new Rows.Row("spans", "a", new Spans(List.of(new Busy(0, 10, 1), new Busy(20, 30, 0.5))), "")).stream()));
        assertEquals(List.of("3; half of them between 2 and 4, all between 1 and 5", "busy for 15"),
            of(rows).stream().map(ChartValues::values).toList());
    }

    @Test
    void whereNothingIsDrawnNothingIsSaid() {
        assertEquals(List.of(), of(new ChartModel.Nothing("nothing came back")));
        assertEquals(List.of(new ChartValues("case", "C1 –, C2 24 B")), of(new Grid("bytes", Unit.BYTES,
            List.of("C1", "C2"), List.of(new Grid.Line("case", List.of(Double.NaN, 24.0))))));
    }
}
