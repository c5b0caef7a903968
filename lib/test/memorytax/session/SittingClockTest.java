package memorytax.session;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SittingClockTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T14:05:40Z"), ZoneOffset.UTC);

    private static String after(Duration duration) {
        return new SittingClock(CLOCK, () -> 7 + duration.toNanos(), 7).get();
    }

    @Test
    void saysHowLongTheSittingHasLastedAndWhatTheTimeIs() {
        assertEquals("0 min · 14:05", new SittingClock(CLOCK).get());
        assertEquals("12 min · 14:05", after(Duration.ofSeconds(12 * 60 + 59)));
        assertEquals("1 h 05 min · 14:05", after(Duration.ofMinutes(65)));
    }
}
