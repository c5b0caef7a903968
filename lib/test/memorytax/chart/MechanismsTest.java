package memorytax.chart;

import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Diagram.Box;
import memorytax.chart.model.Diagram.Lane;
import memorytax.chart.model.Diagram.Style;
import memorytax.chart.model.Diagram;
import memorytax.chart.model.Rows;
import memorytax.child.kit.Pauses;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Parts;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Stairs;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Pictures of how something works, with what was measured in them.
class MechanismsTest {
    static {
        System.setProperty("java.awt.headless", "true");
    }

    private static final Contender JAVA = new Contender("virtual threads", "java", "25");

    @Test
    void theFramesOfAVirtualThreadLieWhereTheirCopyWill() {
        var parts = new LinkedHashMap<String, Double>();
        parts.put("StackChunk", 384.0);
        parts.put("VirtualThread", 168.0);
        parts.put("VThreadContinuation", 48.0);
        parts.put("SharedNode", 32.0);
        var all = new Backpacks("b", List.of(new Parts(JAVA, parts)), Set.of(), List.of());
        var diagram = diagram(Mechanisms.parkedThread(all, "virtual threads"));
        assertEquals(List.of("While it runs", "", "While it waits", ""), diagram.lanes().stream().map(Lane::heading)
            .toList());
        Box frames = diagram.lanes().get(1).boxes().getFirst(), copy = diagram.lanes().get(2).boxes().getFirst();
        assertEquals(List.of(frames.from(), frames.to()), List.of(copy.from(), copy.to()));
        assertEquals(384, copy.to() - copy.from());
        assertEquals("384 B", copy.value());
        assertEquals(Style.FREE, diagram.lanes().get(3).boxes().getFirst().style());
        assertEquals("48 B", diagram.lanes().get(2).boxes().get(2).value());
        assertEquals(600, diagram.end());
        nothing(Mechanisms.parkedThread(all, "goroutines"));
    }

    @Test
    void eachStackHoldsTheCopyOfTheOneBefore() {
        var stairs = new Stairs(List.of(step(4, 6, 2_800, 4_848), step(24, 26, 4_848, 8_944)));
        var chart = Mechanisms.stackCopies(stairs);
        var diagram = diagram(chart);
        assertEquals(List.of("2.0 KB", "4.0 KB", "8.0 KB"), diagram.lanes().stream().map(Lane::name).toList());
        assertEquals(List.of("up to 4 frames", "6 to 24 frames", "26 frames"),
            diagram.lanes().stream().map(Lane::text).toList());
        assertEquals(List.of(new Box("copy", "", 0, 4_096, Style.KEPT), new Box("free", "", 4_096, 8_192, Style.FREE)),
            diagram.lanes().getLast().boxes());
        nothing(Mechanisms.stackCopies(new Stairs(List.of())));
        nothing(Mechanisms.stackCopies(new Stairs(List.of(step(4, 6, 2_800, 4_848), step(24, 26, 4_848, 6_000)))));
    }

    @Test
    void everyQuantityThatWasToldHasARow() {
        var weighed = new Weighings("w", Sample.weighed(Sample.GO, 2_700, new Outcome.Weighed()));
        var rows = assertInstanceOf(Rows.class, Sample.model(Charts.quantities(weighed, "goroutines", "others"))
            .content());
        var told = Stream.of(Quantity.RESERVED, Quantity.CHARGED, Quantity.RESIDENT, Quantity.LIVE)
            .filter(q -> weighed.slope("goroutines", q).filter(s -> s.value() > 0).isPresent())
            .map(Quantity::toString).toList();
        assertTrue(told.contains("resident"), told.toString());
        assertEquals(told, rows.rows().stream().map(Rows.Row::name).toList());
        assertEquals(List.of("goroutines"), rows.groups().stream().map(Rows.Group::heading).toList());
        nothing(Charts.quantities(weighed, "others"));
    }

    @Test
    void whatIsForgottenStaysUntilItsParentIsCancelled() {
        var counted = reports("goroutines", 1_000, new Object[]{"at first", "tasks", 1_000},
            new Object[]{"after three collections", "tasks", 1_000}, new Object[]{"at the end", "tasks", 0});
        var diagram = diagram(Mechanisms.contextTree(counted, "goroutines"));
        var listener = diagram.lanes().getLast();
        assertEquals(List.of("1,000 wait", "1,000 wait", "0 left"), listener.boxes().stream().map(Box::value).toList());
        assertEquals(List.of(Style.FORGOTTEN, Style.FORGOTTEN, Style.FREE),
            listener.boxes().stream().map(Box::style).toList());
        assertEquals(1, diagram.parent(2));
        nothing(Mechanisms.contextTree(counted, "others"));
    }

