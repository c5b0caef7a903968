package memorytax.record;

import memorytax.claim.Claim;
import memorytax.claim.Verdict;
import memorytax.file.Csv;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Parts;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The files that keep their form, written and read again.
class RecordsTest {
    private static final Contender GO = new Contender("goroutines, \"MemStats\" − ü", "go", "1.26.8");
    private static final Contender UNKNOWN = new Contender("asyncio tasks", "python", "");

    @TempDir
    private Path folder;

    private static Optional<Reading> reading(long resident, OptionalLong peak, int threads) {
        return Optional.of(new Reading(resident, peak, threads));
    }

    private static Optional<Reading> counted(long resident, OptionalLong peak, long swapped, long huge) {
        return Optional.of(new Reading(resident, peak, 7, new Reading.Kernel(OptionalLong.of(resident / 9), true),
            swapped, huge));
    }

    private static Weighing weighed(int fork, Outcome outcome) {
        return new Weighing(GO, 100_000, Map.of("depth", "30", "size", "a=b"), fork,
            counted(2_300_000, OptionalLong.empty(), 0, 0),
            counted(277_000_000_000L, OptionalLong.of(278_000_000_000L), 3, 2 << 20),
            OptionalLong.of(265_000_000), OptionalLong.of(1_234), outcome, "-Xmx128m GOGC=50");
    }

    private static Weighing without(Outcome outcome, Optional<Reading> baseline) {
        return new Weighing(UNKNOWN, 1_000, Map.of(), 1, baseline, Optional.empty(),
            OptionalLong.empty(), OptionalLong.empty(), outcome);
    }

    /// As a chapter's folder has it, under whatever the reader's machine takes for a decimal point.
    private Path written(Table table) {
        var before = Locale.getDefault();
        var file = folder.resolve("table.csv");
        try {
            Locale.setDefault(Locale.GERMANY);
            table.write().csv(file.toFile());
        } finally {
            Locale.setDefault(before);
        }
        return file;
    }

    private String header(Table table) throws IOException {
        return Files.readAllLines(written(table)).getFirst();
    }

    @Test
    void whatWasWeighedIsReadAsItWasWritten() throws IOException {
        var killed = new Outcome.Failed("said \"no\", then was killed (signal 9)");
        var tooLarge = new Outcome.Skipped("it needs about 2.9 GB, 1.1 GB is free");
        var all = List.of(weighed(1, new Outcome.Weighed()), weighed(2, new Outcome.Recorded()),
            without(killed, reading(22_000_000, OptionalLong.empty(), 0)), without(tooLarge, Optional.empty()));
        var file = written(Records.weighings("chapter1",
            List.of(new Weighings("weighed", all.subList(0, 2)), new Weighings("wrong", all.subList(2, 4)))));
        try (var in = Files.newInputStream(file)) {
            var rows = Csv.rows(in);
            assertEquals(List.of("weighed", "weighed", "wrong", "wrong"),
                rows.stream().map(r -> r.get("step")).toList());
            assertEquals(List.of(weighed(1, new Outcome.Recorded()), all.get(1), all.get(2), all.get(3)),
                rows.stream().map(Recorded::weighing).toList());
        }
    }

    @Test
    void aVerdictHasWholeBytesARatioItsPointAndTheUnknownNothing() throws IOException {
        var bytes = new Claim("py-task", 1, "5", "An idle task, \"they say\"", "~20 KB", 16_384, 2e12, "B", "post");
        var ratio = new Claim("ratio-10k", 1, "5", "8 to 10 times", "8x-10x", 8, 10, "x", "post");
        var file = written(Rulings.verdicts(List.of(
            new Verdict(bytes, Verdict.Ruling.REFUTED, 1153.4, 1152, 1154.5, "once, or twice", "weighed", true, ""),
            new Verdict(ratio, Verdict.Ruling.HOLDS_IF, 1.25, 1.2, 1.3, "if warmed", "weighed", true, ""),
            Verdict.without(bytes, Verdict.Ruling.NOT_MEASURED, "", ""))));
        assertEquals("""
            py-task,"An idle task, ""they say""\",post,16384,2000000000000,B,1153,1152,1155,refuted,\
            "once, or twice",weighed,here,95 % interval
            ratio-10k,8 to 10 times,post,8.000,10.000,x,1.250,1.200,1.300,holds-if,if warmed,weighed,here,\
            95 % interval
            py-task,"An idle task, ""they say""\",post,16384,2000000000000,B,,,,not-measured,,,,
            """, Files.readString(file).lines().skip(1).map(line -> line + "\n").collect(Collectors.joining()));
    }

    @Test
    void partsAreReadWithAndWithoutTheirOrigin() throws IOException {
        var parts = new Parts(GO, new LinkedHashMap<>(Map.of("stack", 2048.5)));
        var file = written(Records.parts("chapter1",
            List.of(new Backpacks("backpack", List.of(parts), Set.of(GO.name()), List.of()))));
        var text = Files.readString(file);
        assertTrue(text.contains(",2048.5,recorded"), text);
        for (var older : List.of(text, text.replace(",recorded", "").replace(",origin", "")))
            assertEquals(Optional.of(parts),
                Recorded.parts(Csv.rows(new ByteArrayInputStream(older.getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void theMachineIsReadKeyByKey() throws IOException {
        var machine = new Machine(Map.of("cpu", "AMD EPYC, \"9R14\"", "limit", ""));
        try (var in = Files.newInputStream(written(Records.machine(machine)))) {
            var facts = new HashMap<String, String>();
            Csv.rows(in).forEach(row -> facts.put(row.get("key"), row.get("value")));
            assertEquals(machine.facts(), facts);
        }
    }

    @Test
    void columnsKeepTheirNamesAndPlaces() throws IOException {
        assertEquals("chapter,step,contender,runtime,version,params,tasks,fork,baseline_bytes,resident_bytes,"
            + "peak_bytes,live_bytes,threads,spawn_ms,outcome,"
            + "charged_bytes,swap_bytes,huge_bytes,flags,baseline_charged_bytes,charged_by",
            header(Records.weighings("chapter1", List.of())));
        assertEquals("chapter,step,contender,params,quantity,unit,value,low,high,forks,origin,"
            + "sizes_low,sizes_high",
            header(Records.slopes("chapter1", List.of())));
        assertEquals("claim,statement,source,claimed_low,claimed_high,unit,measured,low,high,verdict,condition,cell,"
            + "origin,ends",
            header(Rulings.verdicts(List.of())));
        assertEquals("chapter,step,contender,runtime,version,part,bytes,origin",
            header(Records.parts("chapter1", List.of())));
        assertEquals("key,value", header(Records.machine(new Machine(Map.of()))));
    }
}
