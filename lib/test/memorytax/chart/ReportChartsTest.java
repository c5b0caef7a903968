package memorytax.chart;

import memorytax.chart.draw.Drawn;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        var grid = assertInstanceOf(Drawn.Grid.class, ((Drawn) chart).drawing());
        assertEquals(List.of("C2", "C1"), grid.columns());
        assertEquals(List.of("local", "stored"), grid.rows().stream().map(Drawn.Line::name).toList());
        assertArrayEquals(new double[]{0, 24}, grid.rows().getFirst().values());
        assertArrayEquals(new double[]{24, Double.NaN}, grid.rows().getLast().values());
        assertEquals("0 B, 24 B, –", String.join(", ", Arrays.stream(new double[]{0, 24, Double.NaN})
            .mapToObj(grid.format()).toList()));
        chart.paint(new BufferedImage(760, 300, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 300);
    }

    @Test
    void momentsDrawsTheFirstForkInSecondsAndLeavesTheOthersOut() {
        var words = new ArrayList<Reports.Report>();
        for (int fork = 1; fork <= 2; fork++) {
            for (int ms = 10; ms <= 40; ms += 10)
                words.add(word("C2", fork, "bytes", "ms", ms, "bytes_per_op", ms < 30 ? 24 : 0));
            words.add(word("C2", fork, "compiled", "ms", 25));
        }
        var chart = Charts.moments(new Reports("warmUp", words), "bytes_per_op");
        var line = chart.getSeries("C2");
        assertArrayEquals(new double[]{0.01, 0.02, 0.03, 0.04}, line.getXData(), 1e-9);
        assertArrayEquals(new double[]{24, 24, 0, 0}, line.getYData());
        chart.paint(new BufferedImage(760, 340, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 340);
    }

    @Test
    void bySizeHasALineForEachContenderThroughTheMedians() {
        var reports = new Reports("bySize", List.of(word("Java, fresh", 1, "64 B", "ns_per_request", 8),
            word("Java, fresh", 2, "64 B", "ns_per_request", 12),
            word("Java, fresh", 1, "16 KB", "ns_per_request", 900),
            word("Java, own pool", 1, "64 B", "ns_per_request", 60), word("Java, own pool", 1, "and", "ms", 1)));
        var chart = Charts.bySize("size of the object", reports, "ns_per_request");
        assertArrayEquals(new double[]{64, 16_384}, chart.getSeries("Java, fresh").getXData());
        assertArrayEquals(new double[]{10, 900}, chart.getSeries("Java, fresh").getYData());
        assertArrayEquals(new double[]{64}, chart.getSeries("Java, own pool").getXData());
        assertEquals("16 KB", chart.getStyler().getXAxisTickLabelsFormattingFunction().apply(16_384.0));
        chart.paint(new BufferedImage(760, 420, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 420);
    }

    private static Reports.Report word(String contender, int tasks, int fork, String name, Object... figures) {
        var word = word(contender, fork, name, figures);
        return new Reports.Report(word.contender(), tasks, Map.of(), fork, name, word.figures(), word.outcome());
    }

    @Test
    void byTasksHasALineForEachContenderOfSeveralStepsAndAPlaceForNone() {
        var java = new Reports("collectors", List.of(word("Java, G1", 0, 1, "full", "pause_ms", 20),
            word("Java, G1", 100_000, 1, "full", "pause_ms", 250),
            word("Java, G1", 100_000, 2, "full", "pause_ms", 350)));
        var go = new Reports("others", List.of(word("goroutines", 0, 1, "full", "pause_ms", 0.03),
            word("goroutines", 100_000, 1, "full", "pause_ms", 0.05)));
        var chart = Charts.byTasks("One stop.", "full", "pause_ms", java, go);
        assertArrayEquals(new double[]{20, 300}, chart.getSeries("Java, G1").getYData(), 1e-9);
        assertArrayEquals(new double[]{0.03, 0.05}, chart.getSeries("goroutines").getYData(), 1e-9);
        double[] x = chart.getSeries("goroutines").getXData();
        assertTrue(x[0] > 0 && x[0] < x[1], "none waiting has a place on a logarithmic axis");
        assertEquals("0", chart.getStyler().getXAxisTickLabelsFormattingFunction().apply(x[0]));
        chart.paint(new BufferedImage(760, 420, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 420);
    }

    @Test
    void stopsHasABoxForEachKindFromTheFirstQuartileToTheThird() {
        var words = new ArrayList<Reports.Report>();
        for (int ms = 1; ms <= 5; ms++) words.add(word("Java, G1", 1_000, 1, "each full", "ms", 10 * ms));
        words.add(word("Java, G1", 1_000, 1, "each new", "ms", 7));
        words.add(word("Java, G1", 10, 1, "each full", "ms", 9_999)); // of another size
        var chart = Charts.stops(1_000, List.of("new", "full", "old"), new Reports("collectors", words));
        var rows = assertInstanceOf(Drawn.Intervals.class, ((Drawn) chart).drawing()).rows();
        assertEquals(List.of("Java, G1, new", "Java, G1, full"), rows.stream().map(Drawn.Interval::name).toList());
        var full = rows.getLast();
        assertArrayEquals(new double[]{20, 30, 40, 50},
            new double[]{full.low(), full.value(), full.high(), full.second()}, 1e-9);
        assertEquals("30 ms, 50 ms", full.text());
        chart.paint(new BufferedImage(760, 200, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 200);
    }

    @Test
    void takenHasADotForTheFewestAndOneForTheMost() {
        var reports = new Reports("share", List.of(word("Java, G1", 0, 1, "the load", "gc_ms_per_gb", 5),
            word("Java, G1", 1_000, 1, "the load", "gc_ms_per_gb", 6),
            word("Java, G1", 100_000, 1, "the load", "gc_ms_per_gb", 60)));
        var chart = Charts.gcShare("The share.", reports, "the load", "gc_ms_per_gb");
        var row = assertInstanceOf(Drawn.Intervals.class, ((Drawn) chart).drawing()).rows().getFirst();
        assertArrayEquals(new double[]{5, 60}, new double[]{row.value(), row.second()});
        assertEquals("5.0 ms → 60 ms", row.text());
        var older = Charts.gcShare("The share.", reports, "the load",
            "another_figure"); // as in a record of an older code
        assertEquals(List.of(), assertInstanceOf(Drawn.Intervals.class, ((Drawn) older).drawing()).rows());
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
            assertTrue(chart.getSeriesCollection().isEmpty());
        }
    }

    @Test
    void servedIsMemoryOverRequestsAndSaysHowManyTasksAreLeft() {
        var words = List.of(word("goroutines, forgotten", 1, "served", "requests", 250, "tasks", 250,
                "more_bytes", 1 << 20), word("goroutines, forgotten", 1, "served", "requests", 1_500, "tasks", 1_500,
                "more_bytes", 6 << 20), word("goroutines, forgotten", 2, "served", "requests", 250, "tasks", 1,
                "more_bytes", 1));
        var watched = new Watched("served", List.of(), new Reports("served", words));
        var chart = Charts.served(watched);
        var line = chart.getSeries("goroutines, forgotten");
        assertEquals("1,500 left: goroutines, forgotten", line.getLabel());
        assertArrayEquals(new double[]{250, 1_500}, line.getXData(), 1e-9);
        assertArrayEquals(new double[]{1, 6}, line.getYData(), 1e-9);
        chart.paint(new BufferedImage(760, 400, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 400);
    }

    @Test
    void shiftsHasARowForEachOfTheBusiestCarriersOfTheForkInTheMiddle() {
        var words = new ArrayList<Reports.Report>();
        for (int fork = 0; fork <= 2; fork++) {
            for (int carrier = 1; carrier <= 6; carrier++) // the first two have done least
                words.add(word("goroutines, handed to one", fork, "carrier " + carrier, "from_ms", 0, "to_ms",
                    10 * carrier, "busy_percent", 100));
            words.add(word("asyncio tasks, handed to one", fork, "carrier 1", "from_ms", 0, "to_ms",
                fork * 100, "busy_percent", 90));
        }
        words.add(word("goroutines, handed to one", 1, "work", "seconds", 1));
        var chart = Charts.busySpans(new Reports("stealing", words));
        var spans = assertInstanceOf(Drawn.Spans.class, ((Drawn) chart).drawing());
        assertEquals(List.of("goroutines, 3", "goroutines, 4", "goroutines, 5", "goroutines, 6", "asyncio tasks"),
            spans.rows().stream().map(Drawn.Span::name).toList());
        assertEquals(List.of(new Drawn.Busy(0, 100, 0.9)), spans.rows().getLast().busy());
        assertEquals("A row for each carrier, filled where it ran jobs. Of 6 carriers the busiest 4. Of all "
            + "forks the one in the middle.", chart.getTitle());
        chart.paint(new BufferedImage(760, 300, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 300);
        var none = Charts.busySpans(new Reports("stealing", List.of()));
        none.paint(new BufferedImage(760, 300, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 300);
    }
}
