package memorytax.record;

import memorytax.file.Csv;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Watched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// What was watched, and what was told again and again, comes back from its file as it was.
class TracesTest {
    private static final Contender ONE = new Contender("one, of two", "java", "25");
    @TempDir
    private Path folder;

    private void write(Table table) throws IOException {
        var text = new StringWriter();
        table.write().csv(text);
        Files.writeString(folder.resolve(table.name() + ".csv"), text.toString());
    }

    @Test
    void aTraceComesBackWithItsReadingsAndItsMarks() throws IOException {
        var trace = new Trace(ONE, 10, Map.of("workers", "64"),
            List.of(new Trace.Sample(0, 4_096, 3), new Trace.Sample(20, 8_192, 4)),
            List.of(new Trace.Held(18, 2_048)),
            List.of(new Trace.Mark(12, "half"), new Trace.Mark(25, "loaded")), new Outcome.Weighed());
        write(Records.traces("chapter0", List.of(watched(trace))));
        var earlier = new Earlier(folder);
        assertEquals(List.of(trace), earlier.traces("watched", ONE.name()));
        assertEquals(List.of(), earlier.traces("watched", "nobody"));
        assertEquals(true, earlier.knows("watched"));
    }

    @Test
    void aRecordedTraceStaysRecorded() throws IOException {
        var trace = new Trace(ONE, 10, Map.of(), List.of(new Trace.Sample(0, 4_096, 3)), List.of(), List.of(),
            new Outcome.Recorded());
        write(Records.traces("chapter0", List.of(watched(trace))));
        assertEquals(List.of(trace), new Earlier(folder).traces("watched", ONE.name()));
    }

    @Test
    void whatIsToldAgainIsAWordOfItsOwn() throws IOException {
        var words = List.of(word(1, 10, 24), word(1, 20, 24), word(1, 30, 0), word(2, 10, 24));
        write(Records.reports("chapter0", List.of(new Reports("warmUp", words))));
        assertEquals(words, new Earlier(folder).reports("warmUp", ONE.name()));
    }

    @Test
    void whatWasToldBeforeTheEndIsKeptAndHowItEnded() throws IOException {
        var ended = new Outcome.Failed("was ended when it took more than 512 MB");
        var before = new Reports.Report(ONE, 10, Map.of(), 1, "served", Map.of("requests", 250.0), ended);
        var silent = new Reports.Report(ONE, 10, Map.of(), 2, "", Map.of(), ended);
        write(Records.reports("chapter0", List.of(new Reports("container", List.of(before, silent)))));
        assertEquals(List.of(before, silent), new Earlier(folder).reports("container", ONE.name()));
        var rows = Csv.rows(Files.newInputStream(folder.resolve("told.csv")));
        var recorded = new Reports("container", Recorded.words(rows, new Outcome.Recorded()));
        assertEquals(List.of("one, of two: failed: was ended when it took more than 512 MB."), recorded.remarks());
        assertEquals(List.of(new Outcome.Recorded(), ended, ended),
            recorded.all().stream().map(Reports.Report::outcome).toList());
        assertEquals(false, recorded.here(ONE.name()));
    }

    private static Watched watched(Trace trace) {
        return new Watched("watched", List.of(trace), new Reports("watched", List.of()));
    }

    private static Reports.Report word(int fork, double ms, double bytes) {
        return new Reports.Report(ONE, 1, Map.of(), fork, "bytes", Map.of("ms", ms, "bytes_per_op", bytes),
            new Outcome.Weighed());
    }
}
