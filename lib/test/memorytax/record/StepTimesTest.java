package memorytax.record;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

class StepTimesTest {
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
