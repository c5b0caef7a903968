package memorytax.claim;

import memorytax.scale.Contender;
import memorytax.scale.Outcome;
import memorytax.scale.Told;
import memorytax.scale.Trace;
import memorytax.table.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        var trace = new Trace(ONE, 10, List.of(new Trace.Sample(0, 4_096, 3), new Trace.Sample(20, 8_192, 4)),
            List.of(new Trace.Mark(12, "half"), new Trace.Mark(25, "loaded")), new Outcome.Weighed());
        write(Records.traces("chapter0", Map.of("watched", List.of(trace))));
        var earlier = new Earlier(folder);
        assertEquals(Optional.of(trace), earlier.trace("watched", ONE.name()));
        assertEquals(Optional.empty(), earlier.trace("watched", "nobody"));
        assertEquals(true, earlier.knows("watched"));
    }

    @Test
    void aRecordedTraceStaysRecorded() throws IOException {
        var trace = new Trace(ONE, 10, List.of(new Trace.Sample(0, 4_096, 3)), List.of(), new Outcome.Recorded());
        write(Records.traces("chapter0", Map.of("watched", List.of(trace))));
        assertEquals(Optional.of(trace), new Earlier(folder).trace("watched", ONE.name()));
    }

    @Test
    void whatIsToldAgainIsAWordOfItsOwn() throws IOException {
        var words = List.of(word(1, 10, 24), word(1, 20, 24), word(1, 30, 0), word(2, 10, 24));
        write(Records.told("chapter0", List.of(new Told("warmUp", words))));
        assertEquals(words, new Earlier(folder).told("warmUp", ONE.name()));
    }

    private static Told.Word word(int fork, double ms, double bytes) {
        return new Told.Word(ONE, 1, Map.of(), fork, "bytes", Map.of("ms", ms, "bytes_per_op", bytes),
            new Outcome.Weighed());
    }
}
