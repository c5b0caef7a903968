package memorytax;

import memorytax.file.Csv;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The clock of the machine is wrong, or is set while a chapter measures: what it says of durations is right all the
/// same. Only the clock on the wall is moved, as the system moves it; a stopwatch goes on.
class FaultsClockTest {
    private static final String[] SMALL = {"--only", "growth", "--forks", "1"};
    @TempDir
    private Path folder;
    private String library;

    /// `faketime` knows where its library is.
    @BeforeEach
    void find() throws Exception {
        Assumptions.assumeTrue(House.program("faketime").isPresent(), "there is no faketime here");
        library = Said.by(List.of("faketime", "-f", "+0", "sh", "-c", "echo $LD_PRELOAD"), folder).out().strip();
    }

    private Misfortune moved() throws Exception {
        return new Misfortune(folder).with("LD_PRELOAD", library).with("FAKETIME_DONT_FAKE_MONOTONIC", "1")
            .with("DONT_FAKE_MONOTONIC", "1").with("FAKETIME_NO_CACHE", "1");
    }

    /// Over results that are from now, and so of tomorrow or of yesterday.
    @ParameterizedTest
    @CsvSource({"-1h, -60", "+1d, 1440", "-30y, -15768000"})
    void thatIsWrong(String by, long minutes) throws Exception {
        assertEquals(0, new Misfortune(folder).meets(SMALL).exit());
        isWell(moved().with("FAKETIME", by).meets(SMALL), 2);
        var off = Duration.between(Instant.now().plus(Duration.ofMinutes(minutes)), started());
        assertTrue(off.abs().toMinutes() < 15, "the clock was not moved: " + started());
    }

    /// Some hundred times while it runs, an hour back and a day ahead.
    @Test
    void thatJumps() throws Exception {
        var file = Files.writeString(folder.resolve("moved"), "+0");
        var life = moved().with("FAKETIME_TIMESTAMP_FILE", file.toString()).begins("--only", "growth", "--forks", "2");
        int jumps = 0;
        for (; life.process.isAlive(); jumps++) {
            Files.writeString(file, jumps % 2 == 0 ? "-1h" : "+1d");
            LockSupport.parkNanos(20_000_000);
        }
        isWell(life.ends(), 4);
        assertTrue(jumps > 20, "jumps: " + jumps);
        assertTrue(Duration.between(Instant.now(), started()).abs().toMinutes() > 30, "not moved: " + started());
    }

    private Instant started() throws Exception {
        return Csv.rows(folder.resolve("out/stepping/machine.csv")).stream()
            .filter(row -> row.text("key").equals("started")).map(row -> Instant.parse(row.text("value")))
            .findFirst().orElseThrow();
    }

    private void isWell(Said said, int weighings) throws Exception {
        assertEquals("", said.err());
        assertEquals(0, said.exit(), said.toString());
        var rows = Csv.rows(folder.resolve("out/stepping/weighings.csv"));
        assertEquals(weighings, rows.size());
        for (var row : rows) isSane(row.number("spawn_ms").orElseThrow() / 1000);
        for (var row : Csv.rows(folder.resolve("out/stepping/steps.csv"))) isSane(row.number("seconds").orElseThrow());
    }

    private static void isSane(double seconds) {
        assertTrue(seconds >= 0 && seconds < 600, "seconds: " + seconds);
    }
}
