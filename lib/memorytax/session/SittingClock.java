package memorytax.session;

import memorytax.notebook.Ahead;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;

/// How long this sitting has lasted, and what the time is: `12 min · 14:05`. It speaks only when it is asked.
record SittingClock(Clock clock, Instant begun) implements Supplier<String> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /// One that begins now.
    SittingClock(Clock clock) {
        this(clock, clock.instant());
    }

    @Override
    public String get() {
        long minutes = Duration.between(begun, clock.instant()).toMinutes();
        var lasted = minutes < 60 ? minutes + " min" : "%d h %02d min".formatted(minutes / 60, minutes % 60);
        return lasted + " · " + LocalTime.now(clock).format(TIME);
    }

    /// The same, and before it whether the next cells are measured now.
    Supplier<String> beside(Ahead ahead) {
        return () -> (ahead.measuring().isEmpty() ? "" : "measuring ahead · ") + get();
    }
}
