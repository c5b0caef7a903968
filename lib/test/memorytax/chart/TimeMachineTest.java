package memorytax.chart;

import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Plot;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import memorytax.table.VersionTables;
import memorytax.terminal.chart.TerminalChart;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What one task costs over the versions of its language, as a chart and as a table.
class TimeMachineTest {
    static {
        System.setProperty("java.awt.headless", "true");
    }

    private final List<Weighing> all = new ArrayList<>();

    private TimeMachineTest version(String name, String runtime, String version, long each, Outcome outcome) {
        all.addAll(Sample.weighed(new Contender(name, runtime, version), each, outcome));
        return this;
    }

    private TimeMachineTest here(String name, String runtime, String version, long each) {
        return version(name, runtime, version, each, new Outcome.Weighed());
    }

    private TimeMachineTest absent(String name, String runtime, String why) {
        all.add(new Weighing(new Contender(name, runtime, ""), 1_000, Map.of(), 1, Optional.empty(), Optional.empty(),
            OptionalLong.empty(), OptionalLong.empty(), new Outcome.Skipped(why)));
        return this;
    }

    private Weighings weighed() {
        return new Weighings("versions", all);
    }

    private String row(int row) {
        return VersionTables.versions(weighed()).columns().stream().map(c -> c.getString(row))
            .reduce((a, b) -> a + " | " + b).orElseThrow();
    }

    @Test
    void aKindIsALineThroughItsVersionsByTheDayTheyCameOut() {
        here("asyncio tasks (3.11)", "python", "3.11.7", 2_000).here("goroutines (1.24)", "go", "1.24.13", 2_700)
            .version("asyncio tasks (3.8)", "python", "3.8.18", 4_000, new Outcome.Recorded());
        var chart = KnobCharts.timeMachine(weighed());
        var names = Sample.lines(chart).stream().map(Plot.Line::name).toList();
        assertEquals(List.of("asyncio tasks", "goroutines"), names);
        var python = Sample.line(chart, "asyncio tasks");
        assertEquals(List.of("3.8", "3.11"), python.points().stream().map(Plot.Point::label).toList());
        assertEquals(List.of(false, true), python.points().stream().map(Plot.Point::here).toList());
        assertTrue(python.here(), "one of its points is");
        assertEquals(2019 + 286 / 365.0, python.points().getFirst().x(), 1e-6, "14 October 2019");
        assertEquals(4_000, python.points().getFirst().y().value(), 1);
        assertTrue(chart.getTitle().contains("Hollow: recorded"), chart.getTitle());
        chart.paint(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB).createGraphics(), 300, 200);
    }

    @Test
    void recordedPointsAreHollowInCharactersToo() {
        here("asyncio tasks (3.11)", "python", "3.11.7", 2_000)
            .version("asyncio tasks (3.8)", "python", "3.8.18", 4_000, new Outcome.Recorded());
        var drawn = String.join("\n", TerminalChart.draw(KnobCharts.timeMachine(weighed()), 80).stream()
            .map(Object::toString).toList());
        assertEquals(1, drawn.chars().filter(c -> c == '▽').count(), drawn);
        assertTrue(drawn.contains("3.8") && drawn.contains("3.11") && drawn.contains("2020"), drawn);
    }

    @Test
    void whatHasNoDateIsNamedAndNotDrawn() {
        here("goroutines (1.24)", "go", "1.24.13", 2_700).here("goroutines (1.99)", "go", "1.99.1", 2_700)
            .absent("goroutines (1.18)", "go", "Go 1.18 is not on this machine");
        var chart = KnobCharts.timeMachine(weighed());
        assertEquals(1, Sample.line(chart, "goroutines").points().size());
        assertTrue(chart.getTitle().endsWith("Not drawn, because data/releases.csv does not have it: goroutines "
            + "(1.99). Small dots: each fork by itself."), chart.getTitle());
    }

    @Test
    void nothingMeasuredIsSaid() {
        absent("virtual threads (24)", "java", "JDK 24 is not on this machine");
        assertInstanceOf(ChartModel.Nothing.class, Sample.model(KnobCharts.timeMachine(weighed())).content());
        assertEquals("virtual threads | JDK 24 | 2025-03-18 |  |  |  | –", row(0));
    }

    @Test
    void theTableSaysWhereEachFigureIsFrom() {
        here("asyncio tasks (3.11)", "python", "3.11.7", 2_000)
            .version("virtual threads (25)", "java", "25.0.3+9-LTS", 900, new Outcome.Recorded())
            .here("goroutines (1.99)", "go", "1.99.1", 2_700);
        assertEquals("asyncio tasks | CPython 3.11.7 | 2022-10-24 | 2,000 B | 452 |  | here", row(0));
        assertTrue(row(1).startsWith("virtual threads | JDK 25.0.3 | 2025-09-16 | 900 B | "), row(1));
        assertTrue(row(1).endsWith(" | recorded"), row(1));
        assertTrue(row(2).startsWith("goroutines | Go 1.99.1 |  | 2,700 B"), row(2));
    }
}
