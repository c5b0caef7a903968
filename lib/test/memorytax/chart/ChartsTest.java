package memorytax.chart;

import memorytax.chart.draw.Tone;
import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Mark;
import memorytax.chart.model.Plot;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Group;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Parts;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

import java.awt.BasicStroke;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChartsTest {
    static {
        System.setProperty("java.awt.headless", "true");
    }

    @Test
    void growthDrawsTheMedianOfItsForksInMegabytes() {
        var chart = Charts.growth(new Weighings("w", Sample.weighed(Sample.GO, 11 << 20, new Outcome.Weighed())));
        var line = Sample.line(chart, "goroutines");
        assertArrayEquals(new double[]{1_000, 10_000, 100_000}, Sample.x(line));
        assertArrayEquals(new double[]{11_000, 110_000, 1_100_000}, Sample.y(line), 1e-6);
        assertEquals(10_000, line.points().getFirst().y().low(), 1e-6);
        assertEquals(12_000, line.points().getFirst().y().high(), 1e-6);
        String caption = "Resident memory, less that of the empty process. "
            + "Medians of 3 forks; vertical bars show their range. Small dots: each fork by itself.";
        assertEquals(caption, chart.getTitle());
        paint(chart);
    }

    /// 5 MB of an empty process and 2,700 bytes a task: the division gives any number, and the caption says the right
    /// one.
    @Test
    void aDivisionFallsTowardsTheSlopeAndCrossesWhatWasSaid() {
        var chart = Charts.divided(new Weighings("w", Sample.weighed(Sample.GO, 2_700, new Outcome.Weighed())), 4 << 10,
            "the post", "goroutines", "nobody");
        var line = Sample.line(chart, "goroutines");
        assertArrayEquals(new double[]{1_000, 10_000, 100_000}, Sample.x(line));
        for (var p : line.points()) assertEquals((5 << 20) / p.x() + 2_700, p.y().value(), 1e-6);
        assertEquals(1, Sample.lines(chart).size());
        var guide = ((Plot) Sample.model(chart).content()).guides().getFirst();
        assertEquals(4_096, guide.y1());
        // 5,242,880 / (4,096 - 2,700) is 3,756
        assertTrue(chart.getTitle().contains("goroutines reach it at about 3,800 tasks. One more task costs 2.6 KB."),
            chart.getTitle());
        var other = Charts.divided(new Weighings("w", Sample.weighed(Sample.GO, 2_700, new Outcome.Weighed())), 900,
            "the post", "goroutines");
        assertEquals("The whole process divided by its tasks. Small dots: each fork by itself.", other.getTitle());
        paint(chart);
    }

    @Test
    void whatIsNotAboveZeroIsLeftOutOfALogarithmicAxis() {
        var all = new ArrayList<>(Sample.weighed(Sample.GO, 2_700, new Outcome.Weighed()));
        all.add(Sample.point(Sample.VIRTUAL, 1_000, 1, -4_096, new Outcome.Weighed()));
        all.add(Sample.point(Sample.VIRTUAL, 10_000, 1, 9_000_000, new Outcome.Weighed()));
        all.add(Sample.point(Sample.VIRTUAL, 10_000, 2, -50, new Outcome.Weighed())); // its whisker begins below zero
        var chart = Charts.growth(new Weighings("w", all));
        assertArrayEquals(new double[]{10_000}, Sample.x(Sample.line(chart, "virtual threads")));
        paint(chart);
    }

    @Test
    void groupsSayWhoIsTheMostExpensiveInEach() {
        var python = new Contender("asyncio tasks (own queue)", "python", "3.11.7");
        var none = new Group("nothing", List.of());
        var signal = new Group("a signal", List.of(Sample.slope(Sample.GO, Quantity.RESIDENT, 2_700),
            Sample.slope(Sample.VIRTUAL, Quantity.RESIDENT, 1_100), Sample.slope(Sample.VIRTUAL, Quantity.LIVE, 750)));
        var queue = new Group("a queue", List.of(Sample.slope(Sample.GO, Quantity.RESIDENT, 2_800),
            Sample.slope(python, Quantity.RESIDENT, 4_500)));
        var level = new Group("a draw", List.of(Sample.slope(Sample.GO, Quantity.RESIDENT, 2_800),
            Sample.slope(python, Quantity.RESIDENT, 2_815)));
        var chart = Charts.groups(none, signal, queue, level);
        assertTrue(chart.getTitle().contains(
            "Most expensive: goroutines in \"a signal\"; asyncio tasks in \"a queue\"."),
            chart.getTitle());
        var groups = ((Rows) Sample.model(chart).content()).groups();
        assertEquals(List.of("a signal", "a queue", "a draw"), groups.stream().map(Rows.Group::heading).toList());
        assertEquals(List.of(List.of("goroutines", "virtual threads"), List.of("goroutines", "asyncio tasks"),
            List.of("goroutines", "asyncio tasks")),
            groups.stream().map(g -> g.rows().stream().map(Rows.Row::name).toList()).toList());
        var thread = groups.getFirst().rows().getLast();
        assertEquals("1.1 KB, 750 B live", thread.text());
        assertEquals(750, ((Mark.Bar) thread.mark()).solid());
        assertEquals(List.of(true, false), groups.getFirst().rows().stream().map(Rows.Row::strong).toList());
        assertTrue(groups.getLast().rows().stream().noneMatch(Rows.Row::strong), "a draw");
        paint(chart);
        paint(Charts.groups(none));
    }

    @Test
    void recordedLinesAreDashedAndTheCaptionSaysSo() {
        var all = new ArrayList<>(Sample.weighed(Sample.GO, 2_700, new Outcome.Recorded()));
        all.addAll(Sample.weighed(Sample.VIRTUAL, 1_100, new Outcome.Weighed()));
        var chart = Charts.growth(new Weighings("w", all));
        assertFalse(Sample.line(chart, "goroutines").here());
        assertTrue(Sample.line(chart, "virtual threads").here());
        assertNotNull(dash(chart, "goroutines"));
        assertNull(dash(chart, "virtual threads"));
        assertTrue(chart.getTitle().endsWith(" Dashed: recorded, not measured here. Small dots: each fork by itself."),
            chart.getTitle());
    }

    @Test
    void aContenderThatFailedIsNoSecondContender() {
        var unborn = new Contender("goroutines", "go", "");
        var all = new ArrayList<>(Sample.weighed(Sample.GO, 2_700, new Outcome.Weighed()));
        all.add(new Weighing(unborn, 1_000_000, Map.of(), 1, Optional.empty(), Optional.empty(),
            OptionalLong.empty(), OptionalLong.empty(), new Outcome.Skipped("it needs 2.9 GB")));
        var weighings = new Weighings("w", all);
        assertEquals(1, rows(Charts.share(weighings)).size());
        assertEquals(1, Sample.lines(Charts.growth(weighings)).size());
    }

    @Test
    void shareSortsByCostAndSaysWhatItCannotDraw() {
        var none = new Contender("scheduled callbacks", "java", "25");
        var rows = rows(Charts.share(new Weighings("a", Sample.weighed(none, 0, new Outcome.Weighed())),
            new Weighings("b", Sample.weighed(Sample.VIRTUAL, 1_100, new Outcome.Weighed())),
            new Weighings("c", Sample.weighed(Sample.GO, 2_700, new Outcome.Recorded()))));
        var order = List.of("goroutines", "virtual threads", "scheduled callbacks");
        assertEquals(order, rows.stream().map(Rows.Row::name).toList());
        assertEquals("too small to measure", rows.getLast().text());
        assertEquals("2.6 KB (recorded)", rows.getFirst().text());
    }

    @Test
    void besideKeepsTheOrderAndPutsResidentAndLiveInOneRow() {
        var chart = Charts.beside(List.of(Sample.slope(Sample.VIRTUAL, Quantity.RESIDENT, 1_180),
            Sample.slope(Sample.GO, Quantity.RESIDENT, 2_771), Sample.slope(Sample.VIRTUAL, Quantity.LIVE, 537)));
        var rows = rows(chart);
        assertEquals("1.2 KB, 537 B live", rows.getFirst().text());
        assertEquals(2, rows.size());
        paint(chart);
    }

    @Test
    void backpackShowsWhatNoPartAccountsFor() {
        var parts = new Parts(Sample.VIRTUAL, new LinkedHashMap<>(Map.of("StackChunk", 216.0)));
        var more = stack(Charts.backpack(List.of(parts), List.of(Sample.slope(Sample.VIRTUAL, Quantity.LIVE, 537))));
        assertEquals(new Mark.Stack(List.of(new Mark.Part("StackChunk", 216)), 321,
            Optional.of(new Spread(537, 527, 547))), more);
        var same = stack(Charts.backpack(List.of(parts), List.of(Sample.slope(Sample.VIRTUAL, Quantity.LIVE, 220))));
        assertEquals(0, same.rest(), "within the interval nothing is missing");
    }

    @Test
    void growthOverSomethingElseHasAPlaceForZero() {
        var flat = List.of(Sample.slope(Sample.GO, Quantity.RESIDENT, 2_700));
        var deep = List.of(Sample.slope(Sample.GO, Quantity.RESIDENT, 8_800));
        var chart = Charts.growth("frames on the stack", Map.of(0, flat, 30, deep));
        assertArrayEquals(new double[]{0, 30}, Sample.x(Sample.line(chart, "goroutines")));
        assertEquals(10, ((Plot) Sample.model(chart).content()).x().place(0), 1e-9);
        paint(chart);
    }

    @Test
    void thinningATraceKeepsItsPeakAndItsEnd() {
        var samples = IntStream.range(0, 5_000)
            .mapToObj(i -> new Trace.Sample(20 * i, i == 1_234 ? 900 : 100, 1)).toList();
        var thin = Timeline.thinned(samples);
        assertTrue(thin.size() <= 401, "points: " + thin.size());
        assertTrue(thin.contains(samples.get(1_234)));
        assertEquals(samples.getLast(), thin.getLast());
    }

    @Test
    void aChartKeepsItsOwnSizeWhateverSizeItIsPaintedIn() {
        var chart = Charts.share(new Weighings("w", Sample.weighed(Sample.GO, 2_700, new Outcome.Weighed())));
        int width = chart.getWidth(), height = chart.getHeight();
        paint(chart);
        assertEquals(List.of(width, height), List.of(chart.getWidth(), chart.getHeight()));
    }

    @Test
    void aHandSpeaksOfWhatItDrawsAlone() {
        var parts = new Parts(Sample.VIRTUAL, new LinkedHashMap<>(Map.of("StackChunk", 216.0)));
        var chart = Charts.backpack(List.of(parts), List.of(Sample.slope(Sample.VIRTUAL, Quantity.LIVE, 537)));
        var caption = Sample.model(chart).caption();
        assertTrue(caption.by(Hand.PICTURE).contains("The tick across a bar"), caption.toString());
        assertEquals(caption.by(Hand.PICTURE), chart.getTitle());
        assertEquals("The parts of one task in bytes, as its runtime counts them. The size beside a bar is the slope, "
            + "what the scale has measured for the whole task.", caption.by(Hand.CHARACTERS));
    }

    @Test
    void nothingIsAPictureToo() {
        var none = new Weighings("w", List.of());
        var silent = new Trace(Sample.GO, 10, Map.of(), List.of(), List.of(), List.of(),
            new Outcome.Failed("was killed"));
        for (var chart : List.of(Charts.growth(none), Charts.share(none), Charts.share(), Charts.beside(List.of()),
            Charts.backpack(List.of(), List.<Slope>of()), Charts.trace(silent), Charts.growth("depth", Map.of()))) {
            assertInstanceOf(ChartModel.Nothing.class, Sample.model(chart).content());
            paint(chart);
        }
    }

    private static void paint(XYChart chart) {
        var image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        chart.paint(image.createGraphics(), 400, 200);
        int paper = Tone.PAPER.light().getRGB();
        var pixels = IntStream.range(0, 400 * 200).map(i -> image.getRGB(i % 400, i / 400));
        assertTrue(pixels.anyMatch(p -> p != paper), "an empty picture");
    }

    private static float[] dash(XYChart chart, String series) {
        return ((BasicStroke) chart.getSeries(series).getLineStyle()).getDashArray();
    }

    private static List<Rows.Row> rows(XYChart chart) {
        return ((Rows) Sample.model(chart).content()).rows();
    }

    private static Mark.Stack stack(XYChart chart) {
        paint(chart);
        return (Mark.Stack) rows(chart).getFirst().mark();
    }
}
