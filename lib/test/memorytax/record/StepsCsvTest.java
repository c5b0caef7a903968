package memorytax.record;

import memorytax.notebook.StepOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class StepsCsvTest {
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
        StepsCsv.write(folder, "chapter1", first);
        var file = folder.resolve("steps.csv");
        assertEquals(List.of("chapter,step,seconds", "chapter1,machine,0.0", "chapter1,weighed,62.3"),
            Files.readAllLines(file));
        StepsCsv.write(folder, "chapter1", Map.of("weighed", after(1_000)));
        StepsCsv.write(folder, "chapter1", Map.of("growth", after(500)));
        assertEquals(List.of("chapter,step,seconds", "chapter1,machine,0.0", "chapter1,weighed,1.0",
            "chapter1,growth,0.5"), Files.readAllLines(file));
        Files.writeString(file, "something else\nchapter1,old,3");
        StepsCsv.write(folder, "chapter1", Map.of("growth", after(500)));
        assertEquals(List.of("chapter,step,seconds", "chapter1,growth,0.5"), Files.readAllLines(file));
        assertThrows(UncheckedIOException.class, () -> StepsCsv.write(file, "chapter1", first));
    }
}
