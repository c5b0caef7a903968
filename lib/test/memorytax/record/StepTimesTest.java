package memorytax.record;

import memorytax.notebook.StepOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class StepTimesTest {
    private static StepOutcome after(long millis) {
        return new StepOutcome.Result("", Duration.ofMillis(millis));
    }

    @Test
    void stepsKeepTheirRowsUntilTheyRunAgain(@TempDir Path folder) throws IOException {
        var first = new LinkedHashMap<String, StepOutcome>();
        first.put("machine", after(40));
        first.put("weighed", after(62_340));
        first.put("broken", new StepOutcome.Failure(new IllegalStateException()));
        first.put("growth", new StepOutcome.Skipped("broken"));
        StepTimes.write(folder, "chapter1", first);
        var file = folder.resolve("steps.csv");
        assertEquals(List.of("chapter,step,seconds", "chapter1,machine,0.0", "chapter1,weighed,62.3"),
            Files.readAllLines(file));
        StepTimes.write(folder, "chapter1", Map.of("weighed", after(1_000)));
        StepTimes.write(folder, "chapter1", Map.of("growth", after(500)));
        assertEquals(List.of("chapter,step,seconds", "chapter1,machine,0.0", "chapter1,weighed,1.0",
            "chapter1,growth,0.5"), Files.readAllLines(file));
        Files.writeString(file, "something else\nchapter1,old,3");
        StepTimes.write(folder, "chapter1", Map.of("growth", after(500)));
        assertEquals(List.of("chapter,step,seconds", "chapter1,growth,0.5"), Files.readAllLines(file));
        assertThrows(UncheckedIOException.class, () -> StepTimes.write(file, "chapter1", first));
    }

    @Test
    void theirSumIsTheChapters() {
        var steps = new LinkedHashMap<String, Duration>();
        steps.put("weighed", Duration.ofSeconds(100));
        steps.put("wrong", Duration.ofSeconds(50));
        var minutes = new StepTimes(steps);
        assertEquals(Optional.of(Duration.ofSeconds(50)), minutes.of("wrong"));
        assertEquals(Optional.empty(), minutes.of("growth"));
        assertEquals("2.5 min", StepTimes.said(minutes.total()));
        assertEquals(Duration.ZERO, StepTimes.recorded("no such chapter").total());
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "499, ''", "500, 1 s", "99499, 99 s",
        "120000, 2 min", "150000, 2.5 min", "1800000, 30 min"})
    void timesAreShort(long millis, String said) {
        assertEquals(said, StepTimes.said(Duration.ofMillis(millis)));
    }
}
