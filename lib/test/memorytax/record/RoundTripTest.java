package memorytax.record;

import memorytax.Abroad;
import memorytax.claim.Claims;
import memorytax.claim.Extent;
import memorytax.claim.Headline;
import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import memorytax.file.Csv;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Calibration;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Parts;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import memorytax.notebook.StepOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

import static memorytax.record.Written.ODD;
import static memorytax.record.Written.WHO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is written to a file is read from it as it was.
@Abroad
class RoundTripTest {
    private static final Outcome OK = new Outcome.Weighed(), RECORDED = new Outcome.Recorded(),
        FAILED = new Outcome.Failed("said " + ODD), SKIPPED = new Outcome.Skipped("it needs about 2.9 GB, 1.1 is free");
    private static final OptionalLong NONE = OptionalLong.empty();
    @TempDir
    private Path folder;

    private static Optional<Reading> reading(long resident, OptionalLong peak, long swapped, long huge, boolean all) {
        return Optional.of(new Reading(resident, peak, 7, new Reading.Kernel(OptionalLong.of(resident / 9), all),
            swapped, huge, OptionalLong.of(resident * 2), OptionalLong.of(resident / 3)));
    }

    private static Weighing weighed(int fork, Outcome outcome, boolean all) {
        return new Weighing(WHO, 100_000, Map.of("depth", "30", "size", "a=b"), fork,
            reading(2_300_000, NONE, 0, 0, all),
            reading(277_000_000_000L, OptionalLong.of(278_000_000_000L), 3, 2 << 20, all),
            OptionalLong.of(265_000_000), OptionalLong.of(1_234), outcome, "-Xmx128m GOGC=50");
    }

    private static Weighing without(Outcome outcome, Optional<Reading> baseline) {
        return new Weighing(new Contender("asyncio tasks", "python", ""), 1_000, Map.of(), 1, baseline,
            Optional.empty(), NONE, NONE, outcome);
    }

    @Test
    void weighings() {
        var all = List.of(weighed(1, OK, true), weighed(2, RECORDED, false), without(SKIPPED, Optional.empty()),
            without(FAILED, Optional.of(new Reading(22_000_000, NONE, 0))));
        var rows = Written.rows(folder, WeighingsCsv.FILE, new Weighings("weighed", all.subList(0, 2)),
            new Calibration(new Weighings("known", all.subList(2, 4)), 4_096));
        assertEquals(List.of("weighed", "weighed", "known", "known"), rows.stream().map(StepFile::of).toList());
        assertEquals(all, WeighingsCsv.read(rows));
    }

    @Test
    void parts() {
        var other = new Contender("goroutines", "go", "1.26");
        var value = new Backpacks("backpack", List.of(new Parts(WHO, sized(ODD, 2_048.5, "a stack", 1e7)),
            new Parts(other, sized("g", 400.0, "sudog", 0.1))), Set.of("goroutines"), List.of());
        assertEquals(value, PartsCsv.read("backpack", Written.rows(folder, PartsCsv.FILE, value)));
    }

    private static LinkedHashMap<String, Double> sized(String name, double bytes, String other, double more) {
        var parts = new LinkedHashMap<String, Double>();
        parts.put(name, bytes);
        parts.put(other, more);
        return parts;
    }

    private static Reports.Report report(int fork, String name, Map<String, Double> figures, Outcome outcome) {
        return new Reports.Report(WHO, 10, Map.of("kb", "4"), fork, name, figures, outcome);
    }

    /// What is told again of the same thing is a report of its own, and who tells nothing may have failed.
    @Test
    void reports() {
        var all = List.of(report(1, ODD, Map.of("ms", 0.25, "bytes_per_op", 24.0), OK),
            report(1, ODD, Map.of("ms", 1e7, "bytes_per_op", 24.0), OK), report(1, "", Map.of("ms", 1.0), OK),
            report(2, "", Map.of(), FAILED), report(2, "", Map.of(), FAILED),
            report(3, "told", Map.of("n", 1.0), FAILED), report(4, "told", Map.of("n", 1.0), RECORDED));
        var watched = new Watched("watched", List.of(), new Reports("watched", all.subList(2, 7)));
        assertEquals(all, ReportsCsv.read(Written.rows(folder, ReportsCsv.FILE, new Reports("s", all.subList(0, 2)),
            watched)));
    }

    @Test
    void traces() {
        var all = Stream.of(OK, RECORDED).map(outcome -> new Trace(WHO, 10, Map.of("with", outcome.toString()),
            List.of(new Trace.Sample(0, 4_096, 3), new Trace.Sample(20, 8_192, 4)),
            List.of(new Trace.Held(18, 2_048)), List.of(new Trace.Mark(12, ODD), new Trace.Mark(25, "loaded")),
            outcome)).toList();
        assertEquals(all, TracesCsv.read(Written.rows(folder, TracesCsv.FILE,
            new Watched("watched", all, new Reports("watched", List.of())))));
    }

    @Test
    void verdicts() {
        var bytes = Claims.of("py-task");
        var ratio = Claims.all().stream().filter(c -> c.unit().equals("x")).findFirst().orElseThrow();
        var all = List.of(
            new Verdict(bytes, Verdict.Ruling.REFUTED, 2e12, 1_152, 2e12 + 2, ODD, "weighed", true, ""),
            new Verdict(ratio, Verdict.Ruling.HOLDS_IF, 1.25, 1.2, 1.3, "if warmed", "weighed", false, "",
                Extent.RANGE, 5), Verdict.without(bytes, Verdict.Ruling.NOT_MEASURED, "", ""));
        assertEquals(all, VerdictsCsv.read(Written.rows(folder, VerdictsCsv.FILE, new Verdicts(all))));
    }

    @Test
    void headline() {
        var value = new Headline(ODD, "94 − 1,000", "down, \"it takes\" 20 KB.", false);
        assertEquals(Optional.of(value), HeadlineCsv.read(Written.rows(folder, HeadlineCsv.FILE, value)));
    }

    @Test
    void machine() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("os", ODD);
        facts.put("limit", "");
        facts.put("started", "now");
        var read = MachineCsv.read(Written.rows(folder, "machine", MachineCsv.text(new Machine(facts))));
        assertEquals(List.copyOf(facts.entrySet()), List.copyOf(read.entrySet()));
        facts.put("started", "later");
        assertTrue(new Earlier(folder).ofThisMachine(new Machine(facts)), "the time does not count");
        facts.put("live", "yes");
        assertTrue(new Earlier(folder).ofThisMachine(new Machine(facts)), "an older file has no word of a browser");
        facts.put("os", "another");
        assertFalse(new Earlier(folder).ofThisMachine(new Machine(facts)));
    }

    @Test
    void steps() throws Exception {
        var steps = new LinkedHashMap<String, StepOutcome>();
        steps.put("weighed", new StepOutcome.Result("", Duration.ofMillis(62_300)));
        steps.put(ODD, new StepOutcome.Result("", Duration.ZERO));
        StepsCsv.write(folder, "chapter0", steps);
        var read = StepsCsv.read(Csv.rows(folder.resolve("steps.csv")));
        assertEquals("{weighed=PT1M2.3S, " + ODD + "=PT0S}", read.toString());
    }
}
