package memorytax.record;

import memorytax.Abroad;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Watched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static memorytax.record.Written.WHO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/// What a run has written is asked for step by step and contender by contender.
@Abroad
class EarlierTest {
    private static final Outcome OK = new Outcome.Weighed();
    @TempDir
    private Path folder;

    @Test
    void eachStepAndContenderHasItsOwn() {
        var trace = new Trace(WHO, 10, Map.of("workers", "64"), List.of(new Trace.Sample(0, 4_096, 3)), List.of(),
            List.of(new Trace.Mark(25, "loaded")), OK);
        var told = new Reports.Report(WHO, 10, Map.of(), 1, "served", Map.of("requests", 250.0), OK);
        var watched = new Watched("watched", List.of(trace), new Reports("watched", List.of(told)));
        Written.rows(folder, TracesCsv.FILE, watched);
        Written.rows(folder, ReportsCsv.FILE, watched);
        var earlier = new Earlier(folder);
        assertEquals(List.of(trace), earlier.traces("watched", WHO.name()));
        assertEquals(List.of(told), earlier.reports("watched", WHO.name()));
        assertEquals(List.of(), earlier.traces("watched", "nobody"));
        assertEquals(List.of(), earlier.reports("another", WHO.name()));
        assertEquals(Set.of("watched"), earlier.steps());
        assertEquals(List.of(), earlier.troubles());
    }

    @Test
    void partsAreReadWithAndWithoutTheirOrigin() throws IOException {
        var text = """
            chapter,step,contender,runtime,version,part,bytes,origin
            chapter0,backpack,goroutines,go,1.26,stack,2048.5,here
            """;
        for (var older : Set.of(true, false)) {
            Files.writeString(folder.resolve("parts.csv"), older ? text.replaceAll(",(origin|here)\n", "\n") : text);
            var earlier = new Earlier(folder);
            assertEquals(Map.of("stack", 2_048.5), earlier.parts("backpack", "goroutines").orElseThrow().bytes());
            assertEquals(!older, earlier.here("backpack", "goroutines"));
            assertFalse(earlier.here("backpack", "nobody"));
            assertEquals(Optional.empty(), earlier.parts("weighed", "goroutines"));
        }
    }

    /// Of a record how a process ended is told once; what it told before is as good as that of others.
    @Test
    void whatWasToldBeforeTheEndIsKeptAndHowItEnded() {
        var ended = new Outcome.Failed("was ended when it took more than 512 MB");
        var before = new Reports.Report(WHO, 10, Map.of(), 1, "served", Map.of("requests", 250.0), ended);
        var silent = new Reports.Report(WHO, 10, Map.of(), 2, "", Map.of(), ended);
        Written.rows(folder, ReportsCsv.FILE, new Reports("container", List.of(silent, before)));
        assertEquals(List.of(silent, before), new Earlier(folder).reports("container", WHO.name()));
        var recorded = new Reports("container", Recorded.recorded(List.of(before, before, silent)));
        assertEquals(List.of(new Outcome.Recorded(), new Outcome.Recorded(), ended, ended),
            recorded.all().stream().map(Reports.Report::outcome).toList());
        assertEquals(List.of(WHO.name() + ": " + ended + "."), recorded.remarks());
        assertFalse(recorded.here(WHO.name()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        weighings | step,params,fork     | s,tasks=1,many  | fork "many" is not a whole number
        weighings | step,params,fork     | s,depth=3,1     | params "depth=3" do not say how many tasks
        weighings | step,params          | s,tasks=1       | the column fork has no value
        parts     | step,part,bytes      | s,stack,        | the column bytes has no value
        told      | step,params,fork,figure,value | s,tasks=1,1,ms,fast | value "fast" is not a number
        traces    | step,params,mark     | s,tasks=1,half  | the column millis has no value
        """)
    void whatIsDamagedHoldsNothingAndIsNamedWithItsRow(String name, String columns, String row, String wrong)
        throws IOException {
        var file = Files.writeString(folder.resolve(name + ".csv"), columns + "\n" + row + "\n");
        Files.writeString(folder.resolve("slopes.csv"), "chapter,step,contender\nchapter0,s,goroutines\n");
        var earlier = new Earlier(folder);
        assertEquals(List.of(file + ", row 1: " + wrong), earlier.troubles());
        assertEquals(Set.of(), earlier.steps(), "what it had is not known");
        assertEquals(List.of(), earlier.weighings("s", ""));
    }
}
