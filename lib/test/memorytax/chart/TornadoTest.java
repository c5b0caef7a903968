package memorytax.chart;

import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Mark.Change;
import memorytax.chart.model.Rows;
import memorytax.claim.Measured;
import memorytax.knob.Knob;
import memorytax.knob.Knobs;
import memorytax.knob.Weighed;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

import static memorytax.knob.Weighed.BASE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TornadoTest {
    static {
        System.setProperty("java.awt.headless", "true");
    }

    private static Weighed weighed() {
        return new Weighed(3).with(BASE, 1_000).with(BASE + " (Serial)", 970).with(BASE + " (-Xint)", 1_400)
            .with(BASE + " (-Xss)", 1_001);
    }

    private static Rows rows(XYChart chart) {
        return assertInstanceOf(Rows.class, Sample.model(chart).content());
    }

    private static Change change(Rows rows, String name) {
        return (Change) rows.rows().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow().mark();
    }

    private static String said(XYChart chart) {
        return Sample.model(chart).caption().by(Hand.PICTURE);
    }

    private static void paint(XYChart chart) {
        for (int width : new int[]{760, 380}) {
            var image = new BufferedImage(width, chart.getHeight(), BufferedImage.TYPE_INT_RGB);
            chart.paint(image.createGraphics(), width, chart.getHeight());
        }
    }

    @Test
    void barsStartAtTheBaseAndTheLargestIsOnTop() {
        var chart = KnobCharts.tornado(Knobs.of(BASE, weighed().weighings()));
        var rows = rows(chart);
        assertEquals(List.of("-Xint", "Serial", "-Xss"), rows.rows().stream().map(Rows.Row::name).toList());
        assertEquals(List.of("+400 B (±5)", "-30 B (±5)", "no difference seen"),
            rows.rows().stream().map(Rows.Row::text).toList());
        assertEquals(List.of(true, true, false), rows.rows().stream().map(r -> ((Change) r.mark()).seen()).toList());
        assertEquals("bytes more or less than virtual threads, 1,000 B", rows.axis().what());
        assertEquals("1,000 B", rows.axis().unit().tick().apply(0));
        assertEquals(-30, change(rows, "Serial").difference().value(), 0.01);
        assertEquals(-22.5, change(rows, "Serial").hollow().orElseThrow().value(), 0.01);
        assertTrue(change(rows, "-Xss").hollow().isEmpty(), "of live no difference was seen either");
        paint(chart);
    }

    /// 400 B is less than the base, so it is drawn as it is, though the one in the middle is but 30 B.
    @Test
    void aBarThatIsLongerThanTheBaseAndAGiantBesideTheOthersIsCut() {
        var rows = rows(KnobCharts.tornado(Knobs.of(BASE, weighed().weighings())));
        assertTrue(rows.axis().low() < -30 && rows.axis().high() > 400, rows.axis()::toString);
        var giant = KnobCharts.tornado(Knobs.of(BASE, weighed().with(BASE + " (huge pages)", 41_000).weighings()));
        var axis = rows(giant).axis();
        assertTrue(axis.high() > 500 && axis.high() < 1_000, axis::toString);
        assertTrue(said(giant).contains("An arrow: the bar is longer than that."), said(giant));
        var slim = KnobCharts.tornado(Knobs.of(BASE, new Weighed(3).with(BASE, 50_000).with(BASE + " (small)", 1_000)
            .with(BASE + " (Serial)", 49_900).weighings()));
        assertTrue(rows(slim).axis().low() < -49_000, "less than nothing it cannot cost");
        paint(giant);
        paint(slim);
    }

    /// As where forks disagree on what is resident, and agree on what is live.
    @Test
    void whatIsLiveHasRoomThoughItIsFurtherOutThanTheBar() {
        var knobs = Knobs.of(BASE, weighed().weighings());
        var odd = knobs.all().stream().map(k -> k.name().equals("-Xss") ? new Knob(k.name(), k.kind(), k.cost(),
            k.more(), k.live(), Optional.of(new Measured(900, 890, 910, true, 3)), k.emptyMore()) : k).toList();
        var chart = KnobCharts.tornado(new Knobs(BASE, knobs.weighed(), odd, List.of()));
        assertEquals(900, change(rows(chart), "-Xss").hollow().orElseThrow().value());
        assertTrue(rows(chart).axis().high() > 900, rows(chart).axis()::toString);
        paint(chart);
    }

    @Test
    void settingsAndMethodsHaveTwoTonesWhereBothAreThere() {
        var weighed = weighed().weighings();
        var methods = Knobs.methods(BASE, weighed);
        var both = KnobCharts.tornado(Knobs.of(BASE, weighed).and(methods));
        assertTrue(change(rows(both), "growth ÷ 1,000").pale());
        assertFalse(change(rows(both), "-Xint").pale());
        assertTrue(said(both).contains("Paler:"), said(both));
        assertFalse(change(rows(KnobCharts.tornado(methods)), "growth ÷ 1,000").pale());
        paint(both);
    }

    @Test
    void whatIsRecordedSaysSoInItsRowOrOfAllInTheCaption() {
        var here = new Weighed(3).with(BASE, 1_000).with(BASE + " (Serial)", 900).weighings();
        var old = new Weighed(3).recorded().with(BASE, 1_000).with(BASE + " (JDK 21)", 1_200);
        var some = KnobCharts.tornado(Knobs.of(BASE, here).and(old.weighings()));
        assertEquals(List.of("+200 B (±5) (recorded)", "-100 B (±5)"),
            rows(some).rows().stream().map(Rows.Row::text).toList());
        var all = KnobCharts.tornado(Knobs.of(BASE, old.weighings()));
        assertEquals("+200 B (±5)", rows(all).rows().getFirst().text());
        assertTrue(said(all).endsWith("Recorded, not measured here."), said(all));
    }

    @Test
    void whatCannotBeDrawnIsSaid() {
        var weighed = new Weighed(3).with(BASE, 1_000).weighings();
        var nobody = KnobCharts.tornado(Knobs.of("fibers", weighed));
        assertEquals(new ChartModel.Nothing("fibers has no slope"), Sample.model(nobody).content());
        var nothing = KnobCharts.tornado(Knobs.of(BASE, weighed));
        assertEquals(new ChartModel.Nothing("nothing was changed of virtual threads"), Sample.model(nothing).content());
        var same = KnobCharts.tornado(Knobs.of(BASE, new Weighed(3).with(BASE, 9).with(BASE + " (a)", 9).weighings()));
        assertEquals("no difference seen", rows(same).rows().getFirst().text());
        paint(nobody);
        paint(same);
    }
}
