package memorytax.view;

import memorytax.child.kit.Pauses;
import memorytax.knob.Knobs;
import memorytax.knob.Weighed;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import memorytax.measure.runtime.IdleCpu;
import memorytax.measure.runtime.PauseTimes;
import memorytax.measure.runtime.Pinning;
import memorytax.measure.runtime.ReturnedMemory;
import memorytax.measure.runtime.Schedules;
import memorytax.measure.runtime.SoakTest;
import memorytax.measure.runtime.ThreadLimits;
import memorytax.service.ServiceRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/// A result is shown by what it is, and not by what its figures are called.
class PartTest {
    private static Reports told(String name, String... figures) {
        return new Reports("step", Stream.of(figures).map(figure -> new Reports.Report(new Contender("mine", "java",
            "25"), 10, Map.of(), 1, name, Map.of(figure, 5.0), new Outcome.Weighed())).toList());
    }

    private static List<String> columns(Object value) {
        return assertInstanceOf(Part.Rows.class, Part.of(value).getFirst()).table().columnNames();
    }

    @ParameterizedTest
    @ValueSource(strings = {"waited_ms", "in_use", "core_percent", "busy_percent", "longest_ms"})
    void aFigureOfOnesOwnMayHaveAnyName(String figure) {
        for (var name : List.of("my loop", Pauses.FULL, "made"))
            assertEquals(List.of("contender", "what", figure.replace('_', ' ')), columns(told(name, figure)));
    }

    @ParameterizedTest
    @ValueSource(strings = {Watched.MORE, Watched.TAKEN, "requests"})
    void soItMayWhereTheProcessIsWatched(String figure) {
        var all = List.of(told("made", figure).all().getFirst(), told(Watched.OUTSIDE, Watched.PEAK).all().getFirst());
        assertEquals(List.of("contender", "peak", "time", figure.replace('_', ' '), "threads"),
            columns(new Watched("step", List.of(), new Reports("step", all))));
    }

    @Test
    void changesAreAChartAndATable() {
        var parts = Part.of(Knobs.of(Weighed.BASE, new Weighed(3).with(Weighed.BASE, 1_000)
            .with(Weighed.BASE + " (Serial)", 970).weighings()));
        assertInstanceOf(Part.Picture.class, parts.getFirst());
        assertEquals("changed", assertInstanceOf(Part.Rows.class, parts.getLast()).table().columnNames().getFirst());
        assertEquals(2, parts.size());
    }

    @Test
    void whatReportsAreAboutTheirTypeSays() {
        var none = told("");
        assertEquals(List.of("contender", "stops"), columns(none.as(PauseTimes::new)));
        assertEquals("of one core", columns(none.as(IdleCpu::new)).getLast());
        assertEquals("JFR reports", columns(none.as(Pinning::new)).getLast());
        assertEquals("filled", columns(none.as(ThreadLimits::new)).getLast());
        assertInstanceOf(Part.Picture.class, Part.of(none.as(Schedules::new)).getFirst());
        var watched = new Watched("step", List.of(), none);
        assertEquals("given back", columns(watched.as(ReturnedMemory::new)).getLast());
        assertEquals("GC", columns(watched.as(ServiceRuns::new)).getLast());
        assertInstanceOf(Part.Picture.class, Part.of(watched.as(SoakTest::new)).getFirst());
    }
}