    @Test
    void aYoungCollectionLeavesOldThreadsAlone() {
        var stops = reports("Java (G1)", 100, new Object[]{Pauses.NEW, "longest_ms", 103},
            new Object[]{Pauses.FULL, "longest_ms", 135}, new Object[]{Pauses.OLD, "longest_ms", 1.9});
        var diagram = diagram(Mechanisms.generations(stops, "Java (G1)", 100));
        assertEquals(List.of("stops 103 ms", "stops 135 ms", "stops 1.9 ms"),
            diagram.lanes().stream().map(Lane::text).toList());
        assertEquals(List.of(List.of(Style.KEPT, Style.FREE), List.of(Style.KEPT, Style.KEPT),
            List.of(Style.KEPT, Style.FREE)), diagram.lanes().stream().map(l -> l.boxes().stream().map(Box::style)
            .toList()).toList());
        nothing(Mechanisms.generations(stops, "Java (G1)", 200));
    }

    @Test
    void allButTheBoundWait() {
        var bound = watched("pool", 512, 749);
        var free = watched("one each", 5_669, 1_100);
        var diagram = diagram(Mechanisms.poolAndQueue(64 << 10, Map.of("pool", "an entry each", "one each", ""), free,
            bound));
        assertEquals(List.of("one each", "pool"), diagram.lanes().stream().map(Lane::name).toList());
        var boxes = diagram.lanes().getLast().boxes();
        assertEquals(List.of("20,000", "19,488", "32 MB", "0.7 s"), boxes.stream().map(Box::value).toList());
        assertEquals("no queue", diagram.lanes().getFirst().boxes().get(1).name());
        nothing(Mechanisms.poolAndQueue(64 << 10, Map.of(), bound));
    }

    @Test
    void aClaimIsAnOutlineAboveTheTasksOnItsScale() {
        var weighed = new Weighings("w", Sample.weighed(Sample.GO, 2_700, new Outcome.Weighed()));
        var known = new LinkedHashMap<>(Map.of("stack", 2_048.0));
        known.put("g", 480.0);
        var diagram = diagram(Mechanisms.besideClaim("the post", 20_480,
            new Backpacks("b", List.of(new Parts(Sample.GO, known)), Set.of(), List.of()), weighed,
            "asyncio tasks", "goroutines"));
        assertEquals(List.of("the post", "goroutines"), diagram.lanes().stream().map(Lane::name).toList());
        assertEquals(new Box("20 KB", "", 0, 20_480, Style.FREE), diagram.lanes().getFirst().boxes().getFirst());
        var slope = weighed.slope("goroutines").orElseThrow().value();
        assertEquals(slope, diagram.lanes().getLast().end(), 1e-9);
        assertEquals(List.of("stack", "g", "not accounted for"),
            diagram.lanes().getLast().boxes().stream().map(Box::name).toList());
        known.put("g", 4_800.0); // more than the scale says: a bar ends where the scale does
        var more = diagram(Mechanisms.besideClaim("the post", 20_480,
            new Backpacks("b", List.of(new Parts(Sample.GO, known)), Set.of(), List.of()), weighed, "goroutines"));
        assertEquals(slope, more.lanes().getLast().end(), 1e-9);
        nothing(Mechanisms.besideClaim("the post", 20_480, new Backpacks("b", List.of(), Set.of(), List.of()), weighed,
            "asyncio tasks"));
    }

    @Test
    void whatIsRecordedSaysSoWhereNothingElseDoes() {
        var chart = Mechanisms.contextTree(new Reports("r", reports("goroutines", 1_000,
            new Object[]{"at first", "tasks", 1_000}).all().stream().map(r -> new Reports.Report(r.contender(),
            r.tasks(), r.params(), r.fork(), r.name(), r.figures(), new Outcome.Recorded())).toList()), "goroutines");
        var caption = Sample.model(chart).caption();
        assertTrue(caption.by(Hand.CHARACTERS).endsWith("Recorded, not measured here."));
    }

    private static Diagram diagram(XYChart chart) {
        return assertInstanceOf(Diagram.class, Sample.model(chart).content());
    }

    private static void nothing(XYChart chart) {
        assertInstanceOf(ChartModel.Nothing.class, Sample.model(chart).content());
    }

    private static Stairs.Step step(int last, int next, double before, double after) {
        return new Stairs.Step(last, next, Sample.slope(Sample.GO, Quantity.RESIDENT, before),
            Sample.slope(Sample.GO, Quantity.RESIDENT, after));
    }

    private static Watched watched(String contender, int most, int megabytes) {
        return new Watched("w", List.of(), reports(contender, 20_000, new Object[]{"burst", "most_at_once", most},
            new Object[]{Watched.OUTSIDE, Watched.PEAK, (double) (megabytes << 20), Watched.SECONDS, 0.7}));
    }

    private static Reports reports(String contender, int tasks, Object[]... told) {
        var all = new ArrayList<Reports.Report>();
        for (var each : told) {
            var figures = new LinkedHashMap<String, Double>();
            for (int i = 1; i < each.length; i += 2)
                figures.put((String) each[i], ((Number) each[i + 1]).doubleValue());
            all.add(new Reports.Report(new Contender(contender, "java", "25"), tasks, Map.of(), 1, (String) each[0],
                figures, new Outcome.Weighed()));
        }
        return new Reports("r", all);
    }
}
