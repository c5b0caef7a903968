package memorytax.session;

import memorytax.Printed;
import memorytax.options.KnobOptions;
import memorytax.options.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// One question about one figure, answered from what has been measured: here of chapter 1, which has a recorded run.
class FigureSessionTest {
    private static final String FIGURE = "3 KB per goroutine";
    private static final String ROWS = """
        chapter,step,contender,runtime,version,params,tasks,fork,baseline_bytes,resident_bytes,outcome
        chapter1,weighed,goroutines,go,1.26.8,tasks=1000,1000,1,2000000,5000000,ok
        chapter1,weighed,goroutines,go,1.26.8,tasks=10000,10000,1,2000000,32000000,ok
        chapter1,weighed,goroutines,go,1.26.8,tasks=1000,1000,2,2000000,5000000,ok
        chapter1,weighed,goroutines,go,1.26.8,tasks=10000,10000,2,2000000,32000000,ok
        """;
    @TempDir
    private Path out;

    private String explained(String chapter, String... more) {
        var options = new KnobOptions();
        Options.command("chapter1", "", options).parseArgs(Stream.concat(Stream.of("--explain", FIGURE, "--out",
            out.toString()), Stream.of(more)).toArray(String[]::new));
        var said = Printed.by(() -> new FigureSession(chapter, options).run());
        assertEquals(0, said.exit());
        return said.out();
    }

    @Test
    void theRecordedRunIsAskedWhereThereIsNoOther() throws Exception {
        var said = explained("chapter1");
        assertTrue(said.contains("From our recorded run; nothing is measured now.") && said.contains("recorded)")
            && !said.contains("measured here"), said);
        try (var files = Files.list(out)) {
            assertEquals(0, files.count(), "nothing is written");
        }
    }

    @Test
    void theReadersOwnRunGoesBefore() throws Exception {
        Files.writeString(Files.createDirectory(out.resolve("chapter1")).resolve("weighings.csv"), ROWS);
        var said = explained("chapter1");
        assertTrue(said.contains("From your last run, ") && said.contains("occupies 3,000 B as it comes (measured")
            && !said.contains("recorded"), said);
        assertTrue(explained("chapter1", "--recorded").contains("From our recorded run"));
    }

    @Test
    void aRunThatCannotBeReadIsNamed() throws Exception {
        Files.writeString(Files.createDirectory(out.resolve("chapter1")).resolve("weighings.csv"),
            ROWS.replace("32000000", "much"));
        var said = explained("chapter1");
        assertTrue(said.contains("✗ ") && said.contains("weighings.csv") && said.contains("From our recorded run"),
            said);
    }

    @Test
    void withoutAnyRunOneLineSaysSo() {
        var why = assertThrows(IllegalArgumentException.class, () -> explained("chapter0")).getMessage();
        assertEquals("--explain: there is no run of chapter0 yet, neither yours nor a recorded one; ./jbang chapter0 "
            + "--all measures", why);
    }
}
