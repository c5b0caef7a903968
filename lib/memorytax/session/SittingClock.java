package memorytax.session;

import memorytax.notebook.Ahead;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// How long this sitting has lasted, and what the time is: `12 min · 14:05`. It speaks only when it is asked. A clock
/// on the wall may be set meanwhile, so it does not say how long.
///
/// @param nanos a stopwatch, which is never set
/// @param begun what that showed in the beginning
record SittingClock(Clock clock, LongSupplier nanos, long begun) implements Supplier<String> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /// One that begins now.
    SittingClock(Clock clock) {
        this(clock, System::nanoTime, System.nanoTime());
    }

    @Override
    public String get() {
        long minutes = Duration.ofNanos(nanos.getAsLong() - begun).toMinutes();
        var lasted = minutes < 60 ? minutes + " min" : "%d h %02d min".formatted(minutes / 60, minutes % 60);
        return lasted + " · " + LocalTime.now(clock).format(TIME);
    }

    /// The same, and before it whether the next cells are measured now.
    Supplier<String> beside(Ahead ahead) {
        return () -> (ahead.measuring().isEmpty() ? "" : "measuring ahead · ") + get();
    }
}
