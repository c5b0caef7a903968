package memorytax.chart;

import memorytax.chart.model.Mark;
import memorytax.chart.model.Plot;
import memorytax.chart.model.Rows;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Watched;
import memorytax.table.Tables;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Charts and tables of processes that were watched.
class WatchedChartsTest {
    static {
        System.setProperty("java.awt.headless", "true");
    }

    private final List<Reports.Report> words = new ArrayList<>();

    private void run(String contender, int workers, int fork, double seconds, int megabytes) {
        var who = new Contender(contender, "go", "1");
        var params = Map.of("workers", String.valueOf(workers));
        words.add(new Reports.Report(who, 100, params, fork, "burst", Map.of("half_ms", 500 * seconds, "p99_ms",
            990 * seconds, "most_at_once", (double) workers), new Outcome.Weighed()));
        words.add(new Reports.Report(who, 100, params, fork, Watched.OUTSIDE, Map.of(Watched.PEAK,
            (double) (megabytes << 20), Watched.SECONDS, seconds, Watched.THREADS, 5.0), new Outcome.Weighed()));
    }

    private Watched watched() {
        return new Watched("burst", List.of(), new Reports("burst", words));
    }

    private static void paint(XYChart chart) {
        chart.paint(new BufferedImage(760, 460, BufferedImage.TYPE_INT_RGB).createGraphics(), 760, 460);
    }

    @Test
    void theFrontierFollowsTheParameterAndNotTheTime() {
        run("goroutines", 8, 1, 6, 4);
        run("goroutines", 512, 1, 0.2, 40);
        run("goroutines", 64, 1, 0.8, 8);
        run("goroutines", 4_096, 1, 0.3, 120);
        var chart = Charts.frontier(watched(), "workers");
        var line = Sample.line(chart, "goroutines");
        assertArrayEquals(new double[]{6, 0.8, 0.2, 0.3}, Sample.x(line), 1e-9);
        assertArrayEquals(new double[]{4, 8, 40, 120}, Sample.y(line), 1e-9);
        assertEquals(List.of("8", "64", "512", "4,096"), line.points().stream().map(Plot.Point::label).toList());
        paint(chart);
        paint(Charts.frontier(new Watched("none", List.of(), new Reports("none", List.of())), "workers"));
    }

    @Test
    void turnsAreMediansARowForEachBound() {
        run("goroutines (one each)", 0, 1, 1, 500);
        run("goroutines (workers)", 64, 1, 2, 8);
        run("goroutines (workers)", 64, 2, 4, 8);
        run("goroutines (workers)", 64, 3, 3, 8);
        run("goroutines (workers)", 512, 1, 1, 40);
        var chart = Charts.queueDelays(watched());
        var rows = assertInstanceOf(Rows.class, Sample.model(chart).content()).rows();
        assertEquals(List.of("goroutines (one each)", "goroutines (workers), 64", "goroutines (workers), 512"),
            rows.stream().map(Rows.Row::name).toList());
        assertEquals(1_500, ((Mark.Dots) rows.get(1).mark()).filled().orElseThrow().value());
        assertEquals("1,500 ms, 2,970 ms", rows.get(1).text());
        paint(chart);
    }

    /// Where all is recorded no line has to be dashed, so a sentence has to say it.
    @Test
    void whatIsRecordedIsSaidOnceOrInItsRow() {
        run("goroutines (one each)", 0, 1, 1, 500);
        var here = Charts.queueDelays(watched());
        assertTrue(here.getTitle().endsWith(" One fork: it shows no spread."), here.getTitle());
        words.replaceAll(WatchedChartsTest::recorded);
        var recorded = Charts.queueDelays(watched());
        assertTrue(recorded.getTitle().endsWith(" One fork: it shows no spread. Recorded, not measured here."),
            recorded.getTitle());
        assertFalse(text(recorded, 0).contains("recorded"), text(recorded, 0));
        run("asyncio tasks (one each)", 0, 1, 1, 500);
        var mixed = Charts.queueDelays(watched());
        assertTrue(mixed.getTitle().endsWith(" One fork: it shows no spread."), mixed.getTitle());
        assertEquals("500 ms, 990 ms (recorded)", text(mixed, 0));
        assertEquals("500 ms, 990 ms", text(mixed, 1));
        assertTrue(Charts.frontier(watched(), "workers").getTitle().endsWith("Dashed: recorded, not measured here."));
        assertFalse(Charts.trace(trace(1)).getTitle().contains("ecorded"));
        assertTrue(Charts.trace(trace(1, new Outcome.Recorded())).getTitle().endsWith("Recorded, not measured here."));
    }

    private static Reports.Report recorded(Reports.Report w) {
        return new Reports.Report(w.contender(), w.tasks(), w.params(), w.fork(), w.name(), w.figures(),
            new Outcome.Recorded());
    }

    private static String text(XYChart chart, int row) {
        return ((Rows) Sample.model(chart).content()).rows().get(row).text();
    }

    @Test
    void aTableHasARowForEachBoundAndThreadsLast() {
        run("goroutines (one each)", 0, 1, 1, 500);
        run("goroutines (workers)", 4_096, 1, 2, 8);
        var table = Tables.watched(watched());
        assertEquals(List.of("contender", "workers", "peak", "time"), table.columnNames().subList(0, 4));
        assertEquals("threads", table.columnNames().getLast());
        assertEquals(List.of("–", "4,096"), table.stringColumn("workers").asList());
        assertEquals(List.of("500 MB", "8.0 MB"), table.stringColumn("peak").asList());
        words.removeIf(w -> w.params().get("workers").equals("0"));
        assertEquals("One fork: it shows no spread. All rows: workers 4,096.", Tables.watched(watched()).name());
    }

    @Test
    void whatAHeapHeldIsALineOfItsOwnAmongFew() {
        var few = IntStream.range(0, 2).mapToObj(this::trace).toList();
        assertEquals(List.of("process 0", "held: process 0", "process 1", "held: process 1"),
            Sample.lines(Charts.trace(few)).stream().map(Plot.Line::name).toList());
        assertTrue(Charts.trace(few).getTitle().contains("what each collection left in the heap"),
            Charts.trace(few).getTitle());
        var many = IntStream.range(0, 5).mapToObj(this::trace).toList();
        assertEquals(5, Sample.lines(Charts.trace(many)).size());
        paint(Charts.trace(many));
    }

    @Test
    void oneTraceThatIsRecordedIsToldApartFromOthersThatAreNot() {
        var recorded = trace(1, new Outcome.Recorded());
        var mixed = Charts.trace(trace(0), recorded);
        assertEquals(List.of(true, true, false, false), Sample.lines(mixed).stream().map(Plot.Line::here).toList());
        assertTrue(mixed.getTitle().endsWith("Dashed: recorded, not measured here."), mixed.getTitle());
        assertTrue(Sample.lines(Charts.trace(recorded)).stream().allMatch(Plot.Line::here), "it is alone");
        paint(mixed);
    }

    private Trace trace(int i) {
        return trace(i, new Outcome.Weighed());
    }

    private Trace trace(int i, Outcome outcome) {
        return new Trace(new Contender("process " + i, "java", "25"), 10, Map.of(),
            List.of(new Trace.Sample(0, 1 << 20, 3), new Trace.Sample(20, 9 << 20, 3),
                new Trace.Sample(40, 9 << 20, 3)),
            List.of(new Trace.Held(10, 1 << 20), new Trace.Held(30, 2 << 20)),
            List.of(new Trace.Mark(15, "half"), new Trace.Mark(39, "loaded")), outcome);
    }
}
