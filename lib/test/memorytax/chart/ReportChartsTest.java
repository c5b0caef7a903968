package memorytax.chart;

import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Grid;
import memorytax.chart.model.Mark;
import memorytax.chart.model.Plot;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Charts of what processes tell of themselves.
class ReportChartsTest {
    static {
        System.setProperty("java.awt.headless", "true");
    }

    private static Reports.Report word(String contender, int fork, String name, Object... figures) {
        var map = new LinkedHashMap<String, Double>();
        for (int i = 0; i < figures.length; i += 2)
            map.put(figures[i].toString(), ((Number) figures[i + 1]).doubleValue());
        var who = new Contender(contender, "java", "25");
        return new Reports.Report(who, 1, Map.of(), fork, name, map, new Outcome.Weighed());
    }

    @Test
    void heatHasARowForEachThingAndAColumnForEachContender() {
        var reports = new Reports("bytes", List.of(word("C2", 1, "local", "bytes_per_op", 0.004),
            word("C2", 2, "local", "bytes_per_op", -0.004), word("C2", 1, "stored", "bytes_per_op", 24),
            word("C1", 1, "local", "bytes_per_op", 24)));
        var chart = Charts.heat(reports, "bytes_per_op");
        var grid = assertInstanceOf(Grid.class, Sample.model(chart).content());
        assertEquals(List.of("C2", "C1"), grid.columns());
        assertEquals(List.of("local", "stored"), grid.lines().stream().map(Grid.Line::name).toList());
        assertEquals(List.of(0.0, 24.0), grid.lines().getFirst().values());
        assertEquals(List.of(24.0, Double.NaN), grid.lines().getLast().values());
        assertEquals("0 B, 24 B, –", String.join(", ", Stream.of(0.0, 24.0, Double.NaN).map(grid::text).toList()));
        chart.paint(new BufferedImage(760, 300, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 300);
    }

    @Test
    void momentsDrawsTheFirstForkAndLeavesTheOthersOut() {
        var words = new ArrayList<Reports.Report>();
        for (int fork = 1; fork <= 2; fork++) {
            for (int ms = 10; ms <= 40; ms += 10)
                words.add(word("C2", fork, "bytes", "ms", ms, "bytes_per_op", ms < 30 ? 24 : 0));
            words.add(word("C2", fork, "compiled", "ms", 25));
        }
        var chart = Charts.moments(new Reports("warmUp", words), "bytes_per_op");
        var line = Sample.line(chart, "C2");
        assertArrayEquals(new double[]{10, 20, 30, 40}, Sample.x(line), 1e-9);
        assertArrayEquals(new double[]{24, 24, 0, 0}, Sample.y(line));
        assertEquals(List.of(new Plot.Moment(25, "compiled")), line.moments());
        chart.paint(new BufferedImage(760, 340, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 340);
    }

    @Test
    void bySizeHasALineForEachContenderThroughTheMedians() {
        var reports = new Reports("bySize", List.of(word("Java (fresh)", 1, "64 B", "ns_per_request", 8),
            word("Java (fresh)", 2, "64 B", "ns_per_request", 12),
            word("Java (fresh)", 1, "16 KB", "ns_per_request", 900),
            word("Java (own pool)", 1, "64 B", "ns_per_request", 60), word("Java (own pool)", 1, "and", "ms", 1)));
        var chart = Charts.bySize("size of the object", reports, "ns_per_request");
        assertArrayEquals(new double[]{64, 16_384}, Sample.x(Sample.line(chart, "Java (fresh)")));
        assertArrayEquals(new double[]{10, 900}, Sample.y(Sample.line(chart, "Java (fresh)")));
        assertArrayEquals(new double[]{64}, Sample.x(Sample.line(chart, "Java (own pool)")));
        var axis = ((Plot) Sample.model(chart).content()).x();
        assertEquals(List.of("64 B", "16 KB"), axis.ticks(6).stream().map(axis.unit().tick()::apply).toList());
        chart.paint(new BufferedImage(760, 420, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 420);
    }

    private static Reports.Report word(String contender, int tasks, int fork, String name, Object... figures) {
        var word = word(contender, fork, name, figures);
        return new Reports.Report(word.contender(), tasks, Map.of(), fork, name, word.figures(), word.outcome());
    }

    @Test
    void byTasksHasALineForEachContenderOfSeveralStepsAndAPlaceForNone() {
        var java = new Reports("collectors", List.of(word("Java (G1)", 0, 1, "full", "pause_ms", 20),
            word("Java (G1)", 100_000, 1, "full", "pause_ms", 250),
            word("Java (G1)", 100_000, 2, "full", "pause_ms", 350)));
        var go = new Reports("others", List.of(word("goroutines", 0, 1, "full", "pause_ms", 0.03),
            word("goroutines", 100_000, 1, "full", "pause_ms", 0.05)));
        var chart = Charts.byTasks("One stop.", "full", "pause_ms", java, go);
        assertArrayEquals(new double[]{20, 300}, Sample.y(Sample.line(chart, "Java (G1)")), 1e-9);
        assertArrayEquals(new double[]{0.03, 0.05}, Sample.y(Sample.line(chart, "goroutines")), 1e-9);
        var axis = ((Plot) Sample.model(chart).content()).x();
        assertTrue(axis.low() < axis.place(0) && axis.place(0) < 100_000,
            "none waiting has a place on a logarithmic axis");
        assertEquals(List.of("0", "100,000"), axis.ticks(6).stream().map(axis.unit().tick()::apply).toList());
        chart.paint(new BufferedImage(760, 420, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 420);
    }

    @Test
    void stopsHasABoxForEachKindFromTheFirstQuartileToTheThird() {
        var words = new ArrayList<Reports.Report>();
        for (int ms = 1; ms <= 5; ms++) words.add(word("Java (G1)", 1_000, 1, "each full", "ms", 10 * ms));
        words.add(word("Java (G1)", 1_000, 1, "each new", "ms", 7));
        words.add(word("Java (G1)", 10, 1, "each full", "ms", 9_999)); // of another size
        var chart = Charts.stops(1_000, List.of("new", "full", "old"), new Reports("collectors", words));
        var groups = assertInstanceOf(Rows.class, Sample.model(chart).content()).groups();
        assertEquals(List.of(List.of("Java (G1), new"), List.of("Java (G1), full")),
            groups.stream().map(g -> g.rows().stream().map(Rows.Row::name).toList()).toList(), "the kinds apart");
        var full = groups.getLast().rows().getLast();
        assertArrayEquals(new double[]{10, 20, 30, 40, 50},
            DoubleStream.of(0, 0.25, 0.5, 0.75, 1).map(((Mark.Box) full.mark())::at).toArray(), 1e-9);
        assertEquals("30 ms, 50 ms", full.text());
        chart.paint(new BufferedImage(760, 200, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 200);
    }

    @Test
    void takenHasADotForTheFewestAndOneForTheMost() {
        var reports = new Reports("share", List.of(word("Java (G1)", 0, 1, "the load", "gc_ms_per_gb", 5),
            word("Java (G1)", 1_000, 1, "the load", "gc_ms_per_gb", 6),
            word("Java (G1)", 100_000, 1, "the load", "gc_ms_per_gb", 60)));
        var chart = Charts.gcShare("The share.", reports, "the load", "gc_ms_per_gb");
        var row = assertInstanceOf(Rows.class, Sample.model(chart).content()).rows().getFirst();
        assertEquals(new Mark.Dots(Optional.of(Spread.of(5)), Optional.of(Spread.of(60))), row.mark());
        assertEquals("5.0 ms → 60 ms", row.text());
        var older = Charts.gcShare("The share.", reports, "the load",
            "another_figure"); // as in a record of an older code
        assertEquals(new ChartModel.Nothing("no process reported this figure"), Sample.model(older).content());
        older.paint(new BufferedImage(760, 200, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 200);
        chart.paint(new BufferedImage(760, 200, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 200);
    }

    @Test
    void whereNothingWasToldThePictureSaysSo() {
        var none = new Reports("warmUp", List.of());
        for (var chart : List.of(Charts.heat(none, "bytes_per_op"), Charts.moments(none, "bytes_per_op"),
            Charts.bySize("size", none, "ns_per_request"), Charts.byTasks("", "full", "pause_ms", none),
            Charts.stops(1_000, List.of("full"), none), Charts.gcShare("", none, "the load", "gc_ms_per_gb"))) {
            chart.paint(new BufferedImage(760, 340, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 340);
            assertInstanceOf(ChartModel.Nothing.class, Sample.model(chart).content());
        }
    }

    @Test
    void servedIsMemoryOverRequestsAndSaysHowManyTasksAreLeft() {
        var words = List.of(word("goroutines (forgotten)", 1, "served", "requests", 250, "tasks", 250,
                "more_bytes", 1 << 20), word("goroutines (forgotten)", 1, "served", "requests", 1_500, "tasks", 1_500,
                "more_bytes", 6 << 20), word("goroutines (forgotten)", 2, "served", "requests", 250, "tasks", 1,
                "more_bytes", 1));
        var watched = new Watched("served", List.of(), new Reports("served", words));
        var chart = Charts.served(watched);
        var line = Sample.line(chart, "1,500 left: goroutines (forgotten)");
        assertEquals("goroutines (forgotten)", line.contender());
        assertArrayEquals(new double[]{250, 1_500}, Sample.x(line), 1e-9);
        assertArrayEquals(new double[]{1, 6}, Sample.y(line), 1e-9);
        chart.paint(new BufferedImage(760, 400, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 400);
    }

    @Test
    void shiftsHasARowForEachOfTheBusiestCarriersOfTheForkInTheMiddle() {
        var words = new ArrayList<Reports.Report>();
        for (int fork = 0; fork <= 2; fork++) {
            for (int carrier = 1; carrier <= 6; carrier++) // the first two have done least
                words.add(word("goroutines (handed to one)", fork, "carrier " + carrier, "from_ms", 0, "to_ms",
                    10 * carrier, "busy_percent", 100));
            words.add(word("asyncio tasks (handed to one)", fork, "carrier 1", "from_ms", 0, "to_ms",
                fork * 100, "busy_percent", 90));
        }
        words.add(word("goroutines (handed to one)", 1, "work", "seconds", 1));
        var chart = Charts.busySpans(new Reports("stealing", words));
        var spans = assertInstanceOf(Rows.class, Sample.model(chart).content());
        assertEquals(List.of("goroutines, 3", "goroutines, 4", "goroutines, 5", "goroutines, 6", "asyncio tasks"),
            spans.rows().stream().map(Rows.Row::name).toList());
        assertEquals(new Mark.Spans(List.of(new Mark.Busy(0, 100, 0.9))), spans.rows().getLast().mark());
        assertEquals("Each row is a carrier, filled while it ran jobs. A paler part: it ran jobs for a part of that "
            + "time. Of each contender, the 4 busiest carriers are shown. Of several forks, the one with the median "
            + "time is shown.", chart.getTitle());
        chart.paint(new BufferedImage(760, 300, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 300);
        var none = Charts.busySpans(new Reports("stealing", List.of()));
        none.paint(new BufferedImage(760, 300, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 300);
    }
}
