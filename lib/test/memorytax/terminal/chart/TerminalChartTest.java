package memorytax.terminal.chart;

import memorytax.chart.draw.ModelChart;
import memorytax.chart.model.Axis;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Mark.Dots;
import memorytax.chart.model.Plot;
import memorytax.chart.model.Rows.Group;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.terminal.text.TerminalTextTest;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.PieChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TerminalChartTest {
    @Test
    void pointsStandWhereTheirValuesAre() {
        var chart = new XYChart(800, 400);
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        chart.addSeries("goroutines", new double[]{1000, 10_000, 100_000}, new double[]{1, 10, 100});
        var lines = TerminalChart.draw(chart, 80).stream().map(AttributedString::toString).toList();
        var marked = lines.stream().filter(l -> l.contains("◆") && l.contains("┤")).toList();
        assertEquals(3, marked.size(), String.join("\n", lines));
        assertTrue(marked.get(0).contains("100 ┤") && marked.get(1).contains(" 10 ┤")
            && marked.get(2).contains("  1 ┤◆"), String.join("\n", lines));
        int left = marked.get(2).indexOf("◆"), right = marked.get(0).indexOf("◆");
        assertTrue(Math.abs((left + right) / 2 - marked.get(1).indexOf("◆")) <= 1, String.join("\n", lines));
        assertTrue(marked.get(0).endsWith("◆ ◆ goroutines"), marked.get(0));
    }

    @Test
    void namesKeepApartWhereLinesEndTogether() {
        var chart = new XYChart(800, 400);
        for (int i = 0; i < 6; i++) chart.addSeries("line number " + i, new double[]{0, 1},
            new double[]{0, 10 + i / 100.0});
        var lines = TerminalChart.draw(chart, 60).stream().map(AttributedString::toString).toList();
        for (int i = 0; i < 6; i++) {
            String name = "line number " + i;
            assertEquals(1, lines.stream().filter(l -> l.endsWith(name)).count(), name);
        }
        long markers = lines.stream().filter(l -> l.contains("line number"))
            .map(l -> l.charAt(l.indexOf("line number") - 2)).distinct().count();
        assertEquals(6, markers, "each has a marker of its own");
    }

    @Test
    void barsAreAsLongAsTheirValues() {
        var chart = new HorizontalBarChart(800, 400);
        chart.addSeries("size", List.of(40, 20, 0.1), List.of("aa", "bb", "cc"));
        var lines = TerminalChart.draw(chart, 80).stream().map(AttributedString::toString).toList();
        long full = lines.get(0).chars().filter(c -> c == '█').count(), half = lines.get(1).chars()
            .filter(c -> c == '█').count();
        assertTrue(full > 60 && Math.abs(full - 2 * half) <= 1, String.join("\n", lines));
        assertTrue(lines.get(2).contains("▏  0.1"), lines.get(2));
    }

    @Test
    void stackedBarsNameTheirSegments() {
        var chart = new CategoryChart(800, 400);
        chart.getStyler().setStacked(true);
        chart.addSeries("StackChunk", List.of("virtual threads"), List.of(216));
        chart.addSeries("VirtualThread", List.of("virtual threads"), List.of(168));
        String text = TerminalTextTest.text(TerminalChart.draw(chart, 60)).replace('\u00a0', ' ');
        assertTrue(text.contains("▓▓  384") && text.contains("█ StackChunk 216 · ▓ VirtualThread 168"), text);
    }

    /// Three lines of one name, of three kinds of tasks, can be told apart without colour.
    @Test
    void whereNamesAreTooLongAKeySaysWhichMarkersBelongToWhichKind() {
        var plot = plot("virtual threads (forgotten)", "virtual threads (closed)", "goroutines (forgotten)",
            "asyncio tasks (forgotten)");
        var narrow = TerminalTextTest.text(TerminalChart.draw(plot, 80)).replace('\u00a0', ' ');
        assertTrue(narrow.contains("10 left: forgotten"), narrow);
        assertTrue(narrow.lines().anyMatch(line ->
            line.matches(" (\\S)(\\S) virtual threads   (\\S) goroutines   (\\S) asyncio tasks")), narrow);
        var wide = TerminalTextTest.text(TerminalChart.draw(plot, 120));
        assertTrue(wide.contains("10 left: asyncio tasks (forgotten)") && !wide.contains(" asyncio tasks\n"), wide);
    }

    private static ModelChart plot(String... contenders) {
        var lines = Stream.of(contenders).map(c -> new Plot.Line("10 left: " + c, c, Plot.Style.COURSE, true,
            List.of(new Plot.Point(0, 1), new Plot.Point(10, 10 + c.length())))).toList();
        return new ModelChart(new ChartModel(Caption.of(""), new Plot(new Axis("requests", Unit.COUNT, false, 0, 10,
            List.of()), new Axis("", Unit.of("MB"), false, 0, 40, List.of()), lines)));
    }

    /// On a slide a chart is as wide as the screen, and has as many rows more or less as it is told.
    @Test
    void aLargeChartFillsTheRoom() {
        var plot = plot("goroutines", "asyncio tasks");
        int usual = TerminalChart.large(plot, 80, 0).size();
        assertEquals(usual + 9, TerminalChart.large(plot, 80, 9).size());
        assertEquals(usual - 3, TerminalChart.large(plot, 80, -3).size());
        assertTrue(TerminalChart.large(plot, 200, 0).stream().anyMatch(line -> line.columnLength() > 190));
        var rows = new ModelChart(new ChartModel(Caption.of(""), rows()));
        assertEquals(TerminalChart.large(rows, 80, 0).size() + 2, TerminalChart.large(rows, 80, 2).size(),
            "a blank line behind each row");
    }

    /// Nine parts in four tints: each has its number, in the bar and in the list.
    @Test
    void partsOfWhichSeveralHaveOneTintAreNumbered() {
        var chart = new CategoryChart(800, 400);
        chart.getStyler().setStacked(true);
        for (int i = 1; i <= 9; i++) chart.addSeries("part " + i, List.of("asyncio tasks"), List.of(100));
        String text = TerminalTextTest.text(TerminalChart.draw(chart, 60)).replace('\u00a0', ' ');
        assertTrue(text.matches("(?s).*1█+2▓+3▒+4░+5█+6▓+7▒+8░+9█+  900.*"), text);
        for (int i = 1; i <= 9; i++)
            assertTrue(text.contains(i + ("█▓▒░".charAt((i - 1) % 4) + " part ") + i + " 100"), text);
    }

    @Test
    void aPartAndItsSizeStandInOneLine() {
        var chart = new CategoryChart(800, 400);
        chart.getStyler().setStacked(true);
        for (int i = 1; i <= 9; i++) chart.addSeries("a longer part " + i, List.of("asyncio tasks"), List.of(100));
        var lines = TerminalChart.draw(chart, 60).stream().map(l -> l.toString().replace('\u00a0', ' ')).toList();
        for (int i = 1; i <= 9; i++) {
            var whole = "a longer part " + i + " 100";
            assertTrue(lines.stream().anyMatch(l -> l.contains(whole)), whole);
        }
    }

    /// A marker before a name would be a second point.
    @Test
    void theNameOfAPointThatStandsAloneDoesNotRepeatItsMarker() {
        for (double at : new double[]{1, 30, 990}) {
            var lines = new ArrayList<Plot.Line>();
            for (int i = 0; i < 3; i++) lines.add(new Plot.Line("one asyncio task, 14×", "asyncio tasks",
                Plot.Style.SCATTER, true, List.of(new Plot.Point(at * (1 + 2 * i), at))));
            var axis = Axis.beyond("", Unit.BYTES, 1, 10_000);
            var text = TerminalTextTest.text(TerminalPlot.draw(new Plot(axis, axis, lines), 80, 0));
            var markers = text.replaceAll(". = one", "").replaceAll("[\\s\\w┤│┬└─×,⠀-⣿]", "");
            assertEquals(3, markers.length(), text);
        }
    }

    /// Whatever is measured: two values stand below the axis at the least, each at its place.
    @Test
    void twoTicksAreWrittenBelowEveryAxis() {
        var random = new Random(16);
        for (int i = 0; i < 2_000; i++) {
            var unit = List.of(Unit.BYTES, Unit.MILLIS, Unit.COUNT).get(random.nextInt(3));
            double most = unit == Unit.BYTES ? 12 : unit == Unit.COUNT ? 8 : 5; // a terabyte, or a hundred seconds
            double high = Math.pow(10, random.nextDouble(1, most)), low = high / Math.pow(10, random.nextDouble(0, 4));
            for (var axis : List.of(Axis.beyond("", unit, low, high), Axis.upTo("", unit, high),
                Axis.around("", unit, List.of(Spread.of(low), Spread.of(high))))) {
                var below = new TerminalAxis(axis).below(8, "", random.nextInt(24, 110));
                assertTrue(below.get(0).toString().chars().filter(c -> c == '┬').count() >= 2, axis + "\n" + below);
            }
        }
    }

    @Test
    void nothingIsWiderThanTheTerminal() {
        var rows = new ModelChart(new ChartModel(Caption.of(""), rows()));
        var long1 = new XYChart(800, 400);
        long1.addSeries("a contender whose name is much too long for a narrow terminal", new double[]{0, 1e9},
            new double[]{0, 1e9});
        for (Chart<?, ?> chart : List.of(rows, long1))
            for (int width : new int[]{40, 60, 61, 80, 119, 200})
                for (var line : TerminalChart.draw(chart, width)) assertTrue(line.columnLength() <= width,
                    width + ": " + line);
        assertTrue(TerminalTextTest.text(TerminalChart.draw(rows, 80)).contains("1,180 B ± 160"));
        assertEquals(1, TerminalChart.draw(new PieChart(8, 8), 80).size());
    }

    private static Rows rows() {
        return new Rows(new Axis("bytes of one more task", Unit.BYTES, true, 400, 3000, List.of()), Group.one(Stream.of(
            new Row("goroutines", "goroutines", new Dots(Optional.of(new Spread(2771, 2757, 2785)),
                Optional.empty()), ""), new Row("virtual threads", "virtual threads", new Dots(
                Optional.of(new Spread(1180, -20, 1340)), Optional.of(Spread.of(537))), "1,180 B ± 160"))),
            new Rows.Key("resident", "live"), OptionalDouble.empty());
    }
}
